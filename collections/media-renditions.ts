import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const WIDTHS = [320, 640, 960, 1280];

export interface Rendition {
  width: number;
  height: number;
  sha256: string;
}

/**
 * Resizes an image to WebP at 320–1280 pixels and stores each file under the hash of its bytes. Files are
 * never replaced or removed: an old release must show the figure that was approved. Throws when the bytes
 * are not an image.
 */
export async function makeRenditions(image: Buffer, directory: string): Promise<Rendition[]> {
  const { width: original, height, orientation = 1 } = await sharp(image).metadata();
  // EXIF orientations 5–8 lie on their side.
  const upright = orientation >= 5 ? height : original;
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, upright)))];
  await mkdir(directory, { recursive: true });
  const renditions: Rendition[] = [];
  for (const width of widths) {
    const { data, info } = await sharp(image)
      .rotate()
      .resize({ width })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const sha256 = createHash('sha256').update(data).digest('hex');
    await store(path.join(directory, `${sha256}.webp`), data);
    renditions.push({ width: info.width, height: info.height, sha256 });
  }
  return renditions;
}

async function store(file: string, data: Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}.${Date.now()}.tmp`;
  await writeFile(temporary, data);
  await rename(temporary, file);
}
