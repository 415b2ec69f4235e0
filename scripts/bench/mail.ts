import { fork, spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import PostalMime from 'postal-mime';
import { childEnvironment } from '../../env.ts';
import { SIGNED_HEADERS } from '../../publishers/email/transport/compose.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import type { BareMails } from './bare-pool.ts';
import type { SinkReport } from './mail-sink.ts';

export interface MailFigures {
  /** milliseconds that the mail server takes for each of its answers */
  delayMs: number;
  workers: number;
  mails: number;
  /** a second, from the first mail to the last */
  perSecond: number;
  /** of a bare pool that signs, right after */
  barePerSecond: number;
  ratio: number;
  /** processor time of a mail in ms, of all workers together, from planning on */
  cpuMs: number;
  bareCpuMs: number;
}

export interface MailRun {
  delayMs: number;
  workers: number;
  mails: number;
}

/** Connections of nodemailer's pool unless told. */
const CONNECTIONS = 5;
/** Time enough to write down one reader. */
const MS_TO_ENROL = 5;
const DOMAIN = 'imprimatur.example';
const SCRIPT = ['--import', './scripts/register.mjs'];

/**
 * Lessons that are due to `mails` readers at one instant, planned and sent by workers of their own to a mail server
 * that does nothing else; then as many by a bare pool. `onDatabase` opens the database for the time of a work: it has
 * a library with a course.
 */
export async function measureMail(
  dataDir: string,
  onDatabase: <T>(work: (payload: Payload) => Promise<T>) => Promise<T>,
  { delayMs, workers: count, mails }: MailRun,
): Promise<MailFigures> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const sink = await startSink(delayMs);
  const workers: ChildProcess[] = [];
  try {
    const env = { MAIL_URL: sink.url, DKIM_DOMAIN: DOMAIN, DKIM_SELECTOR: 'bench', DKIM_PRIVATE_KEY: privateKey };
    for (let i = 0; i < count; i += 1) workers.push(await startWorker(dataDir, env));
    const dueAt = new Date(Date.now() + 5_000 + mails * MS_TO_ENROL);
    await onDatabase((payload) => enrol(payload, mails, dueAt));
    await pause(Math.max(0, dueAt.getTime() - Date.now()));
    const cpu = () => workers.reduce((sum, worker) => sum + cpuOf(worker), 0);
    const before = cpu();
    const ours = await sink.until(mails);
    const cpuMs = cpu() - before;
    for (const worker of workers) worker.kill('SIGTERM');
    const what = { ...(await bareOf(ours.sample)), url: sink.url, count: mails, connections: CONNECTIONS };
    const dkim = { domainName: DOMAIN, keySelector: 'bench', privateKey, headerFieldNames: SIGNED_HEADERS };
    const bareCpuMs = await sendBare(path.join(dataDir, 'bare.json'), { ...what, dkim });
    const bare = await sink.until(mails);
    const [perSecond, barePerSecond] = [rateOf(ours), rateOf(bare)];
    return {
      ...{ delayMs, workers: count, mails, perSecond, barePerSecond },
      ratio: Math.round((perSecond / barePerSecond) * 100) / 100,
      cpuMs: round(cpuMs / mails),
      bareCpuMs: round(bareCpuMs / mails),
    };
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    sink.stop();
  }
}

const round = (ms: number) => Math.round(ms * 100) / 100;
const rateOf = ({ count, first, last }: SinkReport) => Math.round(((count - 1) / (last - first)) * 1000);

/** Readers of the first course whose first lesson is due then; whoever came before waits for nothing. */
async function enrol(payload: Payload, count: number, dueAt: Date): Promise<void> {
  const { db } = payload;
  const due = { status: { equals: 'active' } };
  await db.updateMany({ collection: 'enrolments', where: due, data: { status: 'finished', nextDueAt: null } });
  const library = await createLibrary({ log: createReleaseLog(payload), now: Date.now }).current();
  const [course] = library.list('course');
  const released = course && (await library.released(course.uid));
  if (released?.snapshot.type !== 'course') throw new Error('seed the library first');
  const [lesson] = released.snapshot.lessons;
  const run = randomUUID();
  for (let i = 0; i < count; i += 1) {
    const [uid, subscriberUid] = [randomUUID(), randomUUID()];
    await db.create({
      collection: 'enrolments',
      data: {
        ...{ uid, subscriberUid, enrolmentKey: uid, email: `reader-${i}.${run}@example.net` },
        ...{ courseUid: released.uid, courseTitle: released.title, status: 'active', timeZone: 'Europe/London' },
        ...{ requests: 1, round: 1, nextLessonKey: lesson?.key, nextDueAt: dueAt.toISOString() },
      },
      returning: false,
    });
  }
}

/** Answers once it says that it runs. */
async function startWorker(dataDir: string, env: Record<string, string>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [...SCRIPT, 'scripts/worker.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({
      ...{ DEMO: '1', NODE_ENV: 'production', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
      ...{ MAIL_FROM: `Imprimatur <course@${DOMAIN}>`, ...env },
    }),
  });
  await new Promise((resolve) => worker.stdout.once('data', resolve));
  worker.stdout.resume();
  return worker;
}

/** User and system time are fields 14 and 15 of /proc/PID/stat, in hundredths of a second. */
function cpuOf({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function bareOf(sample: string): Promise<Pick<BareMails, 'subject' | 'html' | 'text' | 'headers'>> {
  const { subject = '', html = '', text = '', headers } = await PostalMime.parse(sample);
  const own = headers.filter(({ key }) => key.startsWith('list-') || key === 'auto-submitted');
  return { subject, html, text, headers: Object.fromEntries(own.map(({ key, value }) => [key, value])) };
}

async function sendBare(file: string, what: BareMails): Promise<number> {
  writeFileSync(file, JSON.stringify(what));
  const child = spawn(process.execPath, [...SCRIPT, 'scripts/bench/bare-pool.ts', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => child.once('exit', resolve));
  return Number(said);
}

async function startSink(delayMs: number) {
  const child = fork('scripts/bench/mail-sink.ts', [String(delayMs)], { execArgv: SCRIPT });
  const heard = <T>() => new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)));
  const { port } = await heard<{ port: number }>();
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** What came, once it is this many mails; throws when nothing comes for a minute. */
    async until(mails: number): Promise<SinkReport> {
      let all: SinkReport = { count: 0, first: 0, last: 0, sample: '' };
      for (let silent = 0; all.count < mails;) {
        await pause(200);
        const more = heard<SinkReport>();
        child.send('report');
        const { count, first, last, sample } = await more;
        silent = count > 0 ? 0 : silent + 1;
        if (silent > 300) throw new Error(`${all.count} of ${mails} mails came`);
        if (count > 0)
          all = { count: all.count + count, first: all.first || first, last, sample: all.sample || sample };
      }
      return all;
    },
    stop: () => child.kill('SIGKILL'),
  };
}
