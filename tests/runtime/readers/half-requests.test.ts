import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReaders, type Readers } from '../../../runtime/readers/start.ts';
import { limitNobody } from '../../../runtime/http-limits.ts';
import { freePort } from '../../support/free-port.ts';

/** Answers before it has read what is sent, as every refusal does. */
const inner = createServer((_, response) => response.writeHead(401).end('no'));
let folder: string;
let port: number;
let readers: Readers;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-half-'));
  port = await freePort();
  limitNobody(inner);
  await new Promise<void>((resolve) => inner.listen(path.join(folder, 'inner.sock'), resolve));
  readers = await startReaders({
    ...{ hostname: '127.0.0.1', port, socketPath: path.join(folder, 'inner.sock'), memory: () => null },
    onTrouble: () => undefined,
    onLost: () => undefined,
  });
});
afterAll(async () => {
  await readers.stop();
  inner.close();
  await rm(folder, { recursive: true, force: true });
});

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error) reject(error);
      else resolve(count);
    });
  });

/** Sends the beginning of a request whose end never comes, and waits for the answer to it. */
const halfRequest = () =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /api/graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n');
    });
    socket.once('error', reject);
    socket.once('data', () => {
      resolve(socket);
    });
  });

it('what was answered before its end is over: no connection is kept for the rest of it', async () => {
  const clients = await Promise.all(Array.from({ length: 20 }, halfRequest));
  for (const [i, client] of clients.entries()) if (i % 2 === 0) client.destroy();
  await expect.poll(() => connectionsOf(inner), { timeout: 5_000 }).toBe(0);
  for (const client of clients) client.destroy();
});

it('the rest of it is read and thrown away, and the next request on the connection is answered', async () => {
  const client = await halfRequest();
  const answers: string[] = [];
  client.on('data', (data: Buffer) => answers.push(data.toString()));
  client.write(`10000\r\n${'x'.repeat(65_536)}\r\n`.repeat(20));
  client.write('0\r\n\r\nGET /again HTTP/1.1\r\nHost: x\r\n\r\n');
  await expect.poll(() => answers.join(''), { timeout: 5_000 }).toContain('401');
  client.destroy();
});
