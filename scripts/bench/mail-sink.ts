/**
 * A mail server that takes every mail, does nothing else, and takes `delayMs` for each answer: `node … mail-sink.ts
 * <delayMs>`. Tells its parent the port, then, when it is asked, what came since the last time.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What the sink says of the mails since it was last asked. */
export interface SinkReport {
  count: number;
  /** milliseconds, of the clock that does not jump, of the first and the last final dot */
  first: number;
  last: number;
  /** one of them, as it came */
  sample: string;
}

const delayMs = Number(process.argv[2] ?? 0);
const END = Buffer.from('\r\n.\r\n');
let report: SinkReport = { count: 0, first: 0, last: 0, sample: '' };

function took(message: Buffer): void {
  const now = performance.now();
  report.count += 1;
  report.first ||= now;
  report.last = now;
  if (report.sample === '') report.sample = message.toString('latin1');
}

function talk(socket: Socket): void {
  let kept = Buffer.alloc(0);
  let inMessage = false;
  const say = (line: string) => {
    if (delayMs === 0) socket.write(`${line}\r\n`);
    else setTimeout(() => socket.write(`${line}\r\n`), delayMs);
  };
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'DATA') {
      inMessage = true;
      say('354 go on');
    } else if (verb === 'EHLO') say('250 sink');
    else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]);
    for (;;) {
      const end = inMessage ? kept.indexOf(END) : kept.indexOf('\r\n');
      if (end < 0) return;
      const part = kept.subarray(0, end);
      kept = kept.subarray(end + (inMessage ? END.length : 2));
      if (inMessage) {
        inMessage = false;
        took(part);
        say('250 taken');
      } else command(part.toString('latin1'));
    }
  });
  say('220 sink');
}

const server = createServer({ noDelay: true }, talk);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => {
  process.send?.(report);
  report = { count: 0, first: 0, last: 0, sample: '' };
});
process.once('disconnect', () => process.exit(0));
