import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../model/if-there.ts';
import type { FigureFile } from '../publishers/addresses.ts';

/** The files of figures that an installation keeps under its data folder. */
export const figureFilesIn =
  (dataDir: string): FigureFile =>
  (sha256, ending) =>
    ifThere(readFile(path.join(dataDir, 'figures', `${sha256}.${ending}`)));
