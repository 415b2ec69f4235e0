/** Which parts of the body there are is said by libraries alone: the code that serves all of them names none. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { librariesIn, readLibrary } from '../../scripts/seed/read-library.ts';

const FOLDERS = ['model', 'release-log', 'editorial', 'collections', 'admin', 'publishers', 'app', 'runtime'];
/** General lists of English words, of whatever part of the body. */
const WORD_LISTS = 'editorial/rules/words/';

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.(ts|tsx|css)$/.test(file) && !file.startsWith(WORD_LISTS)),
);

describe('the code', () => {
  const words = new Set<string>();
  beforeAll(async () => {
    const { library } = await readLibrary(...(await librariesIn('content')));
    for (const { slug, label, bodyAreas } of library.locations)
      for (const word of [slug, label, ...bodyAreas]) words.add(word.toLowerCase());
  });

  it('names no body area and no place of a library', () => {
    expect(words).toContain('groin');
    expect(words).toContain('hip');
    const named = new RegExp(`\\b(${[...words].join('|')})s?\\b`, 'i');
    const found = sources.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, i) => (named.test(line) ? `${file}:${i + 1}: ${line.trim()}` : [])),
    );
    expect(sources.length).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });
});
