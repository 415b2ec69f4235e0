import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What is no code of ours that runs: tests tamper with rows on purpose, the others are generated or installed. */
const NOT_LOOKED_AT = new Set(['node_modules', 'tests', 'migrations', 'payload-types.ts', 'test-results']);
/**
 * Who may name the collection: the log itself, the declaration whose hooks serve what the log proves, and a copy in a
 * file, whose end is proved by its signature.
 */
const MAY = /^(release-log\/.*|collections\/releases\.ts|database\/copy\/mongodb-copy\.ts|eslint\.config\.mjs)$/;

async function sources(folder = ''): Promise<string[]> {
  const found = await readdir(path.join(ROOT, folder), { withFileTypes: true });
  const lists = found
    .filter(({ name }) => !NOT_LOOKED_AT.has(name) && !name.startsWith('.'))
    .map(async (entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return sources(name);
      return /\.(ts|tsx|mjs|cjs|js)$/.test(name) ? [name] : [];
    });
  return (await Promise.all(lists)).flat();
}

describe('the collection of the release log', () => {
  it('is named by nobody who would read it past the verification', async () => {
    const files = await sources();
    expect(files.length).toBeGreaterThan(250);
    const naming: string[] = [];
    for (const file of files) {
      const text = await readFile(path.join(ROOT, file), 'utf8');
      // The collection as a string, and its addresses in Payload's API.
      if (/(['"`])releases\1|api\}?\/releases|['"`]\/releases\?/.test(text) && !MAY.test(file)) naming.push(file);
    }
    expect(naming).toEqual([]);
  });

  it('is found where it is named, so that this looks at something', async () => {
    expect(await readFile(path.join(ROOT, 'collections/releases.ts'), 'utf8')).toContain("'releases'");
    expect(await readFile(path.join(ROOT, 'release-log/stored-rows.ts'), 'utf8')).toContain("'releases'");
  });
});
