/** A mail server that does wrong what it is told to, and keeps a true account of what it took. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Attempt } from './accounting.ts';
import { FINE, type Fault, type Stage, type Weather } from './mail-faults.ts';

export interface FaultyMailServer {
  url: string;
  /** every try from the recipient on, in the order in which they ended */
  attempts: Attempt[];
  /** codes of the refusals given, by the mark in each */
  refusals: Map<string, number>;
  /** how often each fault was done, by stage and name */
  done: Map<string, number>;
  setWeather: (weather: Weather) => void;
  stop: () => Promise<void>;
}

export interface Taken {
  person: string;
  raw: Buffer;
}

/** `onTaken` is told of each mail that came to rest in a mailbox. */
export async function startFaultyMailServer(
  onTaken: (mail: Taken) => void,
  now: () => Date,
): Promise<FaultyMailServer> {
  let weather = FINE;
  const attempts: Attempt[] = [];
  const done = new Map<string, number>();
  const refusals = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, {
      faultAt(stage) {
        const fault = weather(stage);
        const name = fault && `${stage} ${fault.does}${fault.does === 'refuse' ? ` ${fault.code}` : ''}`;
        if (name) done.set(name, (done.get(name) ?? 0) + 1);
        return fault;
      },
      refuses(code) {
        const mark = `refusal-${refusals.size + 1}`;
        refusals.set(mark, code);
        return `${code} ${mark}`;
      },
      ended(attempt, raw) {
        attempts.push({ ...attempt, at: now() });
        if (attempt.taken) onTaken({ person: attempt.person, raw });
      },
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attempts,
    refusals,
    done,
    setWeather: (next) => (weather = next),
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Host {
  faultAt: (stage: Stage) => Fault | null;
  /** the line that refuses */
  refuses: (code: number) => string;
  ended: (attempt: Attempt, raw: Buffer) => void;
}

const ANSWERS: Record<Exclude<Stage, 'message'>, string> = {
  connect: '220 sink ESMTP',
  EHLO: '250 sink',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  dot: '250 taken',
};

/** One connection. `person` is set from the recipient until the attempt has ended. */
function converse(socket: Socket, { faultAt, refuses, ended }: Host): void {
  let person: string | null = null;
  let message: Buffer | null = null;
  let rest = Buffer.alloc(0);
  /** while an answer is put off nothing further is read; only one message is under way */
  let busy = false;

  const end = (raw: Buffer, taken: boolean, how: Attempt['end']) => {
    if (person !== null) ended({ person, messageId: messageIdIn(raw), taken, end: how }, raw);
    person = null;
    message = null;
  };
  const say = (line: string) => {
    if (!socket.destroyed) socket.write(`${line}\r\n`);
  };

  /** Answers one step, as the weather has it. `raw` is the whole message after the dot. */
  const answer = (stage: Exclude<Stage, 'message'>, raw: Buffer) => {
    const fault = faultAt(stage);
    const well = () => {
      const gone = socket.destroyed;
      if (stage === 'dot') end(raw, true, gone ? 'no answer' : { said: 250 });
      say(ANSWERS[stage]);
    };
    if (fault === null) {
      well();
      return;
    }
    if (fault.does === 'refuse') {
      if (person !== null) end(raw, false, { said: fault.code });
      say(refuses(fault.code));
      if (fault.code === 421 || stage === 'connect' || stage === 'EHLO') socket.end();
      return;
    }
    const cut = () => {
      end(raw, stage === 'dot' && fault.keeps, stage === 'dot' ? 'no answer' : 'broken off');
      socket.destroy();
    };
    if (fault.does === 'cut') {
      cut();
      return;
    }
    busy = true;
    setTimeout(() => {
      busy = false;
      if (fault.then === 'cut' || socket.destroyed) return cut();
      well();
      read();
    }, fault.milliseconds);
  };

  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') {
      answer('EHLO', NOTHING);
      return;
    }
    if (verb === 'MAIL') {
      answer('MAIL', NOTHING);
      return;
    }
    if (verb === 'RCPT') {
      person = /<([^>]*)>/.exec(line)?.[1] ?? '';
      answer('RCPT', NOTHING);
      return;
    }
    if (verb === 'DATA') {
      answer('DATA', NOTHING);
      if (person !== null) message = NOTHING;
      return;
    }
    if (verb === 'RSET' && person !== null) end(NOTHING, false, 'broken off');
    say(verb === 'QUIT' ? '221 bye' : '250 ok');
    if (verb === 'QUIT') socket.end();
  };

  const readMessage = (begun: Buffer): boolean => {
    if (begun.length === 0 && rest.length > 0) {
      const fault = faultAt('message');
      if (fault?.does === 'cut') {
        end(rest, false, 'cut in the message');
        socket.destroy();
        return false;
      }
      if (fault?.does === 'stall') {
        message = rest;
        rest = NOTHING;
        busy = true;
        setTimeout(() => {
          busy = false;
          if (fault.then === 'cut' && person !== null) {
            end(message ?? NOTHING, false, 'cut in the message');
            socket.destroy();
          }
          read();
        }, fault.milliseconds);
        return false;
      }
    }
    const all = Buffer.concat([begun, rest]);
    const dot = all.indexOf('\r\n.\r\n');
    rest = dot < 0 ? NOTHING : all.subarray(dot + 5);
    message = dot < 0 ? all : null;
    if (dot < 0) return false;
    answer('dot', unstuffed(all.subarray(0, dot + 2)));
    return true;
  };

  const read = () => {
    while (!busy && !socket.destroyed) {
      if (message !== null) {
        if (rest.length === 0 && message.length === 0) return;
        if (!readMessage(message)) return;
        continue;
      }
      const line = rest.indexOf('\r\n');
      if (line < 0) return;
      const text = rest.subarray(0, line).toString('latin1');
      rest = rest.subarray(line + 2);
      command(text);
    }
  };

  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    read();
  });
  socket.on('error', () => undefined);
  // Where an answer is put off its own end tells; a sender that is gone before the final dot has sent nothing.
  socket.on('close', () => {
    if (!busy) end(message ?? NOTHING, false, 'broken off');
  });
  answer('connect', NOTHING);
}

const NOTHING = Buffer.alloc(0);
const unstuffed = (raw: Buffer): Buffer =>
  Buffer.from(raw.toString('latin1').replace(/(^|\r\n)\.\./g, '$1.'), 'latin1');

const messageIdIn = (raw: Buffer): string | null =>
  /^message-id:\s*(<[^>]+>)/im.exec(raw.toString('latin1'))?.[1] ?? null;
