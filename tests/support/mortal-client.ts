/**
 * What `transactionLifetimeLimitSeconds` does on a MongoDB server, at once: the transactions of a client that
 * died are aborted. The compatible test server has no such limit and keeps a dead client's locks for ever, so
 * a process that a test kills talks to it through here.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { BSON } from 'mongodb';

const HEADER = 16;
const FLAGS = 4;
const OP_MSG = 2013;

interface Transaction {
  lsid: unknown;
  txnNumber: unknown;
}

/** A loopback port in front of the server of `mongodbUrl`; `url` names the same database through it. */
export async function abortingWhenKilled(mongodbUrl: string): Promise<{ url: string; stop: () => void }> {
  const url = new URL(mongodbUrl);
  const port = Number(url.port || 27017);
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  // Of all connections: a transaction may begin on one and go on over another.
  const open = new Map<string, Transaction>();
  const server = createServer((client) => {
    const upstream = connect(port, url.hostname);
    clients.add(client);
    const note = eachMessage((message) => follow(open, message));
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // A killed client resets its connection: that is what this is for. Its end is handled in `close`.
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => {
      note(chunk);
      upstream.write(chunk);
    });
    upstream.pipe(client);
    client.on('close', () => {
      clients.delete(client);
      if (clients.size === 0) {
        for (const transaction of open.values()) upstream.write(abortOf(transaction));
        open.clear();
      }
      upstream.end();
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Without it the driver would ask the server for its address, and go there.
  url.searchParams.set('directConnection', 'true');
  return {
    url: url.toString(),
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function eachMessage(take: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      take(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}

function follow(open: Map<string, Transaction>, message: Buffer): void {
  const body = message.subarray(HEADER + FLAGS);
  if (message.readInt32LE(12) !== OP_MSG || body[0] !== 0) return;
  const command = BSON.deserialize(body.subarray(1, 1 + body.readInt32LE(1)), { promoteValues: false });
  const { lsid, txnNumber } = command;
  const key = BSON.EJSON.stringify({ lsid });
  if (command.startTransaction) open.set(key, { lsid, txnNumber });
  if ('commitTransaction' in command || 'abortTransaction' in command) open.delete(key);
}

function abortOf({ lsid, txnNumber }: Transaction): Buffer {
  const command = BSON.serialize({ abortTransaction: 1, lsid, txnNumber, autocommit: false, $db: 'admin' });
  const head = Buffer.alloc(HEADER + FLAGS + 1);
  head.writeInt32LE(head.length + command.length, 0);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, command]);
}
