import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startReaders } from '../../../runtime/readers/start.ts';
import { freePort } from '../../support/free-port.ts';

let stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
});

/** The thread before a server that says yes to everything. */
async function started(over: Partial<Parameters<typeof startReaders>[0]> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-lost-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const socketPath = path.join(folder, 'inner.sock');
  const inner = createServer((_, response) => response.end('yes'));
  await new Promise<void>((resolve) => inner.listen(socketPath, resolve));
  stops.push(() => {
    inner.closeAllConnections();
    inner.close();
  });
  const port = await freePort();
  const lost: string[] = [];
  const readers = await startReaders({
    ...{ hostname: '127.0.0.1', port, socketPath, memory: () => null },
    onTrouble: () => undefined,
    onLost: (error) => lost.push(String(error)),
    ...over,
  });
  stops.push(() => readers.stop());
  return { inner, socketPath, lost, ask: async () => (await fetch(`http://127.0.0.1:${port}/`)).status };
}
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('a thread that hears nothing any more is lost, so that no process stays up and deaf', async () => {
  const { lost } = await started({ pulseMs: 20, file: new URL('./deaf-thread.mjs', import.meta.url) });
  await expect
    .poll(() => lost, { timeout: 10_000 })
    .toEqual(['Error: the thread of the readers does not answer any more']);
});

it('a thread that answers is not lost, however often it is asked', async () => {
  const { lost, ask } = await started({ pulseMs: 100 });
  await rest(2_000);
  expect(await ask()).toBe(200);
  expect(lost).toEqual([]);
});

it.each(['is gone from the disk', 'is closed'])('a thread is lost when the socket behind it %s', async (how) => {
  const { inner, socketPath, lost, ask } = await started();
  if (how === 'is closed') await new Promise((resolve) => inner.close(resolve));
  else await rm(socketPath);
  expect(await ask()).toBe(503);
  await expect
    .poll(() => lost)
    .toEqual([expect.stringContaining('the server around Next cannot be reached: connect ')]);
});
