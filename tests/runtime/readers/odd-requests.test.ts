import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PEER } from '../../../runtime/answered.ts';
import { createHttpServer } from '../../../runtime/http-server.ts';
import { createForward } from '../../../runtime/readers/forward.ts';
import { rawRequest } from '../../support/wire.ts';

let origin = '';
let asked: [string | undefined, string | undefined, string | undefined][] = [];
const peers: unknown[] = [];
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-odd-'));
  const socketPath = path.join(folder, 'inner.sock');
  const inner = createHttpServer({
    handle: ({ method, url, headers }, response) => {
      asked.push([method, url, headers.host]);
      peers.push(headers[PEER]);
      return Promise.resolve(void response.end('answered'));
    },
    memory: () => null,
    onError: () => undefined,
  });
  const outer = createServer(createForward(socketPath));
  await new Promise<void>((resolve) => inner.listen(socketPath, resolve));
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(outer.address() as AddressInfo).port}`;
  stops.push(() => rm(folder, { recursive: true, force: true }));
  for (const server of [inner, outer]) {
    stops.push(() => {
      server.closeAllConnections();
      server.close();
    });
  }
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

const close = 'Connection: close\r\n\r\n';

describe('a request that is written oddly and rightly', () => {
  test.each([
    ['GET /healthz HTTP/1.0\r\n\r\n', ['GET', '/healthz', 'localhost']],
    [`GET http://a.example/b?c=d HTTP/1.1\r\nHost: other\r\n${close}`, ['GET', '/b?c=d', 'a.example']],
    [`GET HTTPS://a.example HTTP/1.1\r\nHost: a.example\r\n${close}`, ['GET', '/', 'a.example']],
    [`GET http://a.example?c HTTP/1.1\r\nHost: a.example\r\n${close}`, ['GET', '/?c', 'a.example']],
    [`OPTIONS * HTTP/1.1\r\nHost: a\r\n${close}`, ['OPTIONS', '/not-an-address', 'a']],
  ])('is asked as what it means: %j', async (bytes, expected) => {
    asked = [];
    expect(await rawRequest(origin, bytes)).toMatch(/^HTTP\/1\.1 200/);
    expect(asked).toEqual([expected]);
  });
});

describe('where a request came from', () => {
  test.each(['', `${PEER}: 10.0.0.9\r\n`, `X-Imprimatur-Peer: 10.0.0.9\r\nConnection: ${PEER}\r\n`])(
    'is what this process sees, whatever it says itself: %j',
    async (headers) => {
      peers.length = 0;
      await rawRequest(origin, `GET / HTTP/1.1\r\nHost: a\r\n${headers}${close}`);
      expect(peers).toEqual(['127.0.0.1']);
    },
  );
});

describe('a request that nobody can answer', () => {
  test.each([
    [`GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n${close}`, 400],
    [`GET http:///x HTTP/1.1\r\nHost: a\r\n${close}`, 400],
    [`GET http://me:pass@a.example/ HTTP/1.1\r\nHost: a\r\n${close}`, 400],
    [`TRACE / HTTP/1.1\r\nHost: a\r\nCookie: secret=1\r\n${close}`, 405],
  ])('is refused and not handed to Next: %j', async (bytes, status) => {
    asked = [];
    const answer = await rawRequest(origin, bytes);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).not.toContain('secret');
    expect(asked).toEqual([]);
  });
});
