import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../model/has-code.ts';

/** The text of a file; null when there is none. Throws what else can go wrong. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

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
