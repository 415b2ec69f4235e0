import type { Coding } from '../../publishers/http/coding.ts';
import type { Rendered } from '../../publishers/http/representation.ts';

/** What the thread of the readers is started with. */
export interface ReadersOptions {
  hostname: string;
  port: number;
  /** where the server around Next listens, for all that is not in the thread's memory */
  socketPath: string;
}

/** A rendered answer as it crosses to the other thread: what is encoded by now. */
export interface Page {
  status: number;
  headers: Record<string, string>;
  contentType: string;
  negotiated: boolean;
  tag: string;
  identity: Uint8Array;
  encoded: [Coding, Uint8Array][];
}

/** To the thread of the readers. */
export type ToReaders =
  /** there is something behind it now: readers may come */
  | { kind: 'listen' }
  | { kind: 'page'; target: string; page: Page }
  /** the answer to `look`: the log was read, and these pages hold no longer */
  | { kind: 'seen'; gone: string[] }
  | { kind: 'unseen'; error: string }
  /** these pages hold no longer; says nothing of when the log was read */
  | { kind: 'gone'; targets: string[] }
  /** is anybody there? */
  | { kind: 'pulse' }
  | { kind: 'end' };

/** From the thread of the readers. */
export type FromReaders =
  | { kind: 'listening' }
  | { kind: 'failed'; error: string }
  | { kind: 'here' }
  /** nothing listens at the socket of the server around Next any more */
  | { kind: 'cut-off'; error: string }
  | { kind: 'look' }
  | { kind: 'trouble'; what: string; error: string }
  | { kind: 'ended' };

export function toPage({ representation, status, headers }: Rendered): Page {
  const { contentType, negotiated, tag, identity, encoded } = representation;
  return {
    ...{ status, headers, contentType, negotiated, tag },
    // Copies of exactly these bytes: a Buffer may be a window on a larger block.
    identity: new Uint8Array(identity),
    encoded: [...encoded].map(([coding, body]) => [coding, new Uint8Array(body)]),
  };
}

export const toRendered = ({ status, headers, identity, encoded, ...page }: Page): Rendered => ({
  status,
  headers,
  representation: {
    ...page,
    identity: asBuffer(identity),
    encoded: new Map(encoded.map(([coding, body]) => [coding, asBuffer(body)])),
    encoding: new Map(),
  },
});

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);

/** The blocks that may move to the other thread instead of being copied again. */
export const blocksOf = ({ identity, encoded }: Page): ArrayBuffer[] =>
  [identity, ...encoded.map(([, body]) => body)].map(({ buffer }) => buffer as ArrayBuffer);
