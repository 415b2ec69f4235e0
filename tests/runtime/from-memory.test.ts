import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpServer } from '../../runtime/http-server.ts';
import { aCause, released, withdrawn } from '../support/releases.ts';
import { headerOf, onTheWire, rawRequest, type WireRequest } from '../support/wire.ts';
import { channelsInMemory, FIGURE } from './support.ts';

const EVERY_KIND = [
  '/',
  '/guides/hip-pain',
  '/causes/hip-osteoarthritis',
  '/causes/new-name?release=5',
  '/causes/old-name',
  '/treatments/gone',
  '/sitemap.xml',
  '/robots.txt',
  FIGURE,
  '/feed.json',
  '/feed.json?before=4',
  '/feeds/hip-pain.json',
  '/feed.xml',
  '/changes.json',
  '/changes.json?since=3&limit=2',
];

let stop: () => void = () => undefined;
afterEach(() => stop());

async function aServer() {
  const { state, log, handle, pages, memory } = channelsInMemory();
  const server = createHttpServer({ handle, memory: () => memory, onError: () => undefined });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => server.close();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (target: string, options?: WireRequest) => onTheWire(origin, target, options);
  /** The answer, and whether the channel was asked for it. */
  const watched = async (target: string, options?: WireRequest) => {
    const before = state.asked;
    const answer = await ask(target, options);
    return { answer, fromMemory: state.asked === before };
  };
  return { state, log, origin, ask, watched, pages };
}

describe('answers from memory', () => {
  test.each(EVERY_KIND)('%s are those of the channel, byte by byte and header by header', async (target) => {
    const { watched } = await aServer();
    for (const coding of ['br', 'gzip', 'identity', 'br;q=0, gzip', '']) {
      const headers = { 'accept-encoding': coding };
      const first = await watched(target, { headers });
      const again = await watched(target, { headers });
      expect(again).toEqual({ answer: first.answer, fromMemory: true });
      const head = await watched(target, { headers, method: 'HEAD' });
      expect(head.fromMemory).toBe(true);
      expect(head.answer).toEqual({ ...first.answer, body: Buffer.alloc(0) });
    }
  });

  test.each(EVERY_KIND)('%s are 304 to those who have them', async (target) => {
    const { ask, watched } = await aServer();
    for (const coding of ['br', 'gzip', 'identity']) {
      const { status, headers } = await ask(target, { headers: { 'accept-encoding': coding } });
      const etag = headers.find(([name]) => name === 'etag')?.[1] ?? '';
      // Written in another way the channel is asked, and gives the answer to compare with.
      const other = target.includes('?') ? `${target}&` : `${target}?`;
      for (const known of [etag, `"other", W/${etag}`, '*', '"other"']) {
        const options = { headers: { 'accept-encoding': coding, 'if-none-match': known } };
        const [kept, channel] = [await watched(target, options), await watched(other, options)];
        expect([kept.fromMemory, channel.fromMemory]).toEqual([true, false]);
        expect(kept.answer).toEqual(channel.answer);
        expect(kept.answer.status).toBe(status === 200 && known !== '"other"' ? 304 : status);
      }
    }
  });

  test('carry no header of Next and none of ours', async () => {
    const { ask } = await aServer();
    for (const target of EVERY_KIND) {
      for (const answer of [await ask(target), await ask(target)]) {
        expect(answer.headers.map(([name]) => name).filter((name) => name.startsWith('x-imprimatur'))).toEqual([]);
        expect(headerOf(answer, 'vary') ?? '').not.toContain('rsc');
      }
    }
  });

  test.each([
    '/guides/hip-pain/',
    '//guides/hip-pain',
    '/guides//hip-pain',
    '/./guides/hip-pain',
    '/guides/%68ip-pain',
    '/guides/hip-pain%00',
    '/guides/hip-pain?',
    '/guides/hip-pain?utm_source=x',
    '/GUIDES/hip-pain',
    '/nothing',
    '404',
    'x',
    '/causes/hip-osteoarthritis?release=3',
  ])('are not given to %s, which is not written as an address is', async (target) => {
    const { ask, watched } = await aServer();
    await ask('/guides/hip-pain');
    await ask('/nothing');
    const path = target.startsWith('/') ? target : `/${target}`;
    expect((await watched(path)).fromMemory).toBe(false);
    expect((await watched(path)).fromMemory).toBe(false);
  });

  test('are not given to an absolute target, nor to one with bytes that no address has', async () => {
    const { state, origin, ask } = await aServer();
    await ask('/guides/hip-pain');
    for (const target of ['http://other.example/guides/hip-pain', '/guides/hip-pain\u00e9', '/guides/hip-pain#x']) {
      const before = state.asked;
      const text = await rawRequest(origin, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(text).toMatch(/^HTTP\/1\.1 \d{3}/);
      if (text.startsWith('HTTP/1.1 200')) expect(state.asked, target).toBe(before + 1);
    }
  });

  test('do not depend on the host, on cookies, on a range or on what is accepted', async () => {
    const { ask, watched } = await aServer();
    const plain = await ask('/guides/hip-pain');
    const others: Record<string, string>[] = [
      { host: 'other.example' },
      { cookie: 'payload-token=x' },
      { range: 'bytes=0-9' },
      { accept: 'application/json' },
      { rsc: '1', 'next-router-prefetch': '1' },
    ];
    for (const headers of others) {
      expect(await watched('/guides/hip-pain', { headers })).toEqual({
        answer: plain,
        fromMemory: true,
      });
    }
  });

  test('leave two headers of one name to the channel', async () => {
    const { ask, watched } = await aServer();
    await ask('/guides/hip-pain');
    const twice = await watched('/guides/hip-pain', { headers: { 'Accept-Encoding': ['gzip', 'br'] } });
    expect(twice.fromMemory).toBe(false);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('leave %s to the channel', async (method) => {
    const { ask, watched } = await aServer();
    await ask('/');
    expect((await watched('/', { method })).fromMemory).toBe(false);
  });

  test('end with the release that changes them, and with no other', async () => {
    const { state, log, watched, ask } = await aServer();
    const [guide, cause] = ['/guides/hip-pain', '/causes/new-name'];
    await Promise.all([ask(guide), ask(cause)]);
    log.rows.push(released(aCause({ uid: 'moved', slug: 'new-name', title: 'Newer words' }), { seq: 10 }));
    state.time += 1000;
    expect((await watched(guide)).fromMemory).toBe(true);
    const changed = await watched(cause);
    expect(changed.fromMemory).toBe(false);
    expect(changed.answer.body.toString()).toContain('Newer words');
    log.rows.push(withdrawn(released(aCause({ uid: 'moved', slug: 'new-name' }), { seq: 10 }), { seq: 11 }));
    state.time += 1000;
    expect((await watched(cause)).answer.status).toBe(410);
    expect((await watched(cause)).fromMemory).toBe(true);
  });

  test('wait for one look at the log after a pause, however many ask', async () => {
    const { state, ask } = await aServer();
    await ask('/');
    state.time += 5000;
    const [asked, heads] = [state.asked, state.heads];
    await Promise.all(Array.from({ length: 20 }, () => ask('/')));
    expect([state.asked - asked, state.heads - heads]).toEqual([0, 1]);
  });

  test('are not given when the log cannot be read: 503', async () => {
    const { state, ask } = await aServer();
    await ask('/');
    state.away = true;
    state.time += 249;
    expect((await ask('/')).status).toBe(200);
    state.time += 1;
    const answer = await ask('/');
    expect(answer.status).toBe(503);
    expect(headerOf(answer, 'cache-control')).toContain('no-store');
    state.away = false;
    expect((await ask('/')).status).toBe(200);
  });
});
