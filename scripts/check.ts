/** `npm run check`: types, lint, format, fences, nothing unused, generated files, content. Every failure is shown, not the first. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { childEnvironment } from '../env.ts';

const FOLDERS = [
  ...[
    'admin',
    'app',
    'collections',
    'database',
    'editorial',
    'model',
    'publishers',
    'release-log',
    'runtime',
    'scripts',
  ],
  'tests',
];
const BIN = 'node_modules/.bin';
const environment = childEnvironment({ DEMO: '1', LOG_LEVEL: 'error' });

const run = (command: string, args: string[]): string | null => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: environment });
  return status === 0 ? null : `${stdout}${stderr}`;
};

/** Generates a committed file again and compares: stale when it differs. The file is left as committed. */
const isFresh = (file: string, script: string): string | null => {
  const committed = readFileSync(file, 'utf8');
  const failure = run('npm', ['run', '--silent', 'payload', script]);
  const generated = readFileSync(file, 'utf8');
  writeFileSync(file, committed);
  if (failure !== null) return failure;
  return committed === generated ? null : `${file} is stale: run \`npm run generate\``;
};

const checks: Record<string, () => string | null> = {
  types: () => run(`${BIN}/tsc`, ['--noEmit', '-p', '.']),
  lint: () => run(`${BIN}/eslint`, ['--max-warnings', '0', '.']),
  format: () => run(`${BIN}/prettier`, ['--check', '--log-level', 'warn', '.']),
  fences: () =>
    run(`${BIN}/depcruise`, [
      '--config',
      '.dependency-cruiser.cjs',
      ...FOLDERS,
      'create-config.ts',
      'env.ts',
      'payload.config.ts',
      'instrumentation.ts',
    ]),
  'nothing unused': () => run(`${BIN}/knip`, ['--no-progress']),
  'payload types': () => isFresh('payload-types.ts', 'generate:types'),
  'import map': () => isFresh('app/(payload)/admin/importMap.js', 'generate:importmap'),
  content: () => run(process.execPath, ['--import', 'tsx', 'scripts/content-check.ts']),
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const started = Date.now();
  const output = check();
  console.log(`${output === null ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (output !== null) {
    failed += 1;
    console.error(output);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
