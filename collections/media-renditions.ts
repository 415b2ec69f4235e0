import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { FigureContent } from '../model/entries/shared.ts';

const WIDTHS = [320, 640, 960, 1280];
/** Twice what a picture takes of a mail. */
const MAIL_WIDTH = 960;

type FigureFiles = Pick<FigureContent, 'renditions' | 'mailPicture'>;

/**
 * Makes the files of a figure and stores each under the hash of its bytes: WebP at 320–1280 pixels for pages, and for
 * mails one picture that every mail program shows. Files are never replaced or removed: an old release must show the
 * figure that was approved. Throws when the bytes are not an image.
 */
export async function makeFigureFiles(image: Buffer, directory: string): Promise<FigureFiles> {
  const { width: original, height, orientation = 1 } = await sharp(image).metadata();
  // EXIF orientations 5–8 lie on their side.
  const upright = orientation >= 5 ? height : original;
  await mkdir(directory, { recursive: true });
  const renditions: FigureFiles['renditions'] = [];
  for (const width of new Set(WIDTHS.map((wanted) => Math.min(wanted, upright)))) {
    renditions.push(await stored(resized(image, width).webp({ quality: 82 }), 'webp', directory));
  }
  const widest = renditions.at(-1);
  if (widest) await store(path.join(directory, originalOf(widest.sha256)), image);
  return { renditions, mailPicture: [await mailPictureOf(image, Math.min(MAIL_WIDTH, upright), directory)] };
}

/** PNG for drawings and JPEG for photographs: whichever is smaller. White behind it: JPEG and dark mails have no other. */
async function mailPictureOf(image: Buffer, width: number, directory: string) {
  const flat = () => resized(image, width).flatten({ background: '#ffffff' });
  const png = await flat().png({ palette: true, quality: 90, effort: 7 }).toBuffer();
  const jpg = await flat().jpeg({ quality: 85, mozjpeg: true }).toBuffer();
  const format = png.length <= jpg.length ? ('png' as const) : ('jpg' as const);
  return { ...(await stored(sharp(format === 'png' ? png : jpg), format, directory)), format };
}

const resized = (image: Buffer, width: number) => sharp(image).rotate().resize({ width });

async function stored(picture: Sharp, ending: string, directory: string) {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const sha256 = createHash('sha256').update(data).digest('hex');
  await store(path.join(directory, `${sha256}.${ending}`), data);
  return { width: info.width, height: info.height, sha256 };
}

/** What the picture is called that a rendition was made from: an approved one can be given out as it came in. */
export const originalOf = (widest: string): string => `${widest}.original`;

async function store(file: string, data: Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}.${Date.now()}.tmp`;
  await writeFile(temporary, data);
  await rename(temporary, file);
}
