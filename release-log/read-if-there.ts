import { readFile } from 'node:fs/promises';

/** The text of a file; null when there is none. Throws whatever else keeps it from being read. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
