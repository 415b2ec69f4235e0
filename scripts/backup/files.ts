import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../../model/if-there.ts';

/** Every file under a folder, by its path in it; none when the folder is not there. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = (await ifThere(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Hex SHA-256 of a file, however long it is. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** Copies a file, whole or not at all, readable for its owner alone, its folder included. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const aside = `${to}.${randomUUID()}`;
  await copyFile(from, aside, constants.COPYFILE_FICLONE);
  await chmod(aside, 0o600);
  await rename(aside, to);
}
