import { generateKeyPairSync, sign } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../model/entries/types.ts';
import { canonicalRow, hashOfCanonical } from '../../model/release-row.ts';
import { revisionHash } from '../../model/revision.ts';
import { toRow } from '../../release-log/columns.ts';
import { IntegrityError } from '../../release-log/integrity.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { DATABASES } from '../support/database.ts';
import { logOfThreeOn } from '../support/log-of-three.ts';
import { aCause, released, withdrawn } from '../support/releases.ts';

describe.each(DATABASES)('a log that was tampered with on %s', (database) => {
  const { system, uids, append, startLibrary, readFirst, tamper, stored } = logOfThreeOn(database);

  it('is served when nothing is wrong', async () => {
    const library = startLibrary();
    expect((await readFirst(library))?.title).toBe('Hip osteoarthritis');
    expect(library.faults()).toEqual([]);
  });

  it('is proved by the signature of its last row alone, which came with the head', async () => {
    let asked = 0;
    const log = createReleaseLog(system.payload);
    const counting = { ...log, signaturesAfter: (a: number, b: number) => ((asked += 1), log.signaturesAfter(a, b)) };
    const library = createLibrary({ log: counting, now: () => 0 });
    expect((await library.current()).head).toBe(3);
    expect([asked, library.faults()]).toEqual([0, []]);
  });

  it('does not serve a text that was replaced, and serves the rest', async () => {
    await tamper(1, { snapshot: aCause({ uid: uids[0], slug: 'cause-1', summary: 'Take 20 tablets.' }) });
    const library = startLibrary();
    await expect(readFirst(library)).rejects.toThrow(IntegrityError);
    await expect(readFirst(library)).rejects.toMatchObject({ code: 'integrity', status: 503 });
    expect(library.told).toEqual(['1: the text does not have the hash that was approved']);
    const { title } = (await (await library.current()).released(uids[1])) ?? expect.fail('not served');
    expect(title).toBe('Hip osteoarthritis');
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
  });

  it('serves a text again once it is what was approved', async () => {
    const { snapshot } = await stored(1);
    await tamper(1, { snapshot: aCause({ summary: 'Other words.' }) });
    const library = startLibrary();
    await expect(readFirst(library)).rejects.toThrow(IntegrityError);
    await tamper(1, { snapshot });
    expect(await readFirst(library)).not.toBeNull();
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
    ['shape', { snapshotSchema: SCHEMA + 1 }],
    ['shape, an older one,', { snapshotSchema: SCHEMA - 1 }],
    ['previous hash', { previous: 'a'.repeat(64) }],
    ['revision with its text', { revision: revisionHash(aCause({})), snapshot: aCause({}) }],
  ])('tells of another %s before anybody asks, and does not serve the entry', async (_, data) => {
    await tamper(1, data);
    const library = startLibrary();
    await expect(readFirst(library)).rejects.toThrow(IntegrityError);
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
    expect(library.told).toHaveLength(1);
    const current = await library.current();
    expect(current.list('cause').map(({ uid }) => uid)).toEqual(expect.arrayContaining(uids.slice(1)));
    // The signature still says what stood there.
    expect(current.live(uids[0])?.title).toBe('Hip osteoarthritis');
  });

  it('does not serve an entry whose summary was replaced', async () => {
    await tamper(1, { summary: 'Stop taking warfarin.' });
    const library = startLibrary();
    const current = await library.current();
    expect(() => current.find('cause', 'cause-1')).toThrow(IntegrityError);
    expect(current.list('cause').map(({ uid }) => uid)).toEqual(uids.slice(1).sort());
    expect(library.told).toEqual(['1: it cannot be taken in: the summary is not what was signed']);
  });

  it('notices it where the row before it of this entry said the same', async () => {
    const before = toRow(await stored(1));
    await append(before);
    expect((await startLibrary().current()).live(uids[0])).toMatchObject({ seq: 4, summary: before.summary });
    await tamper(4, { summary: 'Stop taking warfarin.' });
    const library = startLibrary();
    const current = await library.current();
    expect(() => current.find('cause', 'cause-1')).toThrow(IntegrityError);
    expect(library.told).toEqual(['4: it cannot be taken in: the summary is not what was signed']);
  });

  it('still says who has to hear of a correction, whatever was done to its row', async () => {
    await append(released(aCause({ uid: uids[0], slug: 'cause-1' }), { seq: 1, changeKind: 'safety' }));
    await append(withdrawn(released(aCause({ uid: uids[1], slug: 'cause-2' }), { seq: 2 }), { seq: 2 }));
    await append(released(aCause({ uid: uids[2], slug: 'cause-3' }), { seq: 3, changeKind: 'major' }));
    const corrections = async () => (await startLibrary().current()).corrections(0, 6);
    const both = [
      { uid: uids[0], seq: 4 },
      { uid: uids[1], seq: 5 },
    ];
    expect(await corrections()).toEqual(both);
    await tamper(4, { summary: 'Nothing.', changeKind: 'minor', snapshot: {} });
    await tamper(5, { kind: 'released' });
    expect(await corrections()).toEqual(both);
    const current = await startLibrary().current();
    expect([current.corrections(4, 5), current.corrections(0, 4), current.corrections(5, 9)]).toEqual([
      both.slice(1),
      both.slice(0, 1),
      [],
    ]);
  });

  it('does not serve the address of a row that has no signature any more', async () => {
    await tamper(1, { title: 'A miracle cure', signature: 'e30.e30.e30' });
    const library = startLibrary();
    const current = await library.current();
    expect(() => current.find('cause', 'cause-1')).toThrow(IntegrityError);
    expect(current.live(uids[0])).toBeNull();
    expect(current.find('cause', 'cause-2')).toMatchObject({ status: 'live' });
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
    await append(released(aCause({ uid: uids[0], slug: 'cause-1' }), { seq: 1 }), toRow(await stored(2)));
    expect((await library.current()).find('cause', 'cause-1')).toMatchObject({ status: 'live', entry: { seq: 4 } });
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
    await system.payload.db.create({ collection: 'signing-keys', data: { kid: 'intruder', jwk, voucher } });
    const snapshot = aCause({ uid: uids[2], slug: 'cause-3', summary: 'Take 20 tablets.' });
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

  it('finds a row that was changed after it was followed', async () => {
    const library = startLibrary();
    await library.current();
    await tamper(1, { title: 'A miracle cure' });
    await expect(readFirst(library)).rejects.toThrow(IntegrityError);
    expect((await library.current()).live(uids[0])?.title).toBe('Hip osteoarthritis');
    expect(library.faults()).toMatchObject([{ seq: 1 }]);
  });

  it('does not serve a text of a shape that it does not know, and goes on', async () => {
    const uid = uuidv7();
    const content = { ...aCause({ uid, slug: 'of-tomorrow' }), schema: SCHEMA + 1 };
    await append({ ...released(content as unknown as ReturnType<typeof aCause>, { seq: 1 }), title: 'Of tomorrow' });
    const library = startLibrary();
    const current = await library.current();
    await expect(current.released(uid)).rejects.toThrow(IntegrityError);
    expect(library.faults()).toMatchObject([{ seq: 4 }]);
    expect(await current.released(uids[0])).not.toBeNull();
  });

  it('is left out, row by row, of what the followers of the log are given', async () => {
    await tamper(2, { changeNote: 'Forged' });
    const rows = await createReleaseLog(system.payload).after(0, 10);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 3]);
    await expect(createReleaseLog(system.payload).bySeq(2)).rejects.toThrow(IntegrityError);
  });
});
