import type { CollectionSlug, Where } from 'payload';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowHash, type Release } from '../../model/release-row.ts';
import { headMarkFile } from '../../release-log/head-mark.ts';
import { signRow } from '../../release-log/signature.ts';
import { verifyInstallation } from '../../release-log/verify/verify-installation.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aRedFlagDraft, edit, logOf } from '../support/editing.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { createStaff, verb, type Staff } from '../support/people.ts';

type Stored = Record<string, unknown> & { id: string | number };

describe.each(DATABASES)('the check of an installation on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  let rows: Release[];
  let uid: string;
  beforeAll(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
    const { payload } = system;
    const cause = await aCauseDraft(payload, staff, { slug: 'twice' });
    uid = cause.uid ?? '';
    await releaseEntry(payload, staff, 'causes', cause.id);
    await edit(payload, staff.editor, 'causes', cause.id, { summary: 'Second words about it.', slug: 'moved' });
    await releaseEntry(payload, staff, 'causes', cause.id);
    await releaseEntry(
      payload,
      staff,
      'red-flags',
      (await aRedFlagDraft(payload, staff, { slug: 'flag' })).id,
      'major',
    );
    const gone = await aCauseDraft(payload, staff, { slug: 'gone' });
    const { live } = await releaseEntry(payload, staff, 'causes', gone.id);
    const revision = live?.revision ?? '';
    await verb(payload, staff.reviewer, 'causes', gone.id, 'withdraw', { revision, reason: 'unsafe' });
    rows = await logOf(payload);
  });
  afterAll(() => system.stop());

  const verify = async (): Promise<string[]> => {
    const found: string[] = [];
    await verifyInstallation(system.payload, { dataDir: system.env.dataDir, report: (line) => found.push(line) });
    return found;
  };
  const findOne = async (collection: CollectionSlug, where: Where): Promise<Stored> =>
    (await system.payload.db.findOne<Stored>({ collection, where })) ?? expect.fail('nothing to tamper with');
  /** What is found while a row has other values; they are put back. */
  const changed = async (
    collection: CollectionSlug,
    where: Where,
    data: Record<string, unknown>,
  ): Promise<string[]> => {
    const { db } = system.payload;
    const { id, ...before } = await findOne(collection, where);
    await db.updateOne({ collection, id, data: { ...data } });
    const found = await verify();
    const back = Object.fromEntries(Object.keys(data).map((name) => [name, before[name] ?? null]));
    await db.updateOne({ collection, id, data: back });
    return found;
  };
  /** What is found while a row is missing. */
  const deleted = async (collection: CollectionSlug, where: Where): Promise<string[]> => {
    const { db } = system.payload;
    const { id, ...row } = await findOne(collection, where);
    await db.deleteOne({ collection, where: { id: { equals: id } } });
    const found = await verify();
    await db.create({ collection, data: row });
    return found;
  };
  const columnsOf = (collection: CollectionSlug) =>
    system.payload.collections[collection].config.flattenedFields.flatMap(({ name, type }) =>
      name === 'id' ? [] : [{ name, type }],
    );
  const another = (type: string, value: unknown): unknown => {
    if (type === 'number') return Number(value ?? 0) + 100;
    if (type === 'checkbox') return value !== true;
    if (type === 'date') return '2001-01-01T00:00:00.000Z';
    return type === 'json' ? { changed: true } : `${typeof value === 'string' ? value : ''}x`;
  };
  const at = (seq: number): Where => ({ seq: { equals: seq } });

  it('finds nothing on one that only the verbs wrote', async () => {
    expect(await verify()).toEqual([]);
    expect(rows.map(({ kind }) => kind)).toEqual(['released', 'released', 'released', 'released', 'withdrawn']);
  });

  it('finds a change of any column of a release and of a withdrawal, and says which row', async () => {
    const unnoticed: string[] = [];
    for (const seq of [2, 5]) {
      const stored = await findOne('releases', at(seq));
      for (const { name, type } of columnsOf('releases')) {
        const found = await changed('releases', at(seq), { [name]: another(type, stored[name]) });
        const named = name === 'seq' ? seq + 100 : seq;
        if (!found.some((line) => line.startsWith(`release ${named}:`))) unnoticed.push(`${seq} ${name}`);
      }
    }
    expect(unnoticed).toEqual([]);
    expect(await verify()).toEqual([]);
  }, 120_000);

  it.each([1, 3, 5])('finds row %i deleted', async (seq) => {
    const found = await deleted('releases', at(seq));
    expect(found.some((line) => line.startsWith('release '))).toBe(true);
    if (seq < 5) expect(found).toContain(`release ${seq}: is missing`);
    else expect(found.join()).toContain('the log ends here, but');
    expect(await verify()).toEqual([]);
  });

  it('finds two rows that changed places', async () => {
    const { db } = system.payload;
    const move = (from: number, to: number) =>
      db.updateOne({ collection: 'releases', where: at(from), data: { seq: to } });
    const swap = async () => {
      await move(2, 99);
      await move(3, 2);
      await move(99, 3);
    };
    await swap();
    const found = await verify();
    await swap();
    for (const seq of [2, 3]) expect(found.filter((line) => line.startsWith(`release ${seq}:`))).not.toEqual([]);
    expect(await verify()).toEqual([]);
  });

  it('finds a text that was exchanged, together with its hash or alone', async () => {
    const [first, second] = rows;
    if (first?.kind !== 'released' || second?.kind !== 'released') throw new Error('two releases');
    expect(await changed('releases', at(2), { snapshot: { ...second.snapshot, title: 'A miracle cure' } })).toEqual([
      'release 2: the snapshot is not the text of its revision',
    ]);
    expect(await changed('releases', at(2), { snapshot: first.snapshot, revision: first.revision })).not.toEqual([]);
  });

  it('finds the signature of another row, and one by a key that somebody put into the database', async () => {
    const [first, second] = rows;
    expect(await changed('releases', at(2), { signature: first?.signature })).not.toEqual([]);
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const title = 'A miracle cure';
    const forged = { ...(second ?? expect.fail('a row')), title };
    const { signature } = await signRow(forged, { kid: 'forged', privateKey });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'forged' };
    await system.payload.db.create({ collection: 'signing-keys', data: { kid: 'forged', jwk } });
    expect(await changed('releases', at(2), { title, signature })).toContain(
      'release 2: the signature does not hold, or nobody trusts its key',
    );
    await system.payload.db.deleteOne({ collection: 'signing-keys', where: { kid: { equals: 'forged' } } });
    expect(await verify()).toEqual([]);
  });

  it('finds an end that was cut off together with its counter, by the mark outside the database', async () => {
    const mark = headMarkFile(system.env.dataDir);
    const { logId } = rows[0] ?? expect.fail('a row');
    await mark.write({ logId, seq: 6, hash: '0'.repeat(64) });
    expect(await verify()).toEqual(['release 5: the log ends here, but it was seen to go on to 6']);
    await mark.write({ logId, seq: 2, hash: '0'.repeat(64) });
    expect(await verify()).toEqual(['release 2: is another row than was seen here']);
    await mark.write({ logId, seq: 2, hash: rowHash(rows[1] ?? expect.fail('a row')) });
    expect(await verify()).toEqual([]);
  });

  it('finds what the log’s surroundings say otherwise: counter, addresses, status', async () => {
    const counter: Where = { name: { equals: 'release-log' } };
    expect(await changed('cursors', counter, { position: 4 })).toEqual([
      'release 5: the log ends here, but its counter stands at 4',
    ]);
    expect(await changed('cursors', counter, { signature: rows[3]?.signature })).toHaveLength(1);
    const address: Where = { address: { equals: 'cause/twice' } };
    expect(await changed('slug-history', address, { uid: 'another' })).toHaveLength(1);
    expect(await changed('slug-history', address, { address: 'cause/elsewhere' })).toHaveLength(2);
    expect(await deleted('slug-history', address)).toEqual(['release 1: its address cause/twice is forgotten']);
    expect(await changed('entry-status', { uid: { equals: uid } }, { historyHead: 'x' })).toHaveLength(1);
    expect(await verify()).toEqual([]);
  });

  it.each([
    ['reviews', 'entry'],
    ['audit-events', 'subject'],
  ] as const)(
    'finds a change of any column of %s',
    async (collection, by) => {
      const name = collection === 'reviews' ? uid : `causes/${uid}`;
      const place: Where = { and: [{ [by]: { equals: name } }, { position: { equals: 2 } }] };
      const stored = await findOne(collection, place);
      const unnoticed: string[] = [];
      for (const column of columnsOf(collection)) {
        const found = await changed(collection, place, { [column.name]: another(column.type, stored[column.name]) });
        if (!found.some((line) => line.startsWith(collection))) unnoticed.push(column.name);
      }
      expect(unnoticed).toEqual([]);
      expect(await verify()).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['reviews', 'entry'],
    ['audit-events', 'subject'],
  ] as const)('finds the first, a middle and the last row of %s deleted', async (collection, by) => {
    const name = collection === 'reviews' ? uid : `causes/${uid}`;
    const { totalDocs } = await system.payload.count({ collection, where: { [by]: { equals: name } } });
    expect(totalDocs).toBeGreaterThan(1);
    for (const position of new Set([1, 2, totalDocs])) {
      const place: Where = { and: [{ [by]: { equals: name } }, { position: { equals: position } }] };
      expect((await deleted(collection, place)).some((line) => line.startsWith(`${collection} ${name}`))).toBe(true);
    }
    expect(await verify()).toEqual([]);
  });

  it('finds all that is wrong, not only the first', async () => {
    const { db } = system.payload;
    await db.updateOne({ collection: 'releases', where: at(1), data: { title: 'One' } });
    await db.updateOne({ collection: 'releases', where: at(4), data: { title: 'Four' } });
    const found = await verify();
    await db.updateOne({ collection: 'releases', where: at(1), data: { title: rows[0]?.title } });
    await db.updateOne({ collection: 'releases', where: at(4), data: { title: rows[3]?.title } });
    expect(found).toEqual([1, 4].map((seq) => `release ${seq}: title is not what was signed`));
  });
});
