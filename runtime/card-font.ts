import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Font, parse as parseFont } from 'opentype.js';
import type { CardFont } from '../publishers/site/card/render-card.ts';

const FILE = '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff';

/**
 * The typeface that cards are drawn with, read once from where the project is installed: bare servers and containers
 * have no fonts. `onLost` is told once when it is not there; cards have no words then.
 */
export function cardFontOf(onLost: (error: unknown) => void): CardFont {
  let font: Promise<Font | null> | null = null;
  const read = async (): Promise<Font | null> => {
    try {
      const installed = createRequire(path.join(process.cwd(), 'package.json'));
      const { parse } = installed('opentype.js') as { parse: typeof parseFont };
      const file = await readFile(installed.resolve(FILE));
      return parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
    } catch (error) {
      onLost(error);
      return null;
    }
  };
  return () => (font ??= read());
}
