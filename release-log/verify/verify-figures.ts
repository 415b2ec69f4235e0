import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Report } from './pages.ts';

/** Every figure file that a release shows is there and is what its name says. */
export async function verifyFigures(
  figures: ReadonlyMap<string, number>,
  { directory, report }: { directory: string; report: Report },
): Promise<void> {
  for (const [sha256, seq] of figures) {
    const name = `${sha256}.webp`;
    const actual = await hashOfFile(path.join(directory, name)).catch(() => null);
    if (actual === null) report(`release ${seq}: the figure file ${name} cannot be read`);
    else if (actual !== sha256) report(`release ${seq}: the figure file ${name} is another picture`);
  }
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
