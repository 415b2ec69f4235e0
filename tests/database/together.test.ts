import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { manyRowsOf, RowInTheWay, type RowsTogether } from '../../model/many-rows.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';

describe.each(DATABASES)('rows that are written together in a transaction on %s', (database) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(database);
  });
  afterAll(() => system.stop());

  const write = (...parts: RowsTogether[]) =>
    manyRowsOf(system.payload.db)
      .readyTogether(parts)
      .then((writeThem) => transact(system.payload, writeThem));
  const stored = async (address: string) =>
    system.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'slug-history',
      where: { address: { equals: address } },
    });
  const row = (address: string) => ({ address, uid: `uid of ${address}`, seq: 1 });

  it('are read as if Payload had written them', async () => {
    await write({ collection: 'slug-history', create: [row('a'), row('b')] });
    expect(await stored('a')).toMatchObject({ ...row('a'), createdAt: expect.stringMatching(/Z$/) });
    await write({ collection: 'slug-history', change: [{ expect: { address: 'b', seq: 1 }, set: { seq: 2 } }] });
    expect((await stored('b'))?.seq).toBe(2);
  });

  it('are written whole or not at all: one that is there, or is another by now, is in the way of all', async () => {
    await write({ collection: 'slug-history', create: [row('c')] });
    const there = write({ collection: 'slug-history', create: [row('d'), row('c')] });
    await expect(there).rejects.toThrow(RowInTheWay);
    const other = write({
      ...{ collection: 'slug-history', create: [row('e')] },
      change: [{ expect: { address: 'c', seq: 9 }, set: { seq: 10 } }],
    });
    await expect(other).rejects.toThrow(RowInTheWay);
    expect([Boolean(await stored('d')), Boolean(await stored('e')), (await stored('c'))?.seq]).toEqual([
      ...[false, false],
      1,
    ]);
  });

  it('are looked up by many values at once, as they are committed', async () => {
    await write({ collection: 'slug-history', create: [row('f'), row('g')] });
    const found = await transact(system.payload, (req) =>
      manyRowsOf(system.payload.db).lookUp(req, {
        ...{ collection: 'slug-history', by: 'address', values: ['f', 'g', 'none'], fields: ['address', 'seq'] },
      }),
    );
    expect(found.toSorted((a, b) => (String(a.address) < String(b.address) ? -1 : 1))).toEqual([
      { address: 'f', seq: 1 },
      { address: 'g', seq: 1 },
    ]);
  });
});
