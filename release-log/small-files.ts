import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../model/if-there.ts';

/** The text of a file; null when there is none. Throws what else can go wrong. */
export const readIfThere = (file: string): Promise<string | null> => ifThere(readFile(file, 'utf8'));

/** Writes a file that only its owner reads, whole or not at all, its folder included. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomUUID()}`;
  try {
    await writeFile(aside, text, { mode: 0o600 });
    await rename(aside, file);
  } catch (error) {
    // On a full disk each try would leave another one.
    await removeIfThere(aside);
    throw error;
  }
}

/** Takes a file away; none is fine. */
export const removeIfThere = (file: string): Promise<void> => rm(file, { force: true });
