/** `npm run bench`: figures of this machine, as a table and as JSON. Works on a data folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { childEnvironment, parseEnv } from '../../env.ts';
import { isBuilt } from '../demo/build-stamp.ts';
import { measurePublishLatency } from './publish-latency.ts';
import { startServer } from './server.ts';
import { measureThroughput } from './throughput.ts';

const LOG_ROWS = 1000;
const ROUNDS = 30;
const PAGE_VIEWS = 10_000;
const PORT = 3199;

if (!(await isBuilt(process.cwd()))) throw new Error('the build is missing or old: start `npm run demo` once');
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'imprimatur-bench-'));
try {
  const seedMs = seed();
  await lengthenLog();
  const server = await startServer(dataDir, PORT);
  const idleMb = await server.rssMb();
  const latency = await measurePublishLatency(server.url, ROUNDS);
  const throughput = [];
  for (const page of ['/guides/hip-pain', '/causes/hip-osteoarthritis', '/feed.json']) {
    throughput.push(await measureThroughput(server.url, page));
  }
  await view(server.url, PAGE_VIEWS);
  const loadedMb = await server.rssMb();
  await server.stop();
  const again = await startServer(dataDir, PORT);
  await again.stop();

  const result = {
    at: new Date().toISOString(),
    machine: {
      cpu: os.cpus()[0]?.model ?? '',
      cores: os.cpus().length,
      memoryGiB: Math.round(os.totalmem() / 2 ** 30),
      node: process.version,
    },
    seed: { entries: 68, ms: seedMs },
    log: LOG_ROWS,
    publishLatencyMs: latency,
    throughput,
    memoryMb: { afterStart: Math.round(idleMb), afterPageViews: Math.round(loadedMb), pageViews: PAGE_VIEWS },
    serverStartMs: Math.round(again.startMs),
  };
  await mkdir('bench-results', { recursive: true });
  await writeFile('bench-results/latest.json', `${JSON.stringify(result, null, 2)}\n`);
  print(result);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

function seed(): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--import', 'lexical', 'scripts/seed.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnvironment({
      DEMO: '1',
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    }) as NodeJS.ProcessEnv,
  });
  if (status !== 0) throw new Error('the seed failed');
  return Math.round(performance.now() - started);
}

async function lengthenLog(): Promise<void> {
  const [{ getPayload }, { createConfig }, { fillLog }, { loadSigningKey }] = await Promise.all([
    import('payload'),
    import('../../create-config.ts'),
    import('./fill-log.ts'),
    import('../../release-log/signing-key.ts'),
  ]);
  const env = parseEnv(childEnvironment({ DEMO: '1', DATA_DIR: dataDir, LOG_LEVEL: 'error' }));
  const payload = await getPayload({ config: createConfig(env) });
  const signingKey = await loadSigningKey({ configured: env.signingKey, dataDir });
  await fillLog(payload, { total: LOG_ROWS, signingKey });
  await payload.destroy();
}

async function view(url: string, count: number): Promise<void> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, page]) =>
    page ? [new URL(page).pathname] : [],
  );
  for (let seen = 0; seen < count; seen += 8) {
    await Promise.all(
      Array.from({ length: 8 }, async (_, i) =>
        (await fetch(url + (pages[(seen + i) % pages.length] ?? '/'))).arrayBuffer(),
      ),
    );
  }
}

function print(result: {
  publishLatencyMs: Awaited<ReturnType<typeof measurePublishLatency>>;
  throughput: Awaited<ReturnType<typeof measureThroughput>>[];
  seed: { ms: number };
  memoryMb: { afterStart: number; afterPageViews: number };
  serverStartMs: number;
  log: number;
}): void {
  const { publishLatencyMs: latency } = result;
  console.log(`\nApprove → readers, ${result.log} rows in the log, ${latency.rounds} rounds (ms)`);
  console.table({ 'approve answered': latency.approve, 'on the page': latency.site, 'in the feed': latency.feed });
  console.log('Reading, one process behind no proxy, beside bare node:http with the same bytes');
  console.table(Object.fromEntries(result.throughput.map(({ path: page, ...figures }) => [page, figures])));
  console.table({
    'seed, 68 entries through the verbs (s)': result.seed.ms / 1000,
    'server start until ready (s)': result.serverStartMs / 1000,
    'memory after start (MB)': result.memoryMb.afterStart,
    [`memory after ${PAGE_VIEWS} page views (MB)`]: result.memoryMb.afterPageViews,
  });
}
