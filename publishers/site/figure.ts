import { toFile, type Rendered } from '../http/representation.ts';

/** A figure file. Its address is its SHA-256, so it never changes, and the hash is its strong ETag. */
export const renderFigure = (sha256: string, file: Buffer): Rendered => ({
  representation: toFile(file, 'image/webp', sha256),
  status: 200,
  headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
});
