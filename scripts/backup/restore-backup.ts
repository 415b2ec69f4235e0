import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseCopier } from '../../database/copy/copier.ts';
import { databaseCopier } from '../../database/copy/database-copy.ts';
import { takeServingLock } from '../../database/serving-lock.ts';
import type { Env } from '../../env.ts';
import { headMarkFile, type HeadMark } from '../../release-log/head-mark.ts';
import { loadSigningKey } from '../../release-log/signing-key.ts';
import { provedEnd } from '../../release-log/verify/proved-end.ts';
import { copyWhole, filesUnder } from './files.ts';
import { KEYS } from './make-backup.ts';
import { readManifest, Refusal, type Manifest } from './manifest.ts';
import { prepareRestored, type Prepared } from './prepare-restored.ts';
import { DATA, readBackup } from './read-backup.ts';

/** What came of a restore. */
export interface Restored extends Prepared {
  /** when the backup was made; null when the database was put back by other means */
  madeAt: string | null;
  /** how far this installation had seen the log before; null when it does not know */
  mark: HeadMark | 'damaged' | null;
}

/**
 * Puts a backup in the place of the installation of `env`. Files are added first, the database is set up aside, checked
 * and made ready, and takes its place last: whatever fails before leaves the one that was there. Throws `Refusal`.
 */
export async function restoreBackup(
  env: Env,
  { folder, replace }: { folder: string; replace: boolean },
): Promise<Restored> {
  const manifest = await readManifest(folder);
  const copier = await databaseCopier(env.databaseUrl);
  try {
    const read = await readBackup(copier, folder, manifest);
    await refuseWhileServing(env, copier);
    if (!replace && (await copier.isInUse()))
      throw new Refusal('There is an installation here already. To put the backup in its place: --replace.');
    await putKeys(env, folder, manifest);
    if (provedEnd(read, await loadSigningKey({ configured: env.signingKey, dataDir: env.dataDir })) === 'unproved')
      throw new Refusal('No key that this installation has signed the log of this backup: it is another one’s.');
    await putFiles(env, folder);
    const since = new Date(manifest.madeAt);
    const restored = await settingUp(copier, folder, (url) => prepareRestored({ ...env, databaseUrl: url }, since));
    await setMark(env, restored.end);
    return { ...restored, madeAt: manifest.madeAt };
  } finally {
    await copier.close();
  }
}

/** The same for a database that stands there already: put back by mongorestore, a snapshot or a provider. */
export async function adoptDatabase(env: Env): Promise<Restored> {
  const copier = await databaseCopier(env.databaseUrl);
  try {
    await refuseWhileServing(env, copier);
    if (!(await copier.isInUse())) throw new Refusal('There is no installation here.');
  } finally {
    await copier.close();
  }
  const restored = await prepareRestored(env, new Date(0));
  await setMark(env, restored.end);
  return { ...restored, madeAt: null };
}

async function refuseWhileServing({ databaseUrl }: Env, copier: DatabaseCopier): Promise<void> {
  if (!takeServingLock(databaseUrl))
    throw new Refusal('A server is serving from this database. Stop it, and all workers, first.');
  const reason = await copier.whyNot();
  if (reason !== null) throw new Refusal(reason);
}

/** Keys come back where there are none; those that are there stay. */
async function putKeys({ dataDir, signingKey }: Env, folder: string, { withKeys }: Manifest): Promise<void> {
  const hasKeys = signingKey !== null || existsSync(path.join(dataDir, KEYS, 'signing-key.json'));
  if (hasKeys) return;
  if (!withKeys)
    throw new Refusal(
      'This backup has no keys, and there are none here: put the folder keys of the installation into DATA_DIR, or set SIGNING_KEY.',
    );
  await putFolder(path.join(folder, DATA, KEYS), path.join(dataDir, KEYS));
}

async function putFiles({ dataDir }: Env, folder: string): Promise<void> {
  const data = path.join(folder, DATA);
  for (const file of await filesUnder(data))
    if (!file.startsWith(KEYS + path.sep)) await copyWhole(path.join(data, file), path.join(dataDir, file));
}

async function putFolder(from: string, to: string): Promise<void> {
  for (const file of await filesUnder(from)) await copyWhole(path.join(from, file), path.join(to, file));
}

async function settingUp<T>(copier: DatabaseCopier, folder: string, prepare: (url: string) => Promise<T>): Promise<T> {
  try {
    const prepared = await prepare(await copier.setUp(folder));
    await copier.keep();
    return prepared;
  } catch (error) {
    await copier.takeBack();
    throw error;
  }
}

/** Last: whoever is interrupted before it finds a red /readyz, and `npm run verify -- --accept-restored` says the rest. */
async function setMark({ dataDir }: Env, end: HeadMark | null): Promise<void> {
  const mark = headMarkFile(dataDir);
  await (end ? mark.write(end) : mark.remove());
}
