import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { steps: Step[]; permissions?: unknown; 'timeout-minutes'?: number }>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const workflow = parse(read('.github/workflows/ci.yml')) as Workflow;
const { scripts, engines } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const commands = steps.map(({ run = '' }) => run).join('\n');

describe('the public checks', () => {
  it('run the two commands with which the README begins', () => {
    const quickStart = [...read('README.md').matchAll(/^npm ci && npm .+$/gm)].map(([line]) => line);
    expect(quickStart).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
    for (const command of quickStart) expect(commands).toContain(command);
    expect(commands).toContain('npm run check');
  });

  it('run only commands that package.json has', () => {
    const named = [...commands.matchAll(/\bnpm run ([a-z:]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('run on the Node that package.json asks for', () => {
    const versions = steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@')).map((step) => step.with);
    expect(versions.length).toBe(Object.keys(workflow.jobs).length);
    for (const version of versions) expect(engines.node).toContain(`>=${String(version?.['node-version'])}.`);
  });

  it('pin every action to a commit and say which version that is', () => {
    const used = [...read('.github/workflows/ci.yml').matchAll(/uses: (.+)$/gm)].map(([, action]) => action!);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read and nothing else, and leave no login in the checkout', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeUndefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const checkout of checkouts) expect(checkout.with).toEqual({ 'persist-credentials': false });
    expect(read('.github/workflows/ci.yml')).not.toMatch(/secrets\.|pull_request_target/);
  });

  it('keep the report of the tests, also when they fail', () => {
    const keep = workflow.jobs.test!.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
    expect(keep).toMatchObject({ if: 'always()', with: { path: 'test-results/' } });
    expect(read('vitest.config.ts')).toContain("outputFile: 'test-results/vitest.json'");
  });

  it('test on the MongoDB that the compose file runs, and fail when that half did not run', () => {
    const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
      services: { mongo: { image: string } };
    };
    expect(commands).toContain(` ${services.mongo.image} --replSet rs0`);
    expect(commands).toContain('node --import tsx scripts/test-summary.ts');
  });
});
