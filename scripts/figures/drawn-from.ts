import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const WIDTH = 1280;
/** A picture says in its EXIF description which drawing it was made from: pixels differ with the fonts of a machine. */
const mark = (svg: Buffer): string => `drawn from ${createHash('sha256').update(svg).digest('hex')}`;

/** The picture of a drawing as a PNG of 1280 pixels, with the mark of its drawing. */
export const drawPng = (svg: Buffer): Promise<Buffer> =>
  sharp(svg)
    .resize({ width: WIDTH })
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 128, effort: 10 })
    .withExif({ IFD0: { ImageDescription: mark(svg) } })
    .toBuffer();

/** Whether a picture was made from this very drawing. */
export async function isDrawnFrom(png: Buffer, svg: Buffer): Promise<boolean> {
  const { exif } = await sharp(png).metadata();
  return exif?.includes(mark(svg)) ?? false;
}

/** What is wrong with the files of a folder of figures: a picture without its drawing, or drawn from another one. */
export async function drawingProblems(folder: string): Promise<{ file: string; message: string }[]> {
  const files = (await readdir(folder)).toSorted();
  const problems: { file: string; message: string }[] = [];
  for (const file of files) {
    const { name, ext } = path.parse(file);
    const at = (end: string) => readFile(path.join(folder, `${name}${end}`));
    const tell = (message: string) => problems.push({ file: `figures/${file}`, message });
    if (ext === '.svg' && !files.includes(`${name}.png`)) tell('has no picture: run npm run figures');
    else if (ext === '.png' && !files.includes(`${name}.svg`)) tell('has no drawing (.svg) beside it');
    else if (ext === '.png' && !(await isDrawnFrom(await at('.png'), await at('.svg'))))
      tell('is not the picture of its drawing: run npm run figures');
  }
  return problems;
}
