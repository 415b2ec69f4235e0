/** `npm run demo [folder…]`: builds when needed, loads all libraries or the named ones, serves, and says where everything is. */
import path from 'node:path';
import { childEnvironment, EnvError, parseEnv, type Env } from '../env.ts';
import { bundleServer } from './bundle-server.ts';
import { createChildren } from './children.ts';
import { isBuilt, markBuilt } from './demo/build-stamp.ts';
import { SERVER_ARGUMENTS } from './server-arguments.ts';
import { keyOf } from './seed/named-in.ts';
import { librariesIn, readLibrary } from './seed/read-library.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './seed/accounts.ts';

const READY_WITHIN_MS = 60_000;
const root = process.cwd();
const folders = process.argv.slice(2);
const environment = childEnvironment({ DEMO: '1', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
environment.LOG_LEVEL ??= 'warn';
const children = createChildren({ env: environment });

try {
  process.exitCode = await demo(parseEnv(environment));
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  await children.end();
  process.exitCode = 1;
}

/** Serves until it is told to end; answers the exit code. */
async function demo(env: Env): Promise<number> {
  if (!(await isBuilt(root))) {
    console.log('Building (about two minutes, once) …');
    await children.run(['node_modules/next/dist/bin/next', 'build']);
    await bundleServer(root);
    await markBuilt(root);
  }
  console.log('Loading the libraries …');
  await children.run(['--import', './scripts/register.mjs', 'scripts/seed.ts', ...folders]);
  // What a newcomer needs is announced below, so the server's own lines stay out of the way.
  const server = children.start(SERVER_ARGUMENTS, { quiet: true });
  const endedEarly = await Promise.race([server.exited, untilReady(env)]);
  if (endedEarly === null) {
    announce(env, await pagesToBeginWith());
    return server.exited;
  }
  if (children.wasAsked()) return endedEarly;
  throw new Error(`the server ended with code ${endedEarly} before it was ready`);
}

/** Null once the server answers; throws when it does not. */
async function untilReady({ host, port }: Env): Promise<null> {
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/readyz`;
  let last = 'nobody answers';
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline;) {
    // Nobody listens yet.
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return null;
    if (answer) last = await answer.text();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready within ${READY_WITHIN_MS / 1000} seconds: ${url} says ${last}`);
}

/** Paths of the guides and courses of what was loaded. */
async function pagesToBeginWith(): Promise<string[]> {
  const { library } = await readLibrary(...(folders.length > 0 ? folders : await librariesIn('content')));
  return ['guide', 'course'].flatMap((type) =>
    library.entries.filter(({ data }) => data.type === type).map((entry) => `/${keyOf(entry)}`),
  );
}

function announce({ siteUrl, mailUrl, dataDir }: Env, begin: string[]): void {
  const mail = mailUrl.startsWith('file:')
    ? `${path.join(dataDir, 'outbox')} (.eml files)`
    : mailUrl.replace(/\/\/[^@]*@/, '//');
  const logins = DEMO_ACCOUNTS.map(({ email, role }) => `    ${email.padEnd(28)} ${role}`).join('\n');
  console.log(`
  Imprimatur is running. All content is a demonstration: no clinician has reviewed it.

  Site     ${siteUrl}/
${begin.map((page) => `           ${siteUrl}${page}`).join('\n')}
  Feed     ${siteUrl}/feed.json
  Admin    ${siteUrl}/admin
  Mail     ${mail}

  Demo logins, all with the password ${DEMO_PASSWORD}
${logins}

  Ctrl-C ends it. Your data stays in ${dataDir}.
`);
}
