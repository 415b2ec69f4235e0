import { mkdir, readdir, rm, writeFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../backup/manifest.ts';
import { MANIFEST, parseManifest, writeManifest, type Manifest } from '../exchange/manifest.ts';
import { ifThere } from '../../model/if-there.ts';
import { sha256 } from '../exchange/shared-documents.ts';

/**
 * Writes an export into an empty folder, or over one that an export made: files that are in it no more go, others
 * that somebody put beside them stay. Refuses any other folder, and one in which an exported file was changed since.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Buffer>,
  manifest: Manifest,
): Promise<void> {
  const before = await manifestIn(folder);
  for (const [file, hash] of Object.entries(before?.files ?? {})) {
    const there = await ifThere(readFile(path.join(folder, file)));
    if (there && sha256(there) !== hash && sha256(there) !== manifest.files[file])
      throw new Refusal(`${path.join(folder, file)} was changed since it was exported. Export into another folder.`);
  }
  for (const [file, hash] of Object.entries(manifest.files)) {
    if (before?.files[file] !== undefined) continue;
    const there = await ifThere(readFile(path.join(folder, file)));
    if (there && sha256(there) !== hash)
      throw new Refusal(`${path.join(folder, file)} is there, and no export made it. Export into another folder.`);
  }
  await mkdir(folder, { recursive: true });
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  await writeFile(path.join(folder, MANIFEST), writeManifest(manifest));
  for (const file of Object.keys(before?.files ?? {}))
    if (!files.has(file)) await rm(path.join(folder, file), { force: true });
}

/** The manifest of a folder that an export made; null of an empty folder or none. Refuses all else. */
async function manifestIn(folder: string): Promise<Manifest | null> {
  const text = await ifThere(readFile(path.join(folder, MANIFEST)));
  const manifest = text && parseManifest(text.toString('utf8'));
  if (manifest) return manifest;
  const names = (await ifThere(readdir(folder))) ?? [];
  if (names.length > 0) throw new Refusal(`${folder} is not empty, and no export made it. Name an empty folder.`);
  return null;
}
