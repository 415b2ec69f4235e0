import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeServingLock } from '../../database/serving-lock.ts';
import { createSerialSqliteClient } from '../../database/sqlite-client.ts';
import { sqliteTrouble } from '../../database/sqlite-trouble.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-lock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('serving from an SQLite file', () => {
  it('is for one process at a time, and free again when that one is killed', async () => {
    const url = `file:${path.join(folder, 'served.db')}`;
    const script = `
      import { takeServingLock } from './database/serving-lock.ts';
      console.log(takeServingLock(process.argv[1]));
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    expect(said.toString().trim()).toBe('true');
    expect(takeServingLock(url)).toBe(false);
    expect(takeServingLock(`file:${path.join(folder, 'another.db')}`)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(takeServingLock(url)).toBe(true);
    // The same process asks again when its code is loaded anew.
    expect(takeServingLock(url)).toBe(true);
  });

  it('of MongoDB is for any number', () => {
    expect(takeServingLock('mongodb://127.0.0.1/a')).toBe(true);
  });
});

describe('what is wrong with an SQLite file', () => {
  const failureOf = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return error;
    }
    return expect.fail('nothing was thrown');
  };

  it('is said when it is damaged', async () => {
    const file = path.join(folder, 'damaged.db');
    await writeFile(file, 'This is no database, and it is long enough to look like one. '.repeat(100));
    const error = failureOf(() => createSerialSqliteClient(`file:${file}`));
    expect(sqliteTrouble(error)).toContain('damaged');
    expect(sqliteTrouble(new Error('cannot connect', { cause: error }))).toContain('damaged');
  });

  it('is said when it cannot be written', () => {
    const file = path.join(folder, 'readonly.db');
    const readonly = new Database(file);
    readonly.exec('CREATE TABLE t (a)');
    readonly.exec('PRAGMA query_only = 1');
    expect(sqliteTrouble(failureOf(() => readonly.exec('INSERT INTO t VALUES (1)')))).toContain('cannot be written');
  });

  it('is said when it cannot be opened', () => {
    expect(sqliteTrouble(failureOf(() => new Database(path.join(folder, 'no', 'such.db'))))).toContain(
      'cannot be opened',
    );
  });

  it('is not guessed', () => {
    expect(sqliteTrouble(new Error('connect ECONNREFUSED'))).toBeNull();
    expect(sqliteTrouble('x')).toBeNull();
  });
});
