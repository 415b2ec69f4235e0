import Database from 'libsql';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseCopier } from '../../../database/copy/database-copy.ts';
import type { Env } from '../../../env.ts';
import { filesUnder } from '../../../scripts/backup/files.ts';
import { makeBackup } from '../../../scripts/backup/make-backup.ts';
import { readManifest } from '../../../scripts/backup/manifest.ts';
import { restoreBackup } from '../../../scripts/backup/restore-backup.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { run } from '../../support/server.ts';

describe.each(DATABASES)('a backup of %s', { timeout: 120_000 }, (database) => {
  const { system, live } = newsroomOn(database);
  let folder: string;
  const now = () => new Date();
  beforeAll(async () => {
    await live('sore-hip');
    await writeFile(path.join(system.env.dataDir, 'outbox-is-not-in-it'), '');
    folder = path.join(system.env.dataDir, 'backup');
    await makeBackup(system.env, { folder, withKeys: false, now });
  });

  const restore = (env: Env = system.env, from = folder) => restoreBackup(env, { folder: from, replace: true });
  /** Changes a file of the backup for as long as the work takes. */
  const having = async (file: string, change: (text: string) => string, work: () => Promise<void>) => {
    const place = path.join(folder, file);
    const before = await readFile(place);
    await writeFile(place, change(before.toString('latin1')), 'latin1');
    await work().finally(() => writeFile(place, before));
  };

  it('is its owner’s alone, names what it holds, and has no keys unless they are asked for', async () => {
    const { counts, log, files, withKeys } = await readManifest(folder);
    expect(log).toMatchObject({ seq: 1 });
    expect([counts.releases, withKeys]).toEqual([1, false]);
    expect((await filesUnder(folder)).filter((file) => file !== 'manifest.json')).toEqual(Object.keys(files).sort());
    for (const file of await filesUnder(folder)) expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);
    expect(Object.keys(files).filter((file) => /data\/keys|log-head|outbox/.test(file))).toEqual([]);
  });

  it('is not put back when it is not what its manifest says', async () => {
    const [file = ''] = Object.keys((await readManifest(folder)).files).filter((name) => !name.startsWith('data/'));
    const swapped = (text: string) => text.replace(/.$/s, 'x');
    await having(file, swapped, () => expect(restore()).rejects.toThrow(`${file} is damaged`));
    await having(
      'manifest.json',
      (text) => text.replace('"releases": 1', '"releases": 2'),
      () => expect(restore()).rejects.toThrow('other rows'),
    );
    await having(
      'manifest.json',
      (text) => text.replace('"format": 1', '"format": 2'),
      () => expect(restore()).rejects.toThrow('Use a later version'),
    );
    const other = database === 'SQLite' ? 'MongoDB' : 'SQLite';
    await having(
      'manifest.json',
      (text) => text.replace(`"${database}"`, `"${other}"`),
      () => expect(restore()).rejects.toThrow(`This backup is of ${other}`),
    );
    await writeFile(path.join(folder, 'stray'), '');
    await expect(restore()).rejects.toThrow('stray is not in it');
    await rm(path.join(folder, 'stray'));
    await expect(restore(system.env, path.join(folder, 'data'))).rejects.toThrow('holds no backup');
  });

  /** A machine that has nothing yet. */
  const elsewhere = (name: string): Env => {
    const dataDir = path.join(system.env.dataDir, name);
    const url = new URL(system.env.databaseUrl);
    url.pathname = database === 'SQLite' ? path.join(dataDir, 'new.db') : `${url.pathname}-${name}`;
    return { ...system.env, dataDir, databaseUrl: database === 'SQLite' ? `file:${url.pathname}` : url.toString() };
  };

  it('says which keys it needs on another machine, and goes there whole with them, as another log', async () => {
    await expect(restore(elsewhere('bare'))).rejects.toThrow('This backup has no keys');
    const withKeys = path.join(system.env.dataDir, 'with-keys');
    await makeBackup(system.env, { folder: withKeys, withKeys: true, now });
    const there = elsewhere('moved');
    const restored = await restore(there, withKeys);
    // Nobody there knows how far the log had got.
    expect(restored).toMatchObject({ end: { seq: 1 }, mark: null, begunAnew: true });
    expect(await filesUnder(path.join(there.dataDir, 'keys'))).toContain('signing-key.json');
    const copier = await databaseCopier(there.databaseUrl);
    expect(await copier.isInUse()).toBe(true);
    await copier.close();
  });

  it.runIf(database === 'SQLite')('takes the place of a damaged file, which is not in anybody’s hands', async () => {
    const withKeys = path.join(system.env.dataDir, 'for-the-damaged');
    await makeBackup(system.env, { folder: withKeys, withKeys: true, now });
    const there = elsewhere('damaged');
    await restore(there, withKeys);
    const file = there.databaseUrl.replace('file:', '');
    const damaged = 'This is no database, and it is long enough to look like one. '.repeat(100);
    await writeFile(file, damaged);
    await expect(restoreBackup(there, { folder: withKeys, replace: false })).rejects.toThrow('--replace');
    expect(await restore(there, withKeys)).toMatchObject({ end: { seq: 1 } });
    expect(await readFile(`${file}-replaced`, 'utf8')).toBe(damaged);
  });

  it.runIf(database === 'SQLite')('that cannot be read is not called missing', async () => {
    const unreadable = path.join(system.env.dataDir, 'no-folder');
    await writeFile(unreadable, '');
    await expect(restore(system.env, unreadable)).rejects.toThrow('ENOTDIR');
  });

  it.runIf(database === 'SQLite')('is not put under a server or another process that has the file', async () => {
    const lock = new Database(`${system.env.databaseUrl.replace('file:', '')}-serving`);
    lock.exec('BEGIN EXCLUSIVE');
    await expect(restore()).rejects.toThrow('A server is serving');
    lock.close();
    await expect(restore()).rejects.toThrow('another process has');
  });

  it.runIf(database === 'MongoDB')('is not put under a worker', async () => {
    const beatAt = now().toISOString();
    const heart = { worker: 'w', host: 'another', startedAt: beatAt, beatAt, loops: [] };
    await system.payload.db.create({ collection: 'worker-heartbeats', data: heart });
    await expect(restore()).rejects.toThrow('A worker on another was heard of');
    await system.payload.db.deleteMany({ collection: 'worker-heartbeats', where: {} });
  });

  it.runIf(database === 'MongoDB')(
    'that is half way in lets nobody start, and is taken back by the next try',
    async () => {
      // What the backup does not have: it tells what was there from what was set up in its place.
      await live('stiff-hip');
      const copier = await databaseCopier(system.env.databaseUrl);
      await copier.setUp(folder);
      const { databaseUrl: DATABASE_URL, dataDir: DATA_DIR } = system.env;
      const environment = { PATH: process.env.PATH ?? '', DEMO: '1', LOG_LEVEL: 'error', DATABASE_URL, DATA_DIR };
      const started = await run([path.resolve('scripts/verify.ts')], environment);
      expect(started).toMatchObject({ code: 1, output: expect.stringContaining('was broken off') });
      const again = await databaseCopier(system.env.databaseUrl);
      await again.takeBack();
      expect(await again.isInUse()).toBe(true);
      expect((await system.payload.count({ collection: 'releases' })).totalDocs).toBe(2);
      await Promise.all([copier.close(), again.close()]);
    },
  );

  afterAll(async () => {
    if (database === 'SQLite') return;
    const { MongoClient } = await import('mongodb');
    const client = await MongoClient.connect(elsewhere('moved').databaseUrl);
    await client.db().dropDatabase();
    await client.close();
  });
});
