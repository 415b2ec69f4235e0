import { FIGURE_TYPES, type FigureEnding } from '../addresses.ts';
import { PUBLIC_CACHE } from '../http/caching.ts';
import { toFile, type Rendered } from '../http/representation.ts';

/**
 * A figure file. Its address is its SHA-256, and the hash is its strong ETag.
 * Caches ask again all the same: when what showed it is withdrawn, it must go with it.
 */
export const renderFigure = (sha256: string, file: Buffer, ending: FigureEnding): Rendered => ({
  representation: toFile(file, FIGURE_TYPES[ending], sha256),
  status: 200,
  headers: { 'Cache-Control': PUBLIC_CACHE },
});
