/** `npm run bench`: figures of this machine, as a table and as JSON. Works on a data folder of its own. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Payload } from 'payload';
import { childEnvironment, parseEnv } from '../../env.ts';
import { isBuilt } from '../demo/build-stamp.ts';
import { measurePublishLatency } from './publish-latency.ts';
import { findLoadGenerator } from './load.ts';
import { hasNginx, measureProxied, startProxy } from './proxy.ts';
import { measureReading, type Reading } from './reading.ts';
import { startServer } from './server.ts';
import { measureWithdrawal } from './withdrawal.ts';

const LOG_ROWS = 1000;
const LONG_LOG = { rows: 100_000, entries: 10_000 };
const ROUNDS = 30;
const PAGE_VIEWS = 10_000;
const PORT = 3199;
const PAGES = ['/guides/hip-pain', '/causes/hip-osteoarthritis', '/feed.json'];

if (!(await isBuilt(process.cwd()))) throw new Error('the build is missing or old: start `npm run demo` once');
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'imprimatur-bench-'));
try {
  const seedMs = seed();
  await onDatabase(async (payload) => (await import('./fill-log.ts')).fillLog(payload, { total: LOG_ROWS }));
  const server = await startServer(dataDir, PORT);
  const idleMb = await server.rssMb();
  const latency = await measurePublishLatency(server.url, ROUNDS);
  const load = findLoadGenerator();
  const reading = await measureReading(server.url, [...PAGES, await aFigure(server.url)], load);
  const proxied = hasNginx() ? await measureProxied(server.url, PAGES, load) : [];
  await view(server.url, PAGE_VIEWS);
  const loadedMb = await server.rssMb();
  const withdrawal = hasNginx() ? await withdrawThroughProxy(server.url) : null;
  await server.stop();
  const again = await startServer(dataDir, PORT);
  await again.stop();
  const longLog = await measureLongLog();

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
    loadGenerator: load.name,
    reading,
    proxied,
    withdrawnThroughProxyMs: withdrawal,
    memoryMb: { afterStart: Math.round(idleMb), afterPageViews: Math.round(loadedMb), pageViews: PAGE_VIEWS },
    serverStartMs: Math.round(again.startMs),
    longLog,
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
    }),
  });
  if (status !== 0) throw new Error('the seed failed');
  return Math.round(performance.now() - started);
}

async function onDatabase<T>(work: (payload: Payload) => Promise<T>): Promise<T> {
  const [{ getPayload }, { createConfig }] = await Promise.all([import('payload'), import('../../create-config.ts')]);
  const env = parseEnv(childEnvironment({ DEMO: '1', DATA_DIR: dataDir, LOG_LEVEL: 'error' }));
  const payload = await getPayload({ config: createConfig(env), key: randomUUID() });
  try {
    return await work(payload);
  } finally {
    await payload.destroy();
  }
}

/** A log of many years, through the same function that every release is appended by. */
async function measureLongLog() {
  const { fillLog } = await import('./fill-log.ts');
  const { measureLibrary } = await import('./library.ts');
  await onDatabase((payload) => fillLog(payload, { total: LONG_LOG.rows, entries: LONG_LOG.entries }));
  const server = await startServer(dataDir, PORT);
  const asked = performance.now();
  await (await fetch(`${server.url}/guides/hip-pain`)).text();
  const start = { firstPageMs: server.startMs + performance.now() - asked, rssMb: await server.rssMb() };
  await server.stop();
  const library = await onDatabase(measureLibrary);
  return { ...library, firstPageMs: Math.round(start.firstPageMs), rssMb: Math.round(start.rssMb) };
}

/** The largest figure of the guide. */
async function aFigure(url: string): Promise<string> {
  const page = await (await fetch(`${url}/guides/hip-pain`)).text();
  const figures = [...page.matchAll(/\/figures\/[0-9a-f]{64}\.webp/g)].map(([figure]) => figure);
  const [figure] = figures.slice(-1);
  if (figure === undefined) throw new Error('the guide has no figure');
  return figure;
}

async function withdrawThroughProxy(url: string) {
  const proxy = await startProxy(url);
  try {
    return await measureWithdrawal(url, proxy.url, 5);
  } finally {
    await proxy.stop();
  }
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
  loadGenerator: string;
  reading: Reading[];
  proxied: Awaited<ReturnType<typeof measureProxied>>;
  withdrawnThroughProxyMs: { p50: number; p95: number } | null;
  seed: { ms: number };
  memoryMb: { afterStart: number; afterPageViews: number };
  serverStartMs: number;
  longLog: Awaited<ReturnType<typeof measureLongLog>>;
  log: number;
}): void {
  const { publishLatencyMs: latency } = result;
  console.log(`\nApprove → readers, ${result.log} rows in the log, ${latency.rounds} rounds (ms)`);
  console.table({ 'approve answered': latency.approve, 'on the page': latency.site, 'in the feed': latency.feed });
  console.log(`Reading, one process, beside bare node:http with the same bytes (${result.loadGenerator}; p99 in ms)`);
  console.table(Object.fromEntries(result.reading.map(({ path: page, ...figures }) => [page, figures])));
  if (result.proxied.length === 0) console.log('nginx is not installed: nothing was measured through the proxy');
  else {
    console.log('Through deploy/nginx.conf, beside the same nginx serving a file (p99 in ms, under full load)');
    console.table(Object.fromEntries(result.proxied.map(({ path: page, ...figures }) => [page, figures])));
    console.table({ 'withdrawn until gone through the proxy (ms)': result.withdrawnThroughProxyMs });
  }
  console.table({
    'seed, 68 entries through the verbs (s)': result.seed.ms / 1000,
    'server start until ready (s)': result.serverStartMs / 1000,
    'memory after start (MB)': result.memoryMb.afterStart,
    [`memory after ${PAGE_VIEWS} page views (MB)`]: result.memoryMb.afterPageViews,
  });
  const { rows, liveEntries, firstPageMs, rssMb, followMs, heapMb, releaseCpuMs } = result.longLog;
  console.log(`A log of ${rows} rows with ${liveEntries} live entries`);
  console.table({
    'start to first page (s)': firstPageMs / 1000,
    'memory after it (MB)': rssMb,
    'following the whole log, verified (s)': followMs / 1000,
    'heap of the library (MB)': heapMb,
    'CPU of one release more, median (ms)': releaseCpuMs.p50,
    'CPU of one release more, p95 (ms)': releaseCpuMs.p95,
  });
}
