import { matches } from '../http/representation.ts';

/**
 * A figure file. Its address is its SHA-256, so it never changes; WebP is compressed already, so there
 * is one coding and the hash is its strong ETag.
 */
export function figureResponse(request: Request, sha256: string, file: Buffer): Response {
  const etag = `"${sha256}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': 'image/webp',
    'X-Content-Type-Options': 'nosniff',
  };
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file), {
    headers: { ...headers, 'Content-Length': String(file.length) },
  });
}
