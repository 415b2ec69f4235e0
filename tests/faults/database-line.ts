/** The line between a process and MongoDB, which can be cut and frozen. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { abortingWhenKilled } from '../support/mortal-client.ts';

export interface DatabaseLine {
  url: string;
  /** ends every connection and takes no new one until `mend` */
  cut: () => void;
  /** lets every connection stand, and nothing through, until `mend` */
  freeze: () => void;
  mend: () => void;
  stop: () => void;
}

/** A line of its own for one worker: the transactions of a worker that is killed are aborted, as MongoDB does in time. */
export async function createDatabaseLine(mongodbUrl: string): Promise<DatabaseLine> {
  const beyond = await abortingWhenKilled(mongodbUrl);
  const url = new URL(beyond.url);
  const port = Number(url.port);
  const pairs = new Set<[Socket, Socket]>();
  let state: 'well' | 'cut' | 'frozen' = 'well';
  const endAll = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (state === 'cut') {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    upstream.on('error', () => undefined);
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    const join = (from: Socket, to: Socket) => {
      from.on('data', (chunk) => to.write(chunk));
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    };
    join(client, upstream);
    join(upstream, client);
    if (state === 'frozen') for (const socket of pair) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    cut() {
      state = 'cut';
      endAll();
    },
    freeze() {
      state = 'frozen';
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    mend() {
      if (state === 'frozen') for (const pair of pairs) for (const socket of pair) socket.resume();
      state = 'well';
    },
    stop() {
      endAll();
      server.close();
      beyond.stop();
    },
  };
}
