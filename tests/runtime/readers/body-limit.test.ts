import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bodyLimit } from '../../../runtime/readers/body-limit.ts';
import { startReaders, type Readers } from '../../../runtime/readers/start.ts';
import { freePort } from '../../support/free-port.ts';

const MB = 1024 * 1024;

/** Reads what it is sent to its end, as Payload does. */
let read = 0;
const inner = createServer((request, response) => {
  request.on('data', ({ length }: Buffer) => (read += length));
  request.on('end', () => response.end(String(read)));
});
let folder: string;
let port: number;
let readers: Readers;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-body-'));
  port = await freePort();
  await new Promise<void>((resolve) => inner.listen(path.join(folder, 'inner.sock'), resolve));
  readers = await startReaders({
    ...{ hostname: '127.0.0.1', port, socketPath: path.join(folder, 'inner.sock'), memory: () => null },
    onTrouble: () => undefined,
    onLost: () => undefined,
  });
});
beforeEach(() => {
  read = 0;
});
afterAll(async () => {
  await readers.stop();
  inner.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends a body of chunks until there is an answer, and some more; answers its status once the connection has ended. */
function sendWithoutEnd(target: string): Promise<number> {
  return new Promise((resolve) => {
    let answer = '';
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST ${target} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`);
      const more = () => {
        if (!socket.destroyed) socket.write(chunk, () => setTimeout(more, answer === '' ? 0 : 50));
      };
      more();
    });
    socket.on('data', (data) => (answer += data.toString()));
    // It hangs up while more is on its way.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(Number(answer.split(' ')[1]));
    });
  });
}

it.each(['/api/users/login', '/api/causes', '/admin', '/courses/x/subscribe', '/api/media'])(
  'a body without end to %s is refused, and not read on',
  async (target) => {
    expect(await sendWithoutEnd(target)).toBe(413);
    // The piece in which it goes too far was on its way.
    expect(read).toBeLessThanOrEqual(bodyLimit(target) + 0x10000);
  },
);

it('a body that says that it is too long is refused before any of it is read', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/causes`, { method: 'POST', body: 'x'.repeat(5 * MB) });
  expect([answer.status, (await answer.json()) as unknown]).toEqual([
    413,
    expect.objectContaining({ code: 'body-too-large', status: 413 }),
  ]);
  expect(read).toBe(0);
});

it.each([
  ['/api/causes', 3 * MB],
  ['/api/media?depth=0', 21 * MB],
  ['/expert/x', 1_900_000],
  ['/courses/x/subscribe', 2_000],
])('%s takes %i bytes', async (target, length) => {
  const answer = await fetch(`http://127.0.0.1:${port}${target}`, { method: 'POST', body: 'x'.repeat(length) });
  expect([answer.status, await answer.text()]).toEqual([200, String(length)]);
});

it('takes as much as the proxy lets through', async () => {
  const nginx = await readFile('deploy/nginx.conf', 'utf8');
  const sizes = [...nginx.matchAll(/location \^~ (\S+) \{\s+client_max_body_size (\d+)m;/g)];
  expect(sizes.map(([, target = '', size]) => [target, Number(size) * MB])).toEqual(
    ['/expert/', '/admin', '/api', '/api/media'].map((target) => [target, bodyLimit(target)]),
  );
  expect(nginx).toMatch(/client_max_body_size 64k;/);
  expect(['/', '/courses/x/subscribe', '/apis', '/API/media', '//api/media'].map(bodyLimit)).toEqual(
    Array.from({ length: 5 }, () => 64 * 1024),
  );
});
