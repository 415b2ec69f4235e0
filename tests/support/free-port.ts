import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to whoever asks for any (from 32768 on Linux, 49152 on macOS): what is found free
 * here stays free until the server that it is for has started, although others listen on "any port" meanwhile.
 */
const [LOWEST, HIGHEST] = [18_000, 32_767];

/** A port of the loopback that nobody listens on. Drawn at random, so two test files do not get the same. */
export async function freePort(): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST + 1);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
