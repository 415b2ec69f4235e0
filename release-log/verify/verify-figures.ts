import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Report } from './pages.ts';
import { hasCode } from '../../model/has-code.ts';
import { ifThere } from '../../model/if-there.ts';

/** Every figure file that a release shows is there, whatever its format, and is what its name says. */
export async function verifyFigures(
  figures: ReadonlyMap<string, number>,
  { directory, report }: { directory: string; report: Report },
): Promise<void> {
  const names = await namesIn(directory);
  for (const [sha256, seq] of figures) {
    const name = names.get(sha256);
    const problem = name === undefined ? 'is missing' : await problemOf(path.join(directory, name), sha256);
    if (problem !== null) report(`release ${seq}: the figure file ${name ?? sha256} ${problem}`);
  }
}

/** Files by what they are called before their ending. */
async function namesIn(directory: string): Promise<Map<string, string>> {
  const names = (await ifThere(readdir(directory))) ?? [];
  // The picture that came in has the name of its widest file, and other bytes.
  const made = names.filter((name) => !name.endsWith('.original'));
  return new Map(made.map((name) => [path.parse(name).name, name]));
}

/** A wrong file was put there, and for one that cannot be read the disk is looked at; a lost one comes from a backup. */
async function problemOf(file: string, sha256: string): Promise<string | null> {
  try {
    return (await hashOfFile(file)) === sha256 ? null : 'is another picture';
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'is missing';
    return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
