import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createHttpServer } from '../../../runtime/http-server.ts';
import { startReaders, type Readers } from '../../../runtime/readers/start.ts';
import { freePort } from '../../support/free-port.ts';
import { aCause, released, withdrawn } from '../../support/releases.ts';
import { headerOf, onTheWire, rawRequest, type WireRequest } from '../../support/wire.ts';
import { channelsInMemory } from '../support.ts';

let stops: (() => unknown)[] = [];
const stopAll = async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
};
afterEach(stopAll);

/** The thread of the readers before the given server of this process. */
async function readersBefore(inner: Server, memory: Parameters<typeof startReaders>[0]['memory'] = () => null) {
  const folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-readers-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const socketPath = path.join(folder, 'inner.sock');
  await new Promise<void>((resolve) => inner.listen(socketPath, resolve));
  stops.push(() => {
    inner.closeAllConnections();
    inner.close();
  });
  const port = await freePort();
  const troubles: string[] = [];
  const readers = await startReaders({
    ...{ hostname: '127.0.0.1', port, socketPath, memory },
    onTrouble: (what) => troubles.push(what),
    onLost: (error) => troubles.push(String(error)),
  });
  stops.push(() => readers.stop());
  const origin = `http://127.0.0.1:${port}`;
  return { readers, origin, troubles, ask: (target: string, how?: WireRequest) => onTheWire(origin, target, how) };
}

describe('the thread of the readers', () => {
  async function aSystem() {
    const { state, log, handle, memory } = channelsInMemory({ now: () => performance.now() });
    const started: { readers?: Readers } = {};
    let requests = 0;
    const inner = createHttpServer({
      handle,
      memory: () => started.readers?.memory() ?? null,
      onError: () => undefined,
    });
    inner.on('request', () => (requests += 1));
    const before = await readersBefore(inner, () => memory);
    started.readers = before.readers;
    /** The answer, and whether the thread had it. */
    const watched = async (target: string, how?: WireRequest) => {
      const already = requests;
      const answer = await before.ask(target, how);
      return { answer, inThread: requests === already };
    };
    /** Until the thread has it. */
    const learnt = async (target: string, how?: WireRequest) => {
      for (let i = 0; i < 10; i += 1) {
        const seen = await watched(target, how);
        if (seen.inThread) return seen.answer;
      }
      throw new Error(`${target} never came from the thread`);
    };
    return { ...before, state, log, watched, learnt };
  }
  const long = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  test('answers each kind of address as the channel does, in each coding, and 304', async () => {
    const { ask, learnt } = await aSystem();
    for (const target of ['/guides/hip-pain', '/causes/old-name', '/treatments/gone', '/feed.json', '/feed.xml']) {
      for (const coding of ['br', 'gzip', 'identity']) {
        const headers = { 'accept-encoding': coding };
        const channel = await ask(`${target}?`, { headers });
        expect(await learnt(target, { headers })).toEqual(channel);
        expect(await learnt(target, { headers, method: 'HEAD' })).toEqual({ ...channel, body: Buffer.alloc(0) });
        const known = { headers: { ...headers, 'if-none-match': headerOf(channel, 'etag') ?? '' } };
        expect(await learnt(target, known)).toEqual(await ask(`${target}?`, known));
      }
    }
  });

  test('follows the log: what changed is answered anew within a quarter of a second, the rest stays', async () => {
    const { log, watched, learnt } = await aSystem();
    const [guide, cause] = ['/guides/hip-pain', '/causes/new-name'];
    await learnt(guide);
    await learnt(cause);
    log.rows.push(released(aCause({ uid: 'moved', slug: 'new-name', title: 'Newer words' }), { seq: 10 }));
    await long(260);
    expect((await watched(cause)).answer.body.toString()).toContain('Newer words');
    expect((await watched(guide)).inThread).toBe(true);
    await learnt(cause);
    log.rows.push(withdrawn(released(aCause({ uid: 'moved', slug: 'new-name' }), { seq: 10 }), { seq: 11 }));
    await long(260);
    expect((await watched(cause)).answer.status).toBe(410);
  });

  test('follows the log also while readers never pause', async () => {
    const { log, ask, learnt } = await aSystem();
    const cause = '/causes/new-name';
    await learnt(cause);
    log.rows.push(withdrawn(released(aCause({ uid: 'moved', slug: 'new-name' }), { seq: 6 }), { seq: 10 }));
    const begun = performance.now();
    for (;;) {
      if ((await ask(cause)).status === 410) break;
      expect(performance.now() - begun).toBeLessThan(1000);
    }
  });

  test('answers nothing from before when the log cannot be read: 503', async () => {
    const { state, ask, learnt } = await aSystem();
    await learnt('/');
    state.away = true;
    await long(260);
    expect((await ask('/')).status).toBe(503);
    state.away = false;
    expect((await ask('/')).status).toBe(200);
    await learnt('/');
  });

  test('leaves what is personal, unknown or written in another way to the channel', async () => {
    const { watched } = await aSystem();
    for (const target of ['/nothing', '/guides/hip-pain?x', '//guides/hip-pain', '/guides/%68ip-pain']) {
      await watched(target);
      await watched(target);
      expect((await watched(target)).inThread, target).toBe(false);
    }
    expect((await watched('/', { method: 'POST' })).inThread).toBe(false);
  });

  test('says why it cannot listen', async () => {
    const { origin } = await readersBefore(createServer());
    const starting = startReaders({
      ...{ hostname: '127.0.0.1', port: Number(new URL(origin).port), socketPath: 'none', memory: () => null },
      onTrouble: () => undefined,
      onLost: () => undefined,
    });
    await expect(starting).rejects.toThrow('EADDRINUSE');
  });

  test('takes no new request once it is asked to end, and ends with the last answer', async () => {
    let answerIt: () => void = () => undefined;
    const arrived = new Promise<void>((come) => {
      const inner = createServer((_, response) => {
        answerIt = () => response.end('late');
        come();
      });
      stops.push(() => inner.close());
      void readersBefore(inner).then(({ readers, origin }) =>
        Object.assign(started, { readers, origin, asked: onTheWire(origin, '/') }),
      );
    });
    const started: { readers?: Readers; origin?: string; asked?: ReturnType<typeof onTheWire> } = {};
    await arrived;
    const ending = started.readers?.end();
    await long(100);
    await expect(onTheWire(started.origin ?? '', '/')).rejects.toThrow('ECONNREFUSED');
    answerIt();
    expect((await started.asked)?.body.toString()).toBe('late');
    await ending;
  });
});

describe('what the thread hands on', () => {
  let requests = 0;
  let echo: Awaited<ReturnType<typeof readersBefore>>;
  let stopEcho: typeof stops;
  beforeAll(async () => {
    echo = await readersBefore(echoing());
    [stopEcho, stops] = [stops, []];
  });
  afterAll(async () => {
    stops = stopEcho;
    await stopAll();
  });
  const echoing = () =>
    createServer((request, response) => {
      requests += 1;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.setHeader('Set-Cookie', ['a=1', 'b=2']);
        response.setHeader('X-Case', 'Kept');
        response.statusCode = 201;
        response.end(
          JSON.stringify({
            line: [request.method, request.url],
            raw: request.rawHeaders,
            body: Buffer.concat(chunks).toString('hex'),
          }),
        );
      });
    });
  const said = ({ body }: { body: Buffer }) =>
    JSON.parse(body.toString()) as { line: string[]; raw: string[]; body: string };

  test('is the request as it came and the answer as it was given', async () => {
    const { ask } = echo;
    const answer = await ask('/a%2Fb?x=%C3%A4&&', { method: 'PATCH', headers: { 'X-Twice': ['1', '2'] } });
    expect(answer.status).toBe(201);
    expect(answer.headers.filter(([name]) => name === 'Set-Cookie')).toHaveLength(2);
    expect(headerOf(answer, 'x-case')).toBe('Kept');
    expect(said(answer).line).toEqual(['PATCH', '/a%2Fb?x=%C3%A4&&']);
    expect(said(answer).raw.filter((part) => part === 'X-Twice')).toHaveLength(2);
  });

  test.each(['a length', 'chunks'])('has its body, sent with %s', async (how) => {
    const { origin } = echo;
    const body = Buffer.alloc(300_000, 'ab');
    const answer = await new Promise<Buffer>((resolve, reject) => {
      const headers = how === 'chunks' ? {} : { 'content-length': body.length };
      const sent = httpRequest(`${origin}/api/upload`, { method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      });
      sent.on('error', reject);
      sent.write(body.subarray(0, 100_000));
      setTimeout(() => sent.end(body.subarray(100_000)), 20);
    });
    expect(said({ body: answer }).body).toBe(body.toString('hex'));
  });

  test('has no header of one connection, and says who asks where nobody said so before', async () => {
    const { ask } = echo;
    const headers = { Connection: 'X-Mine, Cookie', 'X-Mine': '1', Cookie: 'c=1', TE: 'trailers', 'X-Other': '2' };
    const { raw } = said(await ask('/', { headers }));
    const names = raw.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
    expect(names).toEqual(expect.arrayContaining(['host', 'cookie', 'x-other', 'x-forwarded-for']));
    expect(names).not.toEqual(expect.arrayContaining(['x-mine']));
    expect(names).not.toEqual(expect.arrayContaining(['te']));
    expect(raw[raw.indexOf('x-forwarded-for') + 1]).toBe('127.0.0.1');
    const before = said(await ask('/', { headers: { 'X-Forwarded-For': '192.0.2.7' } })).raw;
    expect(before.filter((part) => part.toLowerCase() === 'x-forwarded-for')).toEqual(['x-forwarded-for']);
    expect(before).toContain('192.0.2.7, 127.0.0.1');
  });

  test('is one request, however its end is written', async () => {
    const { origin } = echo;
    requests = 0;
    const odd = [
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\nConnection: close\r\n\r\nabcde',
      'GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nA: b\nGET /smuggled HTTP/1.1\r\nConnection: close\r\n\r\n',
    ];
    for (const bytes of odd) expect(await rawRequest(origin, bytes)).toMatch(/^HTTP\/1\.1 400/);
    expect(requests).toBe(0);
    const close = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close, Content-Length\r\n\r\nabc';
    expect(await rawRequest(origin, close)).toContain('"body":"616263"');
    expect(requests).toBe(1);
  });

  test('ends where the client went away, and is 503 where nobody answers', async () => {
    const ended = new Promise<string>((resolve) => {
      const inner = createServer((request, response) => {
        if (request.url === '/fails') return void request.socket.destroy();
        response.on('close', () => resolve(response.writableFinished ? 'answered' : 'gone'));
        response.write('begun');
      });
      void readersBefore(inner).then(async ({ origin, ask }) => {
        const failed = await ask('/fails');
        expect(failed.status).toBe(503);
        expect(headerOf(failed, 'cache-control')).toBe('no-store');
        const { port } = new URL(origin);
        const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
        socket.once('data', () => socket.destroy());
      });
    });
    expect(await ended).toBe('gone');
  });

  test('is cut off for the client where the answer breaks off', async () => {
    const inner = createServer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      setTimeout(() => response.destroy(), 50);
    });
    const { ask } = await readersBefore(inner);
    await expect(ask('/')).rejects.toThrow(/aborted|ECONNRESET/);
  });
});
