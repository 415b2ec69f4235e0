import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSerialSqliteClient, type SerialSqliteClient } from '../../database/sqlite-client.ts';

/** Blocks the thread for some tens of milliseconds. */
const LONG = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT sum(i) FROM n`;
const TIMES = 8;

describe('long work on an SQLite file', () => {
  let folder: string;
  let client: SerialSqliteClient;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-breath-'));
    client = createSerialSqliteClient(`file:${path.join(folder, 'test.db')}`);
    await client.execute('CREATE TABLE kept (word TEXT)');
  });
  afterAll(async () => {
    client.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** How often others had the thread while it ran. */
  async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
    let turns = 0;
    let ended = false;
    const turn = () => {
      turns += 1;
      if (!ended) setImmediate(turn);
    };
    setImmediate(turn);
    await work();
    ended = true;
    return turns;
  }
  const again = async (run: (sql: string) => Promise<unknown>) => {
    for (let time = 0; time < TIMES; time += 1) await run(LONG);
  };

  it.each([
    ['questions', () => again((sql) => client.execute(sql))],
    [
      'a transaction',
      async () => {
        const transaction = await client.transaction('write');
        await again((sql) => transaction.execute(sql));
        await transaction.commit();
      },
    ],
    ['a batch', () => client.batch(Array<string>(TIMES).fill(LONG))],
  ])('gives others the thread between two of its statements: %s', async (_, work) => {
    expect(await turnsDuring(work)).toBeGreaterThanOrEqual(TIMES - 1);
  });

  it('writes nothing into the transaction that comes after its own', async () => {
    const first = await client.transaction('write');
    await first.execute(LONG);
    const late = first.execute("INSERT INTO kept VALUES ('late')");
    await first.rollback();
    const second = await client.transaction('write');
    await expect(late).rejects.toThrow('has ended');
    await second.execute("INSERT INTO kept VALUES ('own')");
    await second.commit();
    expect((await client.execute('SELECT word FROM kept')).rows).toMatchObject([{ word: 'own' }]);
  });
});
