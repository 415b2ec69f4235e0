import Database from 'libsql';
import { chmod, copyFile, link, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CopyRead, DatabaseCopier } from './copier.ts';
import { isBusy } from '../sqlite-client.ts';
import { isDamaged } from '../sqlite-trouble.ts';
import { holdsMore } from './tables.ts';

const FILE = 'database.sqlite';
const WAIT_MS = 15_000;

/** SQLite: `VACUUM INTO` reads one snapshot through the write-ahead log, whoever writes meanwhile. */
export function sqliteCopier(url: string): DatabaseCopier {
  const file = path.resolve(url.replace(/^file:/, ''));
  const aside = `${file}-restoring`;
  const replaced = `${file}-replaced`;
  const removeAside = () => Promise.all(withLogs(aside).map((name) => rm(name, { force: true })));
  return {
    kind: 'SQLite',
    async copyInto(folder) {
      if (!existsSync(file)) throw new Error(`there is no database at ${file}`);
      const copy = path.join(folder, FILE);
      using(file, (db) => db.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`));
      await chmod(copy, 0o600);
      return [FILE];
    },
    read: (folder) => Promise.resolve(using(path.join(folder, FILE), readCopy)),
    isInUse: () =>
      Promise.resolve(existsSync(file) && unlessDamaged(() => using(file, (db) => holdsMore(countsOf(db))), true)),
    // Leaving the write-ahead log is granted to whoever is alone with the file.
    whyNot: () =>
      Promise.resolve(
        existsSync(file) && !using(file, isAlone)
          ? `another process has ${file} open. Stop that one first: a worker, a script or a tool.`
          : null,
      ),
    async setUp(folder) {
      await removeAside();
      await copyFile(path.join(folder, FILE), aside);
      await chmod(aside, 0o600);
      return `file:${aside}`;
    },
    async keep() {
      using(aside, fold);
      await rm(replaced, { force: true });
      // What nobody can read stays beside the new file, for whoever wants to save something of it.
      const isReadable = existsSync(file) && unlessDamaged(() => using(file, fold), false);
      if (existsSync(file)) await link(file, replaced);
      for (const name of [...withLogs(file).slice(1), ...withLogs(aside).slice(1)]) await rm(name, { force: true });
      await rename(aside, file);
      if (isReadable) await rm(replaced, { force: true });
    },
    async takeBack() {
      await removeAside();
    },
    close: () => Promise.resolve(),
  };
}

const withLogs = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`];

function using<T>(file: string, work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    db.exec(`PRAGMA busy_timeout = ${WAIT_MS}`);
    return work(db);
  } finally {
    db.close();
  }
}

/** What the work says of a file; `otherwise` of one that is damaged, which is there and in nobody's hands. */
function unlessDamaged<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (isDamaged(error)) return otherwise;
    throw error;
  }
}

/** All that is written is in the one file afterwards. Throws when somebody keeps it from that. */
function fold(db: Database.Database): true {
  const [answer] = folded.parse(all(db, 'PRAGMA wal_checkpoint(TRUNCATE)'));
  if (answer?.busy !== 0) throw new Error('the write-ahead log cannot be folded in: another process reads the file');
  return true;
}

function isAlone(db: Database.Database): boolean {
  db.exec('PRAGMA busy_timeout = 0');
  try {
    const [answer] = z.array(z.object({ journal_mode: z.string() })).parse(all(db, 'PRAGMA journal_mode = DELETE'));
    return answer?.journal_mode === 'delete';
  } catch (error) {
    if (isDamaged(error)) return true;
    if (isBusy(error)) return false;
    throw error;
  }
}

const all = (db: Database.Database, sql: string): unknown[] => db.prepare(sql).all();
const folded = z.array(z.object({ busy: z.number() }));
const named = z.array(z.object({ name: z.string() }));
const counted = z.array(z.object({ count: z.number() })).min(1);
const lastRow = z.array(z.object({ seq: z.number(), signature: z.string() }));
const storedKeys = z.array(z.object({ kid: z.unknown(), jwk: z.string(), voucher: z.unknown() }));

function countsOf(db: Database.Database): Record<string, number> {
  const tables = named.parse(
    all(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"),
  );
  return Object.fromEntries(
    tables.map(({ name }) => {
      const [row] = counted.parse(all(db, `SELECT count(*) AS count FROM "${name.replaceAll('"', '""')}"`));
      return [name, row?.count ?? 0];
    }),
  );
}

function readCopy(db: Database.Database): CopyRead {
  const [last] = lastRow.parse(all(db, 'SELECT seq, signature FROM releases ORDER BY seq DESC LIMIT 1'));
  const keys = storedKeys.parse(all(db, 'SELECT kid, jwk, voucher FROM signing_keys ORDER BY created_at'));
  return {
    counts: countsOf(db),
    last: last ?? null,
    keys: keys.map(({ kid, jwk, voucher }) => ({ kid, jwk: JSON.parse(jwk) as unknown, voucher })),
  };
}
