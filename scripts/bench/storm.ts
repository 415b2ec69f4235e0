import { spawn } from 'node:child_process';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { childEnvironment } from '../../env.ts';
import { call, login } from './publish-latency.ts';
import { startProxy } from './proxy.ts';
import { startServer } from './server.ts';

export interface StormFigures {
  instances: number;
  withdrawals: number;
  /** readers who asked for a course and wait for the mail that asks them to confirm */
  waiting: number;
  /** requests for new passwords that were answered meanwhile */
  resets: number;
  /** the answer to `withdraw`, in ms */
  answered: Spread;
  /** from sending `withdraw` until it is gone through the proxy and at every instance, in ms */
  gone: Spread;
  /** from the answer to `withdraw` on, in ms */
  goneAfterAnswer: Spread;
}

interface Spread {
  p50: number;
  p99: number;
  most: number;
}

const FIRST_PORT = 3191;
const SIGN_UPS = 1000;
const AT_ONCE = 8;
const WITHDRAWALS = 40;
const COLLECTIONS = ['treatments', 'causes'] as const;

interface Entry {
  id: number | string;
  slug: string;
}

/**
 * How long a withdrawn text can still be read while everything else is busy: a mail server that takes connections and
 * says nothing, a thousand sign-ups that wait for their mail, another process that writes, requests for new passwords
 * without end. Two instances on MongoDB, one on SQLite; each sends mail too. The data folder is used up by it.
 */
export async function measureStorm(dataDir: string): Promise<StormFigures> {
  const { DATABASE_URL: database } = childEnvironment({});
  const mail = await startSilentMailServer();
  // The proxy is the one whose word on the client's address is taken.
  const env = { MAIL_URL: mail.url, TRUSTED_PROXIES: '1' };
  const ports = database?.startsWith('mongodb') ? [FIRST_PORT, FIRST_PORT + 1] : [FIRST_PORT];
  const servers = [];
  for (const port of ports) servers.push(await startServer(dataDir, port, env));
  const urls = servers.map(({ url }) => url);
  const [first = ''] = urls;
  const proxy = await startProxy(urls);
  const writer = spawn(process.execPath, ['--import', './scripts/register.mjs', 'scripts/bench/writer.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnvironment({ DEMO: '1', DATA_DIR: dataDir, LOG_LEVEL: 'error' }),
  });
  const over = new AbortController();
  try {
    const waiting = await signUp(first, SIGN_UPS);
    const resets = askForPasswords(urls, over.signal);
    const times = await withdrawAll(first, [proxy.url, ...urls]);
    over.abort();
    return {
      instances: urls.length,
      withdrawals: times.length,
      waiting,
      resets: await resets,
      answered: spreadOf(times.map(({ answered }) => answered)),
      gone: spreadOf(times.map(({ gone }) => gone)),
      goneAfterAnswer: spreadOf(times.map(({ gone, answered }) => Math.max(0, gone - answered))),
    };
  } finally {
    over.abort();
    writer.kill('SIGTERM');
    await proxy.stop();
    // Mail that hangs on the wire would hold each of them for as long as it may be drained.
    mail.stop();
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function withdrawAll(url: string, readers: string[]): Promise<{ answered: number; gone: number }[]> {
  const reviewer = await login(url, 'reviewer@example.com');
  const times: { answered: number; gone: number }[] = [];
  for (const collection of COLLECTIONS) {
    const list = `/api/${collection}?limit=100&depth=0&sort=-slug&draft=true`;
    const { docs } = await call<{ docs: Entry[] }>(url, reviewer, 'GET', list);
    for (const { id, slug } of docs) {
      if (times.length === WITHDRAWALS) return times;
      const entry = `/api/${collection}/${id}`;
      const { live } = await call<{ live: { revision: string } | null }>(url, reviewer, 'GET', `${entry}/review`);
      if (!live) continue;
      const pages = readers.map((reader) => `${reader}/${collection}/${slug}`);
      await Promise.all(pages.map((page) => fetch(page).then((answer) => answer.text())));
      const started = performance.now();
      const isGone = pages.map((page) => gone(page, started));
      await call(url, reviewer, 'POST', `${entry}/withdraw`, { revision: live.revision, reason: 'inaccurate' });
      const answered = performance.now() - started;
      times.push({ answered, gone: Math.max(...(await Promise.all(isGone))) });
    }
  }
  return times;
}

/** Milliseconds from `started` until the last answer with the text. */
async function gone(page: string, started: number): Promise<number> {
  for (;;) {
    const answer = await fetch(page);
    await answer.arrayBuffer();
    if (answer.status === 410) return performance.now() - started;
    if (performance.now() - started > 60_000) throw new Error(`${page} is still there`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** From as many networks, past the proxy, whose own limit is per address. */
async function signUp(url: string, count: number): Promise<number> {
  const courses = await (await fetch(`${url}/sitemap.xml`)).text();
  const course = /\/courses\/[\w-]+/.exec(courses)?.[0];
  if (!course) throw new Error('there is no course: seed the library first');
  let taken = 0;
  const one = async (i: number) => {
    const answer = await fetch(`${url}${course}/subscribe`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'x-forwarded-for': `198.18.${Math.floor(i / 250)}.${(i % 250) + 1}` },
      body: new URLSearchParams({ email: `storm${i}@example.net`, timeZone: 'Europe/London', consent: 'yes' }),
    });
    if (answer.status < 400) taken += 1;
  };
  for (let i = 0; i < count; i += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - i) }, (_, n) => one(i + n)));
  return taken;
}

/** Four at a time, for accounts that there are and that there are not, until told to end. */
async function askForPasswords(urls: string[], over: AbortSignal): Promise<number> {
  let answered = 0;
  const ask = async (lane: number) => {
    for (let i = 0; !over.aborted; i += 1) {
      const email = i % 2 === 0 ? 'editor@example.com' : `nobody${i}@example.com`;
      const client = `198.19.${lane}.${(i % 250) + 1}`;
      await fetch(`${urls[i % urls.length] ?? ''}/api/users/forgot-password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
        body: JSON.stringify({ email }),
      }).then((answer) => answer.text());
      answered += 1;
    }
  };
  await Promise.all([0, 1, 2, 3].map(ask));
  return answered;
}

async function startSilentMailServer(): Promise<{ url: string; stop: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}
