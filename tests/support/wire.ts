/** Answers as they are on the wire: status line, raw headers in their order and case, bytes undecoded. */
import { connect } from 'node:net';
import { request } from 'node:http';

export interface WireAnswer {
  status: number;
  statusMessage: string;
  /** names and values as they came, without Date */
  headers: [string, string][];
  body: Buffer;
}

export interface WireRequest {
  method?: string;
  /** a list keeps two headers of one name apart */
  headers?: Record<string, string | string[]>;
}

/** Asks for exactly this target: nothing is normalised on the way. */
export function onTheWire(origin: string, target: string, { method = 'GET', headers = {} }: WireRequest = {}) {
  const { hostname, port } = new URL(origin);
  return new Promise<WireAnswer>((resolve, reject) => {
    request({ hostname, port, path: target, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const pairs: [string, string][] = [];
        for (let i = 0; i < answer.rawHeaders.length; i += 2) {
          pairs.push([answer.rawHeaders[i] ?? '', answer.rawHeaders[i + 1] ?? '']);
        }
        resolve({
          status: answer.statusCode ?? 0,
          statusMessage: answer.statusMessage ?? '',
          headers: pairs.filter(([name]) => name !== 'Date'),
          body: Buffer.concat(chunks),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

export const headerOf = ({ headers }: WireAnswer, name: string): string | undefined =>
  headers.find(([own]) => own.toLowerCase() === name)?.[1];

/** The first line that a server answers to bytes that no client library would send. */
export function rawRequest(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
  });
}
