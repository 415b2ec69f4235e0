/** `npm run demo`: builds when needed, loads the hip-pain library, serves, and says where everything is. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { childEnvironment, EnvError, parseEnv, type Env } from '../env.ts';
import { isBuilt, markBuilt } from './demo/build-stamp.ts';
import { SERVER_ARGUMENTS } from './server-arguments.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './seed/accounts.ts';

const root = process.cwd();
const environment = childEnvironment({ DEMO: '1', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
environment.LOG_LEVEL ??= 'warn';

try {
  const env = parseEnv(environment);
  await demo(env);
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
}

async function demo(env: Env): Promise<void> {
  if (!(await isBuilt(root))) {
    console.log('Building (about two minutes, once) …');
    await run(['node_modules/next/dist/bin/next', 'build']);
    await markBuilt(root);
  }
  console.log('Loading the hip-pain library …');
  await run(['--import', 'tsx', '--import', 'lexical', 'scripts/seed.ts']);
  const server = start(SERVER_ARGUMENTS);
  await ready(env, server.exited);
  announce(env);
  process.exitCode = await server.exited;
}

const isAlive = (child: ReturnType<typeof spawn>) => child.exitCode === null && child.signalCode === null;

function start(args: string[]) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment as NodeJS.ProcessEnv,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isAlive(child)) child.kill(signal);
    });
  }
  // What a newcomer needs is announced below.
  child.stdout.resume();
  const exited = new Promise<number>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 0 : 1))),
  );
  return { exited };
}

async function run(args: string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: environment as NodeJS.ProcessEnv });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => isAlive(child) && child.kill(signal));
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (code !== 0) process.exit(code ?? 1);
}

async function ready({ host, port }: Env, exited: Promise<number>): Promise<void> {
  let ended = false;
  void exited.then(() => (ended = true));
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/readyz`;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    if (ended) throw new Error('the server ended before it was ready');
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server was not ready within a minute');
}

function announce({ siteUrl, mailUrl, dataDir }: Env): void {
  const mail = mailUrl.startsWith('file:')
    ? `${path.join(dataDir, 'outbox')} (.eml files)`
    : mailUrl.replace(/\/\/[^@]*@/, '//');
  const logins = DEMO_ACCOUNTS.map(({ email, role }) => `    ${email.padEnd(28)} ${role}`).join('\n');
  console.log(`
  Imprimatur is running. All content is a demonstration: no clinician has reviewed it.

  Site     ${siteUrl}/
  Guide    ${siteUrl}/guides/hip-pain
  Course   ${siteUrl}/courses/hip-pain
  Feed     ${siteUrl}/feed.json
  Admin    ${siteUrl}/admin
  Mail     ${mail}

  Demo logins, all with the password ${DEMO_PASSWORD}
${logins}

  Ctrl-C ends it. Your data stays in ${dataDir}.
`);
}
