import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { databaseCopier } from '../../database/copy/database-copy.ts';
import type { Env } from '../../env.ts';
import { loadSigningKey } from '../../release-log/signing-key.ts';
import { writeWhole } from '../../release-log/small-files.ts';
import { provedEnd } from '../../release-log/verify/proved-end.ts';
import { copyWhole, filesUnder, sha256Of } from './files.ts';
import { FORMAT, MANIFEST, readManifest, Refusal, type Manifest } from './manifest.ts';
import { DATA, readBackup } from './read-backup.ts';

/** Folders of DATA_DIR that a backup holds. Not the high-water mark: a restored database is compared with it. */
const FOLDERS = ['figures', 'media'];
export const KEYS = 'keys';

/**
 * Copies an installation into `folder`, which must not be there: the database as it was at one moment, then the files,
 * of which there are only ever more. It stands there whole and read back, or not at all. Throws `Refusal`.
 */
export async function makeBackup(
  env: Pick<Env, 'databaseUrl' | 'dataDir' | 'signingKey'>,
  { folder, withKeys, now }: { folder: string; withKeys: boolean; now: () => Date },
): Promise<Manifest> {
  if (existsSync(folder)) throw new Refusal(`${folder} is there already; a backup is a new folder.`);
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const copier = await databaseCopier(env.databaseUrl);
  try {
    // Whoever restores it needs to know from when on mail may have gone out that it does not know of.
    const madeAt = now().toISOString();
    const files = await copier.copyInto(unfinished);
    files.push(...(await copyData(env.dataDir, unfinished, withKeys ? [...FOLDERS, KEYS] : FOLDERS)));
    const read = await copier.read(unfinished);
    const log = provedEnd(read, await loadSigningKey({ configured: env.signingKey, dataDir: env.dataDir }));
    if (log === 'unproved')
      throw new Refusal('The last row of the copied log is not what was signed here. Run npm run verify.');
    const hashes: Record<string, string> = {};
    for (const file of files.sort()) hashes[file] = await sha256Of(path.join(unfinished, file));
    const { counts } = read;
    const manifest: Manifest = {
      ...{ format: FORMAT, madeAt, database: copier.kind, log, withKeys, counts },
      files: hashes,
    };
    await writeWhole(path.join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await readBackup(copier, unfinished, await readManifest(unfinished));
    await rename(unfinished, folder);
    return manifest;
  } finally {
    await copier.close();
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function copyData(dataDir: string, folder: string, names: readonly string[]): Promise<string[]> {
  const copied: string[] = [];
  for (const name of names) {
    for (const file of await filesUnder(path.join(dataDir, name))) {
      const to = path.join(DATA, name, file);
      await copyWhole(path.join(dataDir, name, file), path.join(folder, to));
      copied.push(to);
    }
  }
  return copied;
}
