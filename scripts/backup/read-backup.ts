import path from 'node:path';
import type { CopyRead, DatabaseCopier } from '../../database/copy/copier.ts';
import { filesUnder, sha256Of } from './files.ts';
import { MANIFEST, Refusal, type Manifest } from './manifest.ts';

/** Folder of a backup that holds what stands in DATA_DIR. */
export const DATA = 'data';

/** Reads a backup back and holds it against its manifest: every file, no other file, every row. Throws `Refusal`. */
export async function readBackup(copier: DatabaseCopier, folder: string, manifest: Manifest): Promise<CopyRead> {
  if (manifest.database !== copier.kind)
    throw new Refusal(
      `This backup is of ${manifest.database}, and DATABASE_URL names ${copier.kind}: a backup goes back into the kind of database that it came from.`,
    );
  const there = (await filesUnder(folder)).filter((file) => file !== MANIFEST);
  const strange = there.filter((file) => !(file in manifest.files));
  if (strange.length > 0)
    throw new Refusal(`The backup does not match its manifest: ${strange.join(', ')} is not in it.`);
  for (const [file, sha256] of Object.entries(manifest.files)) {
    if (!there.includes(file)) throw new Refusal(`The backup does not match its manifest: ${file} is missing.`);
    if ((await sha256Of(path.join(folder, file))) !== sha256)
      throw new Refusal(`The backup does not match its manifest: ${file} is damaged.`);
  }
  const read = await copier.read(folder);
  if (!isSame(read.counts, manifest.counts))
    throw new Refusal('The backup does not match its manifest: its tables have other rows.');
  return read;
}

const isSame = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, count]) => b[name] === count);
