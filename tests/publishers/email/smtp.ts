/** A real SMTP server on a free port, with the misbehaviour that a test asks for. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface Received {
  from: string;
  to: string[];
  raw: Buffer;
}

export interface Behaviour {
  /** answers RCPT TO with this code and text */
  recipient?: () => { code: number; text: string } | null;
  /** answers the final dot with this code and text */
  message?: () => { code: number; text: string } | null;
  /** closes the connection instead of answering, or leaves it open and is silent */
  drop?: () =>
    | 'at-recipient'
    | 'silent-at-recipient'
    | 'in-the-message'
    | 'after-final-dot'
    | 'at-greeting'
    | 'silent-after-final-dot'
    | null;
  /** milliseconds that the answer to the final dot takes */
  answerAfter?: number;
}

export interface TestSmtp {
  url: string;
  received: Received[];
  /** ends every connection there is, whatever was being said on it */
  hangUp: () => void;
  close: () => Promise<void>;
}

export async function startSmtp(behaviour: Behaviour = {}): Promise<TestSmtp> {
  const received: Received[] = [];
  const drop = (session: { id: string }) => {
    for (const connection of server.connections) {
      const { id, _socket } = connection as unknown as { id: string; _socket: { destroy: () => void } };
      if (id === session.id) _socket.destroy();
    }
  };
  const hangUp = () => {
    for (const connection of server.connections) {
      (connection as unknown as { _socket: { destroy: () => void } })._socket.destroy();
    }
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    disableReverseLookup: true,
    onConnect(session, done) {
      if (behaviour.drop?.() === 'at-greeting') {
        drop(session);
        return;
      }
      done();
    },
    onRcptTo(_address, session, done) {
      if (behaviour.drop?.() === 'at-recipient') {
        drop(session);
        return;
      }
      if (behaviour.drop?.() !== 'silent-at-recipient') done(refusal(behaviour.recipient?.()));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      if (behaviour.drop?.() === 'in-the-message') {
        stream.once('data', () => drop(session));
        return;
      }
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const refused = refusal(behaviour.message?.());
        if (!refused) {
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks),
          });
        }
        const fault = behaviour.drop?.();
        if (fault === 'after-final-dot') drop(session);
        else if (fault !== 'silent-after-final-dot') setTimeout(done, behaviour.answerAfter ?? 0, refused);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    hangUp,
    close() {
      hangUp();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function refusal(answer: { code: number; text: string } | null | undefined): Error | null {
  return answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null;
}
