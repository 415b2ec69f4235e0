import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawingProblems, drawPng } from '../../../scripts/figures/drawn-from.ts';

const drawing = (radius: number) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="40"><circle r="${radius}"/></svg>`);

describe('the picture of a drawing', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-figures-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const write = (file: string, bytes: Buffer) => writeFile(path.join(folder, file), bytes);
  const problems = async () => (await drawingProblems(folder)).map(({ file, message }) => `${file} ${message}`);

  it('is 1280 pixels wide and told apart from the picture of another drawing', async () => {
    const png = await drawPng(drawing(5));
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1280, height: 800 });
    await write('a.svg', drawing(5));
    await write('a.png', png);
    expect(await problems()).toEqual([]);
    await write('a.svg', drawing(6));
    expect(await problems()).toEqual(['figures/a.png is not the picture of its drawing: run npm run figures']);
  });

  it('is missed where only the drawing is, and the drawing where only the picture is', async () => {
    await write('a.svg', drawing(5));
    await write('b.png', await drawPng(drawing(5)));
    expect(await problems()).toEqual([
      'figures/a.svg has no picture: run npm run figures',
      'figures/b.png has no drawing (.svg) beside it',
    ]);
  });
});
