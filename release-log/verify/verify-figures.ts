import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Report } from './pages.ts';
import { hasCode } from '../../model/has-code.ts';

/** Every figure file that a release shows is there and is what its name says. */
export async function verifyFigures(
  figures: ReadonlyMap<string, number>,
  { directory, report }: { directory: string; report: Report },
): Promise<void> {
  for (const [sha256, seq] of figures) {
    const name = `${sha256}.webp`;
    const problem = await problemOf(path.join(directory, name), sha256);
    if (problem !== null) report(`release ${seq}: the figure file ${name} ${problem}`);
  }
}

/** A wrong file was put there, a lost one comes from a backup, and for one that cannot be read the disk is looked at. */
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
