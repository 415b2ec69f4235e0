import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { codingFor, type Coding } from './coding.ts';

/**
 * One rendered body with its strong validators. Compressed forms are made once, when a client first
 * asks for them, and kept: a page is compressed per release, not per request.
 */
export interface Representation {
  contentType: string;
  identity: Buffer;
  /** false for what is compressed already: one form for everybody */
  negotiated: boolean;
  /** the compressed forms that are ready */
  encoded: Map<Coding, Buffer>;
  encoding: Map<Coding, Promise<Buffer>>;
  /** base of the strong ETag; each content coding adds its suffix (RFC 9110 §8.8.3.3) */
  tag: string;
}

/** A body with the status and headers that belong to it. */
export interface Rendered {
  representation: Representation;
  status: number;
  headers: Record<string, string>;
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** Below this a compressed body saves nothing worth a decoder's time. */
const MIN_COMPRESSED = 512;

/** Text; compressed as the client likes it. */
export function toRepresentation(body: string | Buffer, contentType: string): Representation {
  const identity = inOwnBlock(typeof body === 'string' ? Buffer.from(body, 'utf8') : body);
  const tag = createHash('sha256').update(contentType).update(identity).digest('base64url').slice(0, 27);
  return { identity, contentType, negotiated: true, encoded: new Map(), encoding: new Map(), tag };
}

/** A file that is compressed already; `tag` is the name of its content. */
export const toFile = (body: Buffer, contentType: string, tag: string): Representation => ({
  identity: body,
  contentType,
  negotiated: false,
  encoded: new Map(),
  encoding: new Map(),
  tag,
});

/**
 * The same bytes in a block of memory of their own. Node cuts short texts and compressed bodies out of blocks of 8 and
 * 16 KB, which live as long as the smallest piece of them: kept as they come, a page of 600 bytes takes 25 KB.
 */
function inOwnBlock(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.byteLength) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(own);
  return own;
}

/** Upper bound of the memory that a representation takes, for a cache bounded by bytes. */
export const sizeOf = ({ identity, negotiated }: Representation): number =>
  Math.ceil(identity.length * (negotiated ? 1.7 : 1)) + 1024;

export interface RespondOptions {
  status?: number;
  headers?: Record<string, string>;
}

/**
 * Answers GET or HEAD with a representation: content negotiation, strong ETag, 304 on If-None-Match
 * (RFC 9110 §13.1.2), Content-Length. 304 only for status 200.
 */
export async function respondWith(
  request: Request,
  representation: Representation,
  { status = 200, headers = {} }: RespondOptions = {},
): Promise<Response> {
  const rendered = { representation, status, headers };
  const coding = codingOf(representation, request.headers.get('accept-encoding') ?? '');
  const ifNoneMatch = request.headers.get('if-none-match');
  if (ifNoneMatch !== null && isNotModified(rendered, etagOf(representation, coding), ifNoneMatch)) {
    return new Response(null, { status: 304, headers: notModifiedHeaders(rendered, coding) });
  }
  const body = await encode(rendered, coding);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
    status,
    headers: fullHeaders(rendered, coding, body.length),
  });
}

/** The coding in which a client gets this body. */
export const codingOf = ({ identity, negotiated }: Representation, acceptEncoding: string): Coding =>
  !negotiated || identity.length < MIN_COMPRESSED ? 'identity' : codingFor(acceptEncoding);

/** Whether the client has these bytes already. */
export const isNotModified = ({ status }: Rendered, etag: string, ifNoneMatch: string): boolean =>
  status === 200 && matches(ifNoneMatch, etag);

/** The headers of an answer with its body, or to HEAD. */
export const fullHeaders = (rendered: Rendered, coding: Coding, length: number): Record<string, string> => ({
  ...notModifiedHeaders(rendered, coding),
  'Content-Type': rendered.representation.contentType,
  'Content-Length': String(length),
  'X-Content-Type-Options': 'nosniff',
  ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
});

/** The headers of 304: nothing about the body (RFC 9110 §15.4.5). */
export const notModifiedHeaders = ({ representation, headers }: Rendered, coding: Coding): Record<string, string> => ({
  ...headers,
  ETag: etagOf(representation, coding),
  ...(representation.negotiated ? { Vary: 'Accept-Encoding' } : {}),
});

/** The body in a coding, if it is ready. */
export const encodedNow = ({ identity, encoded }: Representation, coding: Coding): Buffer | null =>
  coding === 'identity' ? identity : (encoded.get(coding) ?? null);

/** An answer that anyone may have: it is kept, and may be answered again without asking a channel. */
export const isForEverybody = ({ headers }: Pick<Rendered, 'headers'>): boolean =>
  headers['Cache-Control']?.startsWith('public') === true;

function encode(rendered: Rendered, coding: Coding): Promise<Buffer> {
  const { representation } = rendered;
  const ready = encodedNow(representation, coding);
  if (ready) return Promise.resolve(ready);
  const running = representation.encoding.get(coding);
  if (running) return running;
  const encoding = compress(representation.identity, coding, isForEverybody(rendered)).then((compressed) => {
    const body = inOwnBlock(compressed);
    representation.encoded.set(coding, body);
    return body;
  });
  representation.encoding.set(coding, encoding);
  return encoding;
}

/** Off the event loop. What is kept is compressed as well as can be, what one reader gets once as fast as is worth it. */
const compress = (identity: Buffer, coding: Coding, isKept: boolean): Promise<Buffer> =>
  coding === 'gzip'
    ? toGzip(identity, { level: 7 })
    : toBrotli(identity, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: isKept ? constants.BROTLI_MAX_QUALITY : 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
        },
      });

export const etagOf = ({ tag }: Representation, coding: Coding): string =>
  `"${tag}${coding === 'identity' ? '' : `-${coding}`}"`;

/** Weak comparison, as If-None-Match asks for (RFC 9110 §13.1.2). */
function matches(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}
