import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVER_ARGUMENTS } from '../../scripts/server-arguments.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Instructions with continued lines joined and comments left out. */
const instructions = read('Dockerfile')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line));
const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));

describe('the image', () => {
  it('is built on one pinned slim Node that package.json allows', () => {
    const bases = instructions.flatMap((line) => /^FROM (\S+:\S+)/.exec(line)?.[1] ?? []);
    expect(bases).toEqual([expect.stringMatching(/^node:\d+\.\d+-bookworm-slim$/)]);
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [, major, minor] = /^>=(\d+)\.(\d+)/.exec(engines.node) ?? [];
    const [, ownMajor, ownMinor] = /:(\d+)\.(\d+)/.exec(bases[0] ?? '') ?? [];
    expect(Number(ownMajor)).toBe(Number(major));
    expect(Number(ownMinor)).toBeGreaterThanOrEqual(Number(minor));
  });

  it('installs what the lock file names, for running without development dependencies', () => {
    expect(instructions.filter((line) => line.startsWith('RUN npm ci'))).toEqual([
      'RUN npm ci',
      'RUN npm ci --omit=dev',
    ]);
    expect(instructions.join('\n')).not.toMatch(/npm (install|i) /);
    expect(last).toContain('COPY --from=production-deps /app/node_modules ./node_modules');
  });

  it('runs without root, on the data volume, and asks itself for its health', () => {
    expect(last).toContain('USER node');
    expect(last.indexOf('USER node')).toBeLessThan(last.findIndex((line) => line.startsWith('CMD')));
    expect(last).toContain('VOLUME /data');
    expect(last).toContain('EXPOSE 3000');
    expect(last.find((line) => line.startsWith('ENV'))).toMatch(
      /NODE_ENV=production.*HOST=0\.0\.0\.0.*DATA_DIR=\/data/,
    );
    expect(last.find((line) => line.startsWith('HEALTHCHECK'))).toContain('/healthz');
    // Without npm, which hands no signal on: a stop would always be a kill.
    expect(last).toContain(`CMD [${['node', ...SERVER_ARGUMENTS].map((part) => `"${part}"`).join(', ')}]`);
  });

  it('holds no secret, neither as argument nor as variable', () => {
    expect(instructions.join('\n')).not.toMatch(/PAYLOAD_SECRET|SIGNING_KEY|DKIM|\bDEMO\b|^ARG /m);
  });

  it('leaves out of its context what is private, local or heavy', () => {
    const left = read('.dockerignore').split('\n');
    for (const name of ['.git', '.env', '.env.*', '.data', '.next', 'node_modules', 'tests'])
      expect(left).toContain(name);
  });

  it('keeps the sources that the commands run, and the library that seed loads', () => {
    const left = read('.dockerignore').split('\n');
    for (const name of ['scripts', 'runtime', 'editorial', 'publishers', 'content', 'migrations'])
      expect(left).not.toContain(name);
  });
});
