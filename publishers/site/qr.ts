import encodeQR from 'qr';
import type { LibraryEntry } from '../../release-log/library.ts';
import { pageUrl } from '../addresses.ts';
import { PUBLIC_CACHE } from '../http/caching.ts';
import { toRepresentation, type Rendered } from '../http/representation.ts';

/** A QR code (ISO/IEC 18004, level M) of a page's address as an SVG, for paper. */
export const renderQr = (entry: LibraryEntry, siteUrl: string): Rendered => ({
  representation: toRepresentation(
    encodeQR(pageUrl(siteUrl, entry), 'svg', { ecc: 'medium', border: 2 }),
    'image/svg+xml; charset=utf-8',
  ),
  status: 200,
  headers: { 'Cache-Control': PUBLIC_CACHE, 'X-Content-Type-Options': 'nosniff' },
});
