import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

const ACCEPTED = path.resolve('tests/support/looks');
const FOUND = path.resolve('test-results/looks');

/** Half the size and few colours: what matters is seen, edges of letters are not, and a picture takes little room. */
const halved = async (png: Buffer): Promise<Buffer> => {
  const { width } = await sharp(png).metadata();
  return sharp(png)
    .resize({ width: Math.round(width / 2) })
    .png({ palette: true, colours: 48, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();
};

const pixelsOf = async (png: Buffer) => sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

/** Keeps this picture as how it is meant to look. */
export async function accept(name: string, png: Buffer): Promise<void> {
  await mkdir(ACCEPTED, { recursive: true });
  await writeFile(path.join(ACCEPTED, `${name}.png`), await halved(png));
}

/**
 * The share of pixels, 0 to 1, that differ from the accepted picture; 1 when the size differs. What was found and where
 * it differs is left in `test-results/looks`. Throws when nothing was accepted yet.
 */
export async function difference(name: string, png: Buffer): Promise<number> {
  const found = await pixelsOf(await halved(png));
  const accepted = await pixelsOf(await readFile(path.join(ACCEPTED, `${name}.png`)));
  const { width, height } = found.info;
  const sameSize = accepted.info.width === width && accepted.info.height === height;
  const marked = Buffer.alloc(found.data.length);
  const share = sameSize ? pixelmatch(accepted.data, found.data, marked, width, height) / (width * height) : 1;
  if (share > 0) {
    await mkdir(FOUND, { recursive: true });
    await writeFile(path.join(FOUND, `${name}.png`), png);
    if (sameSize)
      await sharp(marked, { raw: { width, height, channels: 4 } }).toFile(path.join(FOUND, `${name}-where.png`));
  }
  return share;
}

const RULER = path.join(ACCEPTED, 'ruler.json');

/** How wide sample words were where the pictures were accepted; null before. */
export const acceptedRuler = async (): Promise<string | null> =>
  readFile(RULER, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });

export const acceptRuler = async (ruler: string): Promise<void> => {
  await mkdir(ACCEPTED, { recursive: true });
  await writeFile(RULER, ruler);
};
