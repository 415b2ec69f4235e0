import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SerialSqliteClient } from '../../database/sqlite-client.ts';
import { manyRowsOf, type ManyRows } from '../../model/many-rows.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';

describe.each(DATABASES)('many rows at once on %s', (database) => {
  let system: TestSystem;
  let many: ManyRows;
  beforeAll(async () => {
    system = await startSystem(database);
    many = manyRowsOf(system.payload.db);
  });
  afterAll(() => system.stop());

  const aMail = (uid: string, over: object = {}) => ({
    ...{ uid, ledgerKey: uid, kind: 'lesson', state: 'pending', recipient: 'reader@example.net', enrolmentUid: 'e' },
    ...{ subscriberUid: 's', courseUid: 'c', lessonKey: 'one', round: 1, resumes: true, tries: 0 },
    ...{ plannedAt: new Date('2026-02-02T09:00:00Z'), dueAt: '2026-02-02T09:00:00.000Z' },
    ...{ contents: [{ uid: 'x', seq: 1, revision: 'r' }] },
    ...over,
  });
  const create = (...rows: object[]) =>
    many.createAndUpdate({
      collection: 'deliveries',
      create: { collection: 'deliveries', unique: 'ledgerKey', rows: rows as Record<string, unknown>[] },
    });
  const stored = async (uid: string) =>
    system.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'deliveries',
      where: { uid: { equals: uid } },
    });

  it('are read as if Payload had written them, and one that is there stays as it is', async () => {
    const { created } = await create(aMail('a'), aMail('b'));
    expect([...created].sort()).toEqual(['a', 'b']);
    const again = await create(aMail('other', { ledgerKey: 'b' }), aMail('c'));
    expect([...again.created]).toEqual(['c']);
    expect(await stored('other')).toBeFalsy();
    expect(await stored('a')).toMatchObject({
      ...{ state: 'pending', resumes: true, round: 1, contents: [{ uid: 'x', seq: 1 }] },
      dueAt: '2026-02-02T09:00:00.000Z',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('are found by a unique value, as Payload reads them', async () => {
    await create(aMail('k'), aMail('l', { resumes: false, note: null }), aMail('m'));
    const found = await many.findRows({ collection: 'deliveries', where: { uid: ['k', 'l', 'missing'] } });
    expect(found.map(({ uid }) => uid).sort()).toEqual(['k', 'l']);
    for (const row of found) {
      const { id: _, ...asPayload } = (await stored(String(row.uid)))!;
      // On MongoDB times are Dates, and what was never written is not there.
      const plain = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
      for (const [field, value] of Object.entries(asPayload))
        expect(plain[field] ?? null, field).toEqual(value ?? null);
    }
    expect(await many.findRows({ collection: 'deliveries', where: { uid: [] } })).toEqual([]);
  });

  it('are found by what they are, until a time, in an order, no more than asked for and without a field', async () => {
    const at = (minute: number) => ({ kind: 'notice', dueAt: `2026-02-02T09:0${minute}:00.000Z`, raw: 'bytes' });
    await create(aMail('p', at(3)), aMail('q', at(1)), aMail('r', at(2)), aMail('s', { ...at(1), state: 'claimed' }));
    const asked = {
      ...{ collection: 'deliveries', where: { kind: 'notice', state: ['pending', 'deferred'] } },
      ...{ until: { field: 'dueAt', time: new Date('2026-02-02T09:02:00.000Z') }, sort: ['dueAt', 'createdAt'] },
    };
    const found = await many.findRows({ ...asked, without: ['raw'] });
    expect(found.map(({ uid }) => uid)).toEqual(['q', 'r']);
    expect(found.map(({ raw }) => raw)).toEqual([undefined, undefined]);
    expect((await many.findRows({ ...asked, limit: 1 })).map(({ uid, raw }) => [uid, raw])).toEqual([['q', 'bytes']]);
  });

  it('are found beside one that somebody has broken', async () => {
    await create(aMail('t', { enrolmentUid: 'broken' }), aMail('u', { enrolmentUid: 'broken' }));
    const { client } = system.payload.db as unknown as { client?: SerialSqliteClient };
    await client?.execute(`UPDATE deliveries SET contents = 'no JSON', due_at = 'no date' WHERE uid = 't'`);
    const found = await many.findRows({ collection: 'deliveries', where: { enrolmentUid: 'broken' }, sort: ['uid'] });
    expect(found.map(({ uid }) => uid)).toEqual(['t', 'u']);
    if (client) expect(found[0]).toMatchObject({ contents: 'no JSON', dueAt: null });
  });

  it('are changed where they are still as expected, and what is created with them is there before', async () => {
    await create(aMail('d'), aMail('e'), aMail('f', { leaseToken: 'other' }));
    const expect_ = { state: ['pending', 'deferred'], leaseToken: null, dueAt: '2026-02-02T09:00:00.000Z' };
    const set = { state: 'claimed', leaseToken: 'mine', leaseUntil: new Date('2026-02-02T09:03:00Z') };
    const { changed, created } = await many.createAndUpdate({
      collection: 'deliveries',
      create: {
        ...{ collection: 'delivery-contents', unique: 'contentKey' },
        rows: [{ contentKey: 'd|1', deliveryUid: 'd', subscriberUid: 's', uid: 'x', seq: 1, revision: 'r' }],
      },
      changes: ['d', 'f', 'missing'].map((uid) => ({ uid, expect: expect_, set })),
    });
    expect([[...changed], [...created]]).toEqual([['d'], ['d|1']]);
    expect(await stored('d')).toMatchObject({ state: 'claimed', leaseUntil: '2026-02-02T09:03:00.000Z' });
    expect([(await stored('e'))?.state, (await stored('f'))?.leaseToken]).toEqual(['pending', 'other']);
  });

  it('are taken away again when what they were created for is not there', async () => {
    await create(aMail('g'), aMail('h', { leaseToken: 'other' }));
    const contents = (deliveryUid: string) => ({
      ...{ contentKey: `${deliveryUid}|1`, deliveryUid, subscriberUid: 's', uid: 'x', seq: 1, revision: 'r' },
    });
    const uids = ['g', 'h', 'erased'];
    await many.createAndUpdate({
      collection: 'deliveries',
      create: {
        ...{ collection: 'delivery-contents', unique: 'contentKey', owner: 'deliveryUid' },
        rows: uids.map(contents),
      },
      changes: uids.map((uid) => ({ uid, expect: { leaseToken: null }, set: { state: 'on-wire' } })),
    });
    const { docs } = await system.payload.db.find<{ id: string; deliveryUid: string }>({
      collection: 'delivery-contents',
      where: { deliveryUid: { in: uids } },
      sort: 'deliveryUid',
    });
    // What stands in other hands may be on its way: its contents stay.
    expect(docs.map(({ deliveryUid }) => deliveryUid)).toEqual(['g', 'h']);
  });

  it('are each taken by one of many who want them at once', async () => {
    const uids = Array.from({ length: 20 }, (_, i) => `race-${i}`);
    await create(...uids.map((uid) => aMail(uid)));
    const takers = Array.from({ length: 6 }, (_, taker) =>
      many.createAndUpdate({
        collection: 'deliveries',
        changes: (taker % 2 === 0 ? uids : uids.toReversed()).map((uid) => ({
          ...{ uid, expect: { state: 'pending', leaseToken: null } },
          set: { state: 'claimed', leaseToken: `taker-${taker}` },
        })),
      }),
    );
    const taken = (await Promise.all(takers)).flatMap(({ changed }) => [...changed]);
    expect(taken.sort()).toEqual(uids.sort());
  });
});
