/** `npm run figures [folder…]`: makes the pictures (.png) of the drawings (.svg) that changed, in every library. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawPng, isDrawnFrom } from './figures/drawn-from.ts';

const libraries = async () => (await readdir('content')).map((library) => path.join('content', library));
const given = process.argv.slice(2);

for (const library of given.length > 0 ? given : await libraries()) {
  const folder = path.join(library, 'figures');
  const drawings = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.svg'));
  for (const drawing of drawings) {
    const svg = await readFile(path.join(folder, drawing));
    const picture = path.join(folder, drawing.replace(/svg$/, 'png'));
    const before = await readFile(picture).catch(() => null);
    if (before !== null && (await isDrawnFrom(before, svg))) continue;
    await writeFile(picture, await drawPng(svg));
    console.log(picture);
  }
}
