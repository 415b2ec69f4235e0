/** `npm run check`: types, lint, format, fences, nothing unused, generated files, content. Every failure is shown, not the first. */
import { execFile } from 'node:child_process';
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

type Check = () => Promise<string | null>;

const run = (command: string, args: string[]): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(command, args, { env: environment, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve(error ? `${stdout}${stderr}` || error.message : null),
    );
  });

/** Generates a committed file again and compares: stale when it differs. The file is left as committed. */
const isFresh = async (file: string, script: string): Promise<string | null> => {
  const committed = readFileSync(file, 'utf8');
  const failure = await run('npm', ['run', '--silent', 'payload', script]);
  const generated = readFileSync(file, 'utf8');
  writeFileSync(file, committed);
  if (failure !== null) return failure;
  return committed === generated ? null : `${file} is stale: run \`npm run generate\``;
};

/** The longest beside all others, which go one after the other. What generates files comes when lint has read them. */
const beside: Record<string, Check> = {
  lint: () => run(`${BIN}/eslint`, ['--max-warnings', '0', '.']),
};
const checks: Record<string, Check> = {
  types: () => run(`${BIN}/tsc`, ['--noEmit', '-p', '.']),
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
async function inTurn(all: Record<string, Check>): Promise<void> {
  for (const [name, check] of Object.entries(all)) {
    const started = Date.now();
    const output = await check();
    console.log(`${output === null ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (output !== null) {
      failed += 1;
      console.error(output);
    }
  }
}
await Promise.all([inTurn(beside), inTurn(checks)]);
process.exitCode = failed > 0 ? 1 : 0;
