import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sharedFiles } from '../../../scripts/import/shared-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-shared-'));
  await mkdir(path.join(folder, 'figures'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = () => {
  const words = { alt: 'Old words.', caption: null, credit: null, licence: null };
  const figure = { ...words, folder, file: 'drawing.png', renditions: undefined, mailPicture: undefined };
  return sharedFiles({ entries: [], sources: [], figures: [figure], locations: [], terms: [] });
};

it('a figure without a file is told', async () => {
  expect((await read()).problems).toEqual([{ file: 'figures/drawing.png', message: 'there is no such file' }]);
});

it('a file that is there and cannot be read is a failure, and not one that is missing', async () => {
  await mkdir(path.join(folder, 'figures', 'drawing.png'));
  await expect(read()).rejects.toMatchObject({ code: 'EISDIR' });
});
