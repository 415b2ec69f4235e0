import sharp from 'sharp';
import { toFile, toRepresentation, type Rendered } from '../http/representation.ts';

/** The sign of the site, as its header has it. */
const drawing = (corner: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${corner}" fill="#0b5a58"/><path d="M9 16.5l5 5 9.5-11" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Says nothing that could be withdrawn: a day old is young enough. */
const KEPT_A_DAY = { 'Cache-Control': 'public, max-age=86400' };

/** Of a page that a reader puts on the first screen of a phone; see the manifest. */
export const ICON_SIZES = [192, 512] as const;
export const ICON_PATHS = [
  '/favicon.ico',
  '/favicon.svg',
  '/apple-touch-icon.png',
  '/icon-192.png',
  '/icon-512.png',
] as const;
export type IconPath = (typeof ICON_PATHS)[number];

/** The icons that browsers ask for: drawn once, from one drawing. */
export async function renderIcon(path: IconPath): Promise<Rendered> {
  return { representation: await representationOf(path), status: 200, headers: KEPT_A_DAY };
}

async function representationOf(path: IconPath) {
  switch (path) {
    case '/favicon.svg':
      return toRepresentation(drawing(8), 'image/svg+xml');
    case '/favicon.ico':
      return toFile(asIco(await png(drawing(8), 32), 32), 'image/x-icon', 'icon-2');
    case '/apple-touch-icon.png':
      // Square: a phone cuts the corners itself.
      return toFile(await png(drawing(0), 180), 'image/png', 'touch-2');
    case '/icon-192.png':
      return toFile(await png(drawing(0), 192), 'image/png', 'icon-192-1');
    case '/icon-512.png':
      return toFile(await png(drawing(0), 512), 'image/png', 'icon-512-1');
  }
}

const png = (svg: string, width: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: (72 * width) / 32 })
    .resize(width, width)
    .png()
    .toBuffer();

/** One PNG in the container that `/favicon.ico` promises: a header of 6 bytes, one entry of 16, the picture. */
function asIco(picture: Buffer, width: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(width, 6);
  head.writeUInt8(width, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, picture]);
}
