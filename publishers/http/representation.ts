import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/**
 * One rendered body with its strong validators. Compressed forms are made once, when a client first
 * asks for them, and kept: a page is compressed per release, not per request.
 */
export interface Representation {
  contentType: string;
  identity: Buffer;
  br: Promise<Buffer> | null;
  gzip: Promise<Buffer> | null;
  /** base of the strong ETag; each content coding adds its suffix (RFC 9110 §8.8.3.3) */
  tag: string;
}

type Coding = 'identity' | 'br' | 'gzip';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** Below this a compressed body saves nothing worth a decoder's time. */
const MIN_COMPRESSED = 512;

export function toRepresentation(body: string | Buffer, contentType: string): Representation {
  const identity = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  const tag = createHash('sha256').update(contentType).update(identity).digest('base64url').slice(0, 27);
  return { contentType, identity, br: null, gzip: null, tag };
}

/** Upper bound of the memory that a representation takes, for a cache bounded by bytes. */
export const sizeOf = (representation: Representation): number => Math.ceil(representation.identity.length * 1.7) + 512;

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
  const coding = chooseCoding(request, representation);
  const etag = `"${representation.tag}${coding === 'identity' ? '' : `-${coding}`}"`;
  const common = { ...headers, ETag: etag, Vary: 'Accept-Encoding' };
  if (status === 200 && matches(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: common });
  }
  const body = await encoded(representation, coding);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
    status,
    headers: {
      ...common,
      'Content-Type': representation.contentType,
      'Content-Length': String(body.length),
      'X-Content-Type-Options': 'nosniff',
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
    },
  });
}

function chooseCoding(request: Request, { identity }: Representation): Coding {
  if (identity.length < MIN_COMPRESSED) return 'identity';
  const accept = request.headers.get('accept-encoding') ?? '';
  const acceptable = new Negotiator({ headers: { 'accept-encoding': accept } }).encodings(['br', 'gzip']);
  if (acceptable.includes('br')) return 'br';
  return acceptable.includes('gzip') ? 'gzip' : 'identity';
}

function encoded(representation: Representation, coding: Coding): Promise<Buffer> {
  if (coding === 'br') {
    return (representation.br ??= toBrotli(representation.identity, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: representation.identity.length,
      },
    }));
  }
  if (coding === 'gzip') return (representation.gzip ??= toGzip(representation.identity, { level: 7 }));
  return Promise.resolve(representation.identity);
}

/** Whether an If-None-Match header names this ETag: weak comparison, as it asks for (RFC 9110 §13.1.2). */
export function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}
