/** `npm run figures [folder…]`: makes the pictures (.png) of the drawings (.svg) that changed, in every library. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../model/if-there.ts';
import { librariesIn } from './seed/read-library.ts';
import { drawPng, isDrawnFrom } from './figures/drawn-from.ts';

const given = process.argv.slice(2);

for (const library of given.length > 0 ? given : await librariesIn('content')) {
  const folder = path.join(library, 'figures');
  const files = await ifThere(readdir(folder));
  // A library need not have figures; a folder that somebody names does.
  if (files === null && given.length > 0) throw new Error(`There is no folder ${folder}.`);
  const drawings = (files ?? []).filter((file) => file.endsWith('.svg'));
  for (const drawing of drawings) {
    const svg = await readFile(path.join(folder, drawing));
    const picture = path.join(folder, drawing.replace(/svg$/, 'png'));
    const before = await ifThere(readFile(picture));
    if (before !== null && (await isDrawnFrom(before, svg))) continue;
    await writeFile(picture, await drawPng(svg));
    console.log(picture);
  }
}
