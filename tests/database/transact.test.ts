import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTransient, transact } from '../../database/transact.ts';
import { CodedError } from '../../model/errors.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';

describe.each(DATABASES)('a transaction on %s', (database) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(database);
    await system.payload.db.create({ collection: 'cursors', data: { name: 'counter', position: 0 } });
  });
  afterAll(() => system.stop());
  const counter = async () =>
    (await system.payload.find({ collection: 'cursors', where: { name: { equals: 'counter' } } })).docs[0];

  it('runs again when another one was in the way, so that no increment is lost', async () => {
    let runs = 0;
    const increment = () =>
      transact(system.payload, async (req) => {
        runs += 1;
        const row = await req.payload.db.findOne<{ id: number; position: number }>({
          collection: 'cursors',
          where: { name: { equals: 'counter' } },
          req,
        });
        await req.payload.db.updateOne({
          collection: 'cursors',
          id: row?.id ?? 0,
          data: { position: (row?.position ?? 0) + 1 },
          req,
        });
      });
    await Promise.all(Array.from({ length: 15 }, increment));
    expect((await counter())?.position).toBe(15);
    if (database === 'MongoDB') expect(runs).toBeGreaterThan(15);
    else expect(runs).toBe(15);
  }, 60_000);

  it('gives up on errors that trying again does not help, at once', async () => {
    let runs = 0;
    const attempt = transact(system.payload, async () => {
      runs += 1;
      await Promise.reject(new Error('a mistake'));
    });
    await expect(attempt).rejects.toThrow('a mistake');
    expect(runs).toBe(1);
  });

  it('gives up after ten attempts', async () => {
    let runs = 0;
    const attempt = transact(
      system.payload,
      async () => {
        runs += 1;
        await Promise.reject(Object.assign(new Error('in the way'), { errorLabels: ['TransientTransactionError'] }));
      },
      { random: () => 0 },
    );
    await expect(attempt).rejects.toThrow('in the way');
    expect(runs).toBe(10);
  });
});

it.each([
  [Object.assign(new Error('x'), { code: 112 }), true],
  [new Error('WriteConflict error: this operation conflicted with another operation'), true],
  [
    new Error('wrapped', { cause: Object.assign(new Error('x'), { errorLabels: ['TransientTransactionError'] }) }),
    true,
  ],
  [new Error('SQLITE_BUSY: database is locked'), false],
  [new Error('E11000 duplicate key'), false],
  [new CodedError('wrong-state', 'x'), false],
  ['a string', false],
])('knows which errors are passing: %s', (error, transient) => {
  expect(isTransient(error)).toBe(transient);
});
