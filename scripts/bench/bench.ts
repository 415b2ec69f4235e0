/**
 * `npm run bench`: figures of this machine, as a table and as JSON. Works on a data folder of its own, which it removes;
 * with `--data=FOLDER` on one that it keeps, because filling a long log takes minutes. On MongoDB when DATABASE_URL
 * names one; a log in it is lengthened, so it has to be one that nobody needs.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Payload } from 'payload';
import { childEnvironment, drawAsInProduction, parseEnv } from '../../env.ts';
import { isBuilt } from '../demo/build-stamp.ts';
import { onServerCore } from './cores.ts';
import { measurePublishLatency } from './publish-latency.ts';
import { judgedOf, loadingOf } from './in-browser.ts';
import { lighthouseVersion } from './lighthouse.ts';
import { findLoadGenerator, type LoadGenerator } from './load.ts';
import { hasNginx, measureProxied } from './proxy.ts';
import { machine } from './machine.ts';
import { measureMail, type MailRun } from './mail.ts';
import { measureReading } from './reading.ts';
import { startServer, type RunningServer } from './server.ts';
import { measureStorm } from './storm.ts';
import { aFigure, view } from './visits.ts';
import { withdrawThroughProxy } from './withdrawal.ts';

/** The log that readers are measured on, and one of many years. */
const LOG = { rows: 10_000, entries: 1_000 };
const LONG_LOG = { rows: 100_000, entries: 10_000 };
const MAIL: MailRun[] = [
  { delayMs: 0, workers: 1, mails: 2_000 },
  { delayMs: 20, workers: 1, mails: 600 },
  { delayMs: 20, workers: 2, mails: 1_200 },
  { delayMs: 20, workers: 4, mails: 2_400 },
];
const ROUNDS = 30;
const PAGE_VIEWS = 10_000;
const PORT = 3199;
/** No demonstration: without its notice, and open to search engines. */
const READERS_SITE = {
  DEMO: '0',
  ALLOW_HTTP: '1',
  PAYLOAD_SECRET: randomUUID(),
  MAIL_FROM: 'Bench <bench@example.org>',
  POSTAL_ADDRESS: 'Bench, no postal address',
};
const PAGES = ['/guides/hip-pain', '/causes/hip-osteoarthritis', '/feed.json'];

/**
 * What can be measured by itself: `npm run bench -- reading long-log`; without a name all of it in this order, but for
 * those that change what the others measure (the storm withdraws it, finding adds 10,000 entries to it) and for
 * Lighthouse, which nobody has to have.
 */
const PARTS = [
  'loading',
  'latency',
  'proxied',
  'memory',
  'reading',
  'long-log',
  'mail',
  'storm',
  'finding',
  'lighthouse',
] as const;
type Part = (typeof PARTS)[number];
const ONLY_WHEN_NAMED: readonly Part[] = ['storm', 'finding', 'lighthouse'];

const { values: given, positionals: asked } = parseArgs({
  options: { data: { type: 'string' } },
  allowPositionals: true,
});
const unknown = asked.filter((name) => !(PARTS as readonly string[]).includes(name));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
const wanted = (part: Part) => (asked.length === 0 ? !ONLY_WHEN_NAMED.includes(part) : asked.includes(part));

/** Alone, and without the server and its long log. */
const isOnly = (...parts: Part[]) => asked.length > 0 && asked.every((one) => (parts as string[]).includes(one));

if (wanted('lighthouse') && lighthouseVersion() === null)
  throw new Error('lighthouse is not installed: `npm i -g lighthouse@12.8.2`, the last one for Node 20');

if (!isOnly('mail') && !(await isBuilt(process.cwd())))
  throw new Error('the build is missing or old: start `npm run demo` once');
const dataDir = given.data ?? (await mkdtemp(path.join(os.tmpdir(), 'imprimatur-bench-')));
try {
  const figures = { machine: machine(), ...(await measure()) };
  await mkdir('bench-results', { recursive: true });
  await writeFile('bench-results/latest.json', `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  if (given.data === undefined) await rm(dataDir, { recursive: true, force: true });
}

async function measure() {
  const seedMs = seed();
  show({ 'seed of the library through the verbs (s)': seedMs / 1000 });
  // By itself it needs neither the long log nor a server of its own.
  if (isOnly('mail')) return { at: new Date().toISOString(), seedMs, mail: await mailOf() };
  if (isOnly('storm')) return { at: new Date().toISOString(), seedMs, storm: await stormOf() };
  if (isOnly('finding')) return { at: new Date().toISOString(), seedMs, finding: await findingOf() };
  const opened = await openedOf();
  if (isOnly('loading', 'lighthouse')) return { at: new Date().toISOString(), seedMs, ...opened };
  const rows = await onDatabase(async (payload) =>
    (await import('./fill-log.ts')).fillLog(payload, { total: LOG.rows, entries: LOG.entries }),
  );
  const server = await startServer(dataDir, PORT);
  const afterStart = Math.round(await server.rssMb());
  show({ 'server start until ready (s)': server.startMs / 1000, 'memory after start (MB)': afterStart });
  const latency = wanted('latency') ? await latencyOf(server.url, rows) : null;
  const load = findLoadGenerator();
  const proxied = wanted('proxied') ? await proxiedOf(server.url, load) : null;
  const memory = wanted('memory') ? await memoryOf(server) : null;
  const reading = wanted('reading') ? await readingOf(server) : null;
  await server.stop();
  const longLog = wanted('long-log') ? await longLogOf() : null;
  const mail = wanted('mail') ? await mailOf() : null;
  const storm = wanted('storm') ? await stormOf() : null;
  return {
    at: new Date().toISOString(),
    seedMs,
    startMs: Math.round(server.startMs),
    afterStart,
    ...opened,
    rows,
    latency,
    loadGenerator: load.name,
    reading,
    proxied,
    memory,
    longLog,
    mail,
    storm,
  };
}

/** What a browser makes of the pages, served as in production: a demonstration keeps out of search engines. */
async function openedOf() {
  if (!wanted('loading') && !wanted('lighthouse')) return {};
  const server = await startServer(dataDir, PORT, READERS_SITE);
  try {
    return {
      loading: wanted('loading') ? await loadingOf(server.url) : null,
      lighthouse: wanted('lighthouse') ? await judgedOf(server.url) : null,
    };
  } finally {
    await server.stop();
  }
}

async function latencyOf(url: string, rows: number) {
  const latency = await measurePublishLatency(url, ROUNDS);
  console.log(`\nApprove → readers, ${rows} rows in the log, ${latency.rounds} rounds (ms)`);
  show({ 'approve answered': latency.approve, 'on the page': latency.site, 'in the feed': latency.feed });
  return latency;
}

/** Last of what is asked of a server: it keeps it on one core. */
async function readingOf({ url, pid }: RunningServer) {
  const load = findLoadGenerator({ apart: true });
  onServerCore(pid);
  const reading = await measureReading(url, [...PAGES, await aFigure(url)], load);
  console.log(`\nReading, one process, beside bare node:http with the same bytes (${load.name}; p99 in ms at 80 %)`);
  show(Object.fromEntries(reading.map(({ path: page, ...figures }) => [page, figures])));
  return reading;
}

async function proxiedOf(url: string, load: LoadGenerator) {
  if (!hasNginx()) {
    console.log('nginx is not installed: nothing was measured through the proxy');
    return null;
  }
  const pages = await measureProxied(url, PAGES, load);
  console.log('\nThrough deploy/nginx.conf, beside the same nginx serving a file (p99 in ms)');
  show(Object.fromEntries(pages.map(({ path: page, ...figures }) => [page, figures])));
  const withdrawnMs = await withdrawThroughProxy(url);
  show({ 'withdrawn until gone through the proxy (ms)': withdrawnMs });
  return { pages, withdrawnMs };
}

async function stormOf() {
  if (!hasNginx()) {
    console.log('nginx is not installed: no storm was measured');
    return null;
  }
  const { answered, gone, goneAfterAnswer, ...storm } = await measureStorm(dataDir);
  console.log(
    '\nWithdrawals while a mail server stands still, sign-ups wait, another process writes and passwords are asked for',
  );
  show(storm);
  show({ 'withdraw answered (ms)': answered, 'until gone (ms)': gone, 'gone after the answer (ms)': goneAfterAnswer });
  return { ...storm, answered, gone, goneAfterAnswer };
}

async function mailOf() {
  const figures = [];
  for (const run of MAIL) figures.push(await measureMail(dataDir, onDatabase, run));
  console.log('\nLessons due at one instant, planned and sent, beside a bare pool that signs (CPU in ms of a mail)');
  console.table(figures);
  return figures;
}

async function memoryOf(server: RunningServer) {
  await view(server.url, PAGE_VIEWS);
  const memoryMb = Math.round(await server.rssMb());
  show({ [`memory after ${PAGE_VIEWS} page views (MB)`]: memoryMb });
  return { pageViews: PAGE_VIEWS, memoryMb };
}

function seed(): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['--import', './scripts/register.mjs', 'scripts/seed.ts'], {
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

/** Search, alphabet and finder among 10,000 live entries of different words. */
async function findingOf() {
  drawAsInProduction();
  const { fillVaried, measureFinding } = await import('./finding.ts');
  await onDatabase((payload) => fillVaried(payload, LONG_LOG.entries));
  const finding = await onDatabase(measureFinding);
  console.log(`\nFinding among ${finding.liveEntries} live entries (ms to a whole page)`);
  console.table(finding.answers);
  show({
    'building the index (s)': finding.buildS,
    'longest pause of others meanwhile (ms)': finding.longestPauseMs,
    'processor time within the longest (ms)': finding.longestPauseCpuMs,
    'heap of index, log and rows (MB)': finding.heapMb,
  });
  return finding;
}

/** A log of many years, through the same function that every release is appended by. */
async function longLogOf() {
  const { fillLog } = await import('./fill-log.ts');
  const { measureLibrary } = await import('./library.ts');
  await onDatabase((payload) => fillLog(payload, { total: LONG_LOG.rows, entries: LONG_LOG.entries }));
  // Nobody has followed the new rows yet; at the second start mail has.
  const behind = await startToFirstPage();
  const start = await startToFirstPage();
  const library = await onDatabase(measureLibrary);
  console.log(`\nA log of ${library.rows} rows with ${library.liveEntries} live entries`);
  show({
    'start to first page (s)': start.firstPageMs / 1000,
    'CPU until then (s)': start.cpuMs / 1000,
    'the same when mail has not followed the log (s)': behind.firstPageMs / 1000,
    'CPU until then, mail behind (s)': behind.cpuMs / 1000,
    'memory after it (MB)': start.rssMb,
    'most memory until then (MB)': start.peakMb,
    'following the whole log, verified (s)': library.followMs / 1000,
    'CPU of following it (s)': library.followCpuMs / 1000,
    'heap of the library (MB)': library.heapMb,
    'CPU of one release more, median (ms)': library.releaseCpuMs.p50,
    'CPU of one release more, p95 (ms)': library.releaseCpuMs.p95,
  });
  return { ...library, start, behind };
}

/** How long, and how much, from nothing to the first page of the guide. */
async function startToFirstPage() {
  const server = await startServer(dataDir, PORT);
  const begun = performance.now();
  await (await fetch(`${server.url}/guides/hip-pain`)).text();
  const firstPageMs = Math.round(server.startMs + performance.now() - begun);
  const [cpuMs, rssMb, peakMb] = await Promise.all([server.cpuMs(), server.rssMb(), server.peakMb()]);
  // The loop of the worker goes on from where the log was followed to.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await server.stop();
  return { firstPageMs, cpuMs, rssMb: Math.round(rssMb), peakMb: Math.round(peakMb) };
}

function show(figures: Record<string, unknown>): void {
  console.table(figures);
}
