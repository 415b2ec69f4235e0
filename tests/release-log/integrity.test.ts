import { generateKeyPairSync, sign } from 'node:crypto';
import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { canonicalRow, hashOfCanonical, type Release } from '../../model/release-row.ts';
import { revisionHash } from '../../model/revision.ts';
import { appendRow, type NewRow } from '../../release-log/append-row.ts';
import { toRow, type Stored } from '../../release-log/columns.ts';
import { headMarkFile } from '../../release-log/head-mark.ts';
import { IntegrityError } from '../../release-log/integrity.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aCause, aRedFlag, released, withdrawn } from '../support/releases.ts';

describe.each(DATABASES)('a log that was tampered with on %s', (database) => {
  let system: TestSystem;
  let payload: Payload;
  /** uids of the causes that stand at positions 1, 2 and 3 */
  let uids: string[];

  beforeEach(async () => {
    system = await startSystem(database);
    payload = system.payload;
    uids = [uuidv7(), uuidv7(), uuidv7()];
    for (const [i, uid] of uids.entries()) await append(released(aCause({ uid, slug: `cause-${i + 1}` }), { seq: 1 }));
  });
  afterEach(() => system.stop());

  const append = async (row: NewRow, live: Release | null = null) => {
    const signingKey = await signingKeyOf(payload);
    return transact(payload, (req) => appendRow(req, row, { live, signingKey }));
  };
  const tamper = (seq: number, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: 'releases', where: { seq: { equals: seq } }, data });
  const stored = async (seq: number): Promise<Stored> => {
    const row = await payload.db.findOne<Stored>({ collection: 'releases', where: { seq: { equals: seq } } });
    return row ?? expect.fail(`no row ${seq}`);
  };
  const startLibrary = () => {
    const told: string[] = [];
    const watch = createLibrary({
      log: createReleaseLog(payload),
      now: () => 0,
      checkEveryMs: 0,
      mark: headMarkFile(system.env.dataDir),
      onFault: ({ seq, what }) => told.push(`${seq}: ${what}`),
    });
    return { ...watch, told };
  };
  const released1 = async (library = startLibrary()) => (await library.current()).released(uids[0] ?? '');

  it('is served when nothing is wrong', async () => {
    const library = startLibrary();
    expect((await released1(library))?.title).toBe('Hip osteoarthritis');
    expect(library.faults()).toEqual([]);
  });

  it('is proved by the signature of its last row alone, which came with the head', async () => {
    let asked = 0;
    const log = createReleaseLog(payload);
    const counting = { ...log, signaturesAfter: (a: number, b: number) => ((asked += 1), log.signaturesAfter(a, b)) };
    const library = createLibrary({ log: counting, now: () => 0 });
    expect((await library.current()).head).toBe(3);
    expect([asked, library.faults()]).toEqual([0, []]);
  });

  it('does not serve a text that was replaced, and serves the rest', async () => {
    await tamper(1, { snapshot: aCause({ uid: uids[0] ?? '', slug: 'cause-1', summary: 'Take 20 tablets.' }) });
    const library = startLibrary();
    await expect(released1(library)).rejects.toThrow(IntegrityError);
    await expect(released1(library)).rejects.toMatchObject({ code: 'integrity', status: 503 });
    expect(library.told).toEqual(['1: the text does not have the hash that was approved']);
    const { title } = (await (await library.current()).released(uids[1] ?? '')) ?? expect.fail('not served');
    expect(title).toBe('Hip osteoarthritis');
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
  });

  it('serves a text again once it is what was approved', async () => {
    const { snapshot } = await stored(1);
    await tamper(1, { snapshot: aCause({ summary: 'Other words.' }) });
    const library = startLibrary();
    await expect(released1(library)).rejects.toThrow(IntegrityError);
    await tamper(1, { snapshot });
    expect(await released1(library)).not.toBeNull();
    expect(library.faults()).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['title', { title: 'A miracle cure' }],
    ['slug', { slug: 'other' }],
    ['entry', { uid: uuidv7() }],
    ['kind', { kind: 'withdrawn' }],
    ['review date', { reviewDue: '2099-01-01' }],
    ['release date', { releasedAt: '2026-02-02T09:00:00.000Z' }],
    ['change kind', { changeKind: 'safety' }],
    ['change note', { changeNote: 'Nothing' }],
    ['approvals', { approvals: [] }],
    ['references', { references: [] }],
    ['figures', { figures: ['ab'.repeat(32)] }],
    ['version', { version: '9.0' }],
    ['shape', { snapshotSchema: 2 }],
    ['previous hash', { previous: 'a'.repeat(64) }],
    ['revision with its text', { revision: revisionHash(aCause({})), snapshot: aCause({}) }],
  ])('tells of another %s before anybody asks, and does not serve the entry', async (_, data) => {
    await tamper(1, data);
    const library = startLibrary();
    await expect(released1(library)).rejects.toThrow(IntegrityError);
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
    expect(library.told).toHaveLength(1);
    const current = await library.current();
    expect(current.list('cause').map(({ uid }) => uid)).toEqual(expect.arrayContaining(uids.slice(1)));
    // The signature still says what stood there.
    expect(current.live(uids[0] ?? '')?.title).toBe('Hip osteoarthritis');
  });

  it('does not serve an entry whose summary was replaced', async () => {
    await tamper(1, { summary: 'Stop taking warfarin.' });
    const library = startLibrary();
    const current = await library.current();
    expect(() => current.find('cause', 'cause-1')).toThrow(IntegrityError);
    expect(current.list('cause').map(({ uid }) => uid)).toEqual(uids.slice(1).sort());
    expect(library.told).toEqual(['1: it cannot be taken in: the summary is not what was signed']);
  });

  it('does not serve the address of a row that has no signature any more', async () => {
    await tamper(1, { title: 'A miracle cure', signature: 'e30.e30.e30' });
    const library = startLibrary();
    const current = await library.current();
    expect(() => current.find('cause', 'cause-1')).toThrow(IntegrityError);
    expect(current.live(uids[0] ?? '')).toBeNull();
    expect(current.find('cause', 'cause-2')).toMatchObject({ status: 'live' });
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
    await append(released(aCause({ uid: uids[0] ?? '', slug: 'cause-1' }), { seq: 1 }), toRow(await stored(2)));
    expect((await library.current()).find('cause', 'cause-1')).toMatchObject({ status: 'live', entry: { seq: 4 } });
  });

  it('misses a row that was deleted, wherever it stood', async () => {
    await payload.db.deleteOne({ collection: 'releases', where: { seq: { equals: 2 } } });
    const library = startLibrary();
    const current = await library.current();
    expect(library.told).toEqual(['2: the row is missing']);
    expect(current.find('cause', 'cause-2')).toBeNull();
    expect(await current.released(uids[2] ?? '')).not.toBeNull();
  });

  it('misses the first row', async () => {
    await payload.db.deleteOne({ collection: 'releases', where: { seq: { equals: 1 } } });
    const library = startLibrary();
    await library.current();
    expect(library.told).toEqual(['1: the row is missing']);
  });

  it('finds rows that changed places', async () => {
    await tamper(1, { seq: 99 });
    await tamper(2, { seq: 1 });
    await tamper(99, { seq: 2 });
    const library = startLibrary();
    const current = await library.current();
    expect(library.faults().map(({ seq }) => seq)).toEqual([1, 2]);
    expect(() => current.find('cause', 'cause-1')).toThrow(IntegrityError);
    expect(() => current.find('cause', 'cause-2')).toThrow(IntegrityError);
    expect(await current.released(uids[2] ?? '')).not.toBeNull();
  });

  it('does not take a key that was written into the database', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { kty, crv, x } = publicKey.export({ format: 'jwk' });
    const jwk = { kty, crv, x, kid: 'intruder' };
    const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const jws = (payloadText: string, typ: string) => {
      const header = text({ alg: 'EdDSA', kid: 'intruder', typ }).toString('base64url');
      const input = `${header}.${text(payloadText).toString('base64url')}`;
      return `${input}.${sign(null, text(input), privateKey).toString('base64url')}`;
    };
    const voucher = jws(JSON.stringify({ kid: 'intruder', revokedFromSeq: null, x }), 'imprimatur-key+jws');
    await payload.db.create({ collection: 'signing-keys', data: { kid: 'intruder', jwk, voucher } });
    const snapshot = aCause({ uid: uids[2] ?? '', slug: 'cause-3', summary: 'Take 20 tablets.' });
    const summaryHash = hashOfCanonical(snapshot.summary);
    const row = toRow(await stored(3));
    if (row.kind !== 'released') throw new Error('not a release');
    const forged = { ...row, revision: revisionHash(snapshot), summary: snapshot.summary, summaryHash };
    const signature = jws(canonicalRow(forged), 'imprimatur-release+jws');
    const { revision, summary } = forged;
    await tamper(3, { revision, summary, summaryHash, snapshot, signature });
    const library = startLibrary();
    const current = await library.current();
    expect(() => current.find('cause', 'cause-3')).toThrow(IntegrityError);
    expect(library.faults()).toMatchObject([{ seq: 3 }]);
  });

  it('misses an end that was cut off while nobody ran', async () => {
    const before = startLibrary();
    await before.current();
    await payload.db.deleteOne({ collection: 'releases', where: { seq: { equals: 3 } } });
    const library = startLibrary();
    expect((await library.current()).head).toBe(2);
    expect(library.told).toEqual(['3: the log ends before this row; it had reached 3']);
  });

  it('misses an end that was cut off while it runs, and keeps what it knows', async () => {
    const library = startLibrary();
    await library.current();
    await append(withdrawn(released(aCause({ uid: uids[0] ?? '', slug: 'cause-1' }), { seq: 1 }), { seq: 1 }));
    expect((await library.current()).find('cause', 'cause-1')).toMatchObject({ status: 'withdrawn' });
    await payload.db.deleteOne({ collection: 'releases', where: { seq: { equals: 4 } } });
    expect((await library.current()).find('cause', 'cause-1')).toMatchObject({ status: 'withdrawn' });
    expect(library.told).toEqual(['4: the log ends before this row; it had reached 4']);
  });

  it('finds another log under the same name', async () => {
    await startLibrary().current();
    for (const collection of ['releases', 'cursors', 'slug-history'] as const)
      await payload.db.deleteMany({ collection, where: {} });
    for (const slug of ['a', 'b', 'c', 'd']) await append(released(aRedFlag({ uid: uuidv7(), slug }), { seq: 1 }));
    const library = startLibrary();
    await library.current();
    expect(library.told).toEqual(['3: the row is not the one that stood here before']);
  });

  it('finds a row that was changed after it was followed', async () => {
    const library = startLibrary();
    await library.current();
    await tamper(1, { title: 'A miracle cure' });
    await expect(released1(library)).rejects.toThrow(IntegrityError);
    expect((await library.current()).live(uids[0] ?? '')?.title).toBe('Hip osteoarthritis');
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
  });

  it('goes on when the mark beside the database cannot be written, and says so once a row', async () => {
    const told: string[] = [];
    const library = createLibrary({
      log: createReleaseLog(payload),
      now: () => 0,
      checkEveryMs: 0,
      mark: { ...headMarkFile(system.env.dataDir), write: () => Promise.reject(new Error('no space left on device')) },
      onTrouble: (what, error) => told.push(`${what}: ${String(error)}`),
    });
    await library.current();
    await library.current();
    const first = released(aCause({ uid: uids[0] ?? '', slug: 'cause-1' }), { seq: 1 });
    await append(withdrawn(first, { seq: 4 }), first);
    expect((await library.current()).withdrawn(uids[0] ?? '')?.seq).toBe(4);
    expect(told).toEqual(
      [3, 4].map(
        (seq) =>
          `the high-water mark of the release log stays behind position ${seq}: it cannot be written: Error: no space left on device`,
      ),
    );
  });

  it('finds a last row that was exchanged after it was followed', async () => {
    const library = startLibrary();
    await library.current();
    await tamper(3, { signature: 'e30.e30.e30' });
    await library.current();
    expect(library.told).toEqual(['3: the row was exchanged']);
  });

  it('does not serve a text of a shape that it does not know, and goes on', async () => {
    const uid = uuidv7();
    const content = { ...aCause({ uid, slug: 'of-tomorrow' }), schema: 2 };
    await append({ ...released(content as unknown as ReturnType<typeof aCause>, { seq: 1 }), title: 'Of tomorrow' });
    const library = startLibrary();
    const current = await library.current();
    await expect(current.released(uid)).rejects.toThrow(IntegrityError);
    expect(library.faults()).toMatchObject([{ seq: 4 }]);
    expect(await current.released(uids[0] ?? '')).not.toBeNull();
  });

  it('goes on from the true end when the counter was changed', async () => {
    const where = { name: { equals: 'release-log' } };
    await payload.db.updateOne({ collection: 'cursors', where, data: { position: 17, signature: 'e30.e30.e30' } });
    expect(await append(released(aRedFlag({ uid: uuidv7(), slug: 'after' }), { seq: 1 }))).toBe(4);
    const library = startLibrary();
    await library.current();
    expect(library.told).toEqual([]);
  });

  it('names the true row before it when that was changed, so that one change breaks one row', async () => {
    await tamper(3, { title: 'A miracle cure' });
    await append(released(aRedFlag({ uid: uuidv7(), slug: 'after' }), { seq: 1 }));
    const library = startLibrary();
    await library.current();
    expect(library.faults().map(({ seq }) => seq)).toEqual([3]);
  });

  it('builds nothing on an end that nobody signed', async () => {
    const where = { name: { equals: 'release-log' } };
    await payload.db.updateOne({ collection: 'cursors', where, data: { signature: 'e30.e30.e30' } });
    await tamper(3, { signature: 'e30.e30.e30' });
    await expect(append(released(aRedFlag({ uid: uuidv7(), slug: 'after' }), { seq: 1 }))).rejects.toThrow(
      IntegrityError,
    );
  });

  it('is left out, row by row, of what the followers of the log are given', async () => {
    await tamper(2, { changeNote: 'Forged' });
    const rows = await createReleaseLog(payload).after(0, 10);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 3]);
    await expect(createReleaseLog(payload).bySeq(2)).rejects.toThrow(IntegrityError);
  });
});
