import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../scripts/exchange/shared-documents.ts';
import { writeFolder } from '../../../scripts/export/to-folder.ts';

describe('an export over one of before', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-export-'));
    await write({ 'a.md': 'Old words.', 'b.md': 'Old words.' });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (files: Record<string, string>) => {
    const hashes = Object.entries(files).map(([file, text]) => [file, sha256(Buffer.from(text))]);
    const manifest = { format: 1, of: 'live', bases: {}, files: Object.fromEntries(hashes) } as const;
    return writeFolder(folder, new Map(Object.entries(files)), manifest);
  };
  const put = (file: string, text: string) => writeFile(path.join(folder, file), text);
  const textOf = (file: string) => readFile(path.join(folder, file), 'utf8');

  it('takes away what is in it no more and leaves what somebody put beside it', async () => {
    await put('own.md', 'Plain words.');
    await write({ 'a.md': 'Other words.' });
    expect((await readdir(folder)).toSorted()).toEqual(['a.md', 'export.json', 'own.md']);
    expect([await textOf('a.md'), await textOf('own.md')]).toEqual(['Other words.', 'Plain words.']);
  });

  it.each(['a.md', 'own.md'])('writes nothing over what somebody wrote: %s', async (file) => {
    await put(file, 'Plain words.');
    await expect(write({ 'a.md': 'Other words.', 'own.md': 'Other words.' })).rejects.toThrow(file);
    expect(await textOf(file)).toBe('Plain words.');
    expect(await textOf('b.md')).toBe('Old words.');
  });
});
