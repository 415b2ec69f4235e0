import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { referencesOf } from '../../model/entries/references.ts';
import { SCHEMA } from '../../model/entries/types.ts';
import { canonicalRow, rowHash, type Release } from '../../model/release-row.ts';
import { WITHDRAWAL_REASONS } from '../../model/withdrawal.ts';
import { revisionHash } from '../../model/revision.ts';
import { appendRow } from '../../release-log/append-row.ts';
import type { NewRow } from '../../release-log/signed-form.ts';
import { onOwnCommit } from '../../release-log/own-commits.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { openSignature } from '../../release-log/signature.ts';
import { DATABASES, startSystem, type DatabaseName, type TestSystem } from '../support/database.ts';
import { aCause, aGuide, approval, released, withdrawn } from '../support/releases.ts';

/** Any text that a person can type or a program can send, NUL and half characters included. */
const text = fc.string({ unit: 'binary', maxLength: 40 });
const moment = fc
  .date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString());
const wellFormed = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((s) => Buffer.from(s).toString().replaceAll('\0', ''));

const newRow = fc
  .record({
    title: wellFormed,
    changeNote: text,
    reason: fc.constantFrom(...WITHDRAWAL_REASONS),
    publicNote: fc.option(text),
    releasedAt: moment,
    reviewedAt: moment,
    name: text,
    kind: fc.constantFrom('released', 'withdrawn'),
    year: fc.option(fc.integer({ min: 1900, max: 2100 })),
    approvals: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ title, changeNote, reason, publicNote, releasedAt, reviewedAt, name, kind, approvals, year }): NewRow => {
    const uid = uuidv7();
    const cause = aCause({ uid, slug: `cause-${uid}`, title, sources: [{ ...source(), year }] });
    const given = { ...approval, clinician: { ...approval.clinician, name } };
    const row = released(cause, {
      seq: 1,
      changeNote,
      releasedAt,
      reviewedAt,
      approvals: Array(approvals).fill(given),
    });
    return kind === 'released'
      ? row
      : withdrawn(row, { seq: 1, reason, publicNote, releasedAt, replacedBy: approvals ? uid : null });
  });
const source = () => aCause().sources[0] ?? expect.fail('no source');

/** A system of its own, and what is done to its log. */
function logOn(database: DatabaseName) {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(database);
  });
  afterAll(() => system.stop());
  return {
    payload: () => system.payload,
    log: () => createReleaseLog(system.payload),
    append: async (row: NewRow, live: Release | null = null, isFirst = false) => {
      const signingKey = await servicesOf(system.payload).signingKey();
      return transact(system.payload, (req) => appendRow(req, row, { live, signingKey, isFirst }));
    },
  };
}

describe.each(DATABASES)('the address of a row on %s', (database) => {
  const { log, append } = logOn(database);

  it('belongs to one entry, whether it was asked for before or not', async () => {
    const row = () => released(aCause({ uid: uuidv7(), slug: 'one-address' }), { seq: 1 });
    await append(row(), null, true);
    await expect(append(row(), null, true)).rejects.toMatchObject({ code: 'slug-taken' });
    await expect(append(row(), null, false)).rejects.toMatchObject({ code: 'slug-taken' });
    expect(await log().head()).toBe(1);
  });
});

describe.each(DATABASES)('the first row of a log on %s', (database) => {
  const { log, append } = logOn(database);

  it('is the first of a log with an id of its own when two begin it at once', async () => {
    await Promise.all([append(causeRow()), append(causeRow()), append(causeRow())]);
    const rows = await log().after(0, 10);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(new Set(rows.map(({ logId }) => logId)).size).toBe(1);
    expect(rows[0]?.logId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(rows[0]?.previous).toBeNull();
  });
});

describe.each(DATABASES)('a row appended to the log on %s', (database) => {
  const { payload, log, append } = logOn(database);

  it('names the hash of the row before it, so that every row proves the ones before', async () => {
    await append(causeRow());
    await append(causeRow());
    const rows = await log().after(0, 100);
    for (const [i, row] of rows.slice(1).entries()) expect(row.previous).toBe(rowHash(rows[i] ?? row));
  });

  it('leaves no gap and no broken link when its transaction is rolled back', async () => {
    await append(causeRow());
    const before = await log().head();
    const signingKey = await servicesOf(payload()).signingKey();
    const failing = transact(payload(), async (req) => {
      await appendRow(req, causeRow(), { live: null, signingKey });
      throw new Error('on the way');
    });
    await expect(failing).rejects.toThrow('on the way');
    expect(await append(causeRow())).toBe(before + 1);
    const [last, next] = await log().after(before - 1, 2);
    expect(next?.previous).toBe(last && rowHash(last));
  });

  it('is told in this process once it is committed, and never when it is not', async () => {
    const told: number[] = [];
    const heads: Promise<number>[] = [];
    let isOver = false;
    onOwnCommit(payload(), () => {
      // Rows of later tests: nobody would wait for the answer.
      if (isOver) return;
      told.push(1);
      heads.push(log().head());
    });
    const signingKey = await servicesOf(payload()).signingKey();
    const failing = transact(payload(), async (req) => {
      await appendRow(req, causeRow(), { live: null, signingKey });
      throw new Error('on the way');
    });
    await expect(failing).rejects.toThrow('on the way');
    expect(told).toEqual([]);
    const seq = await append(causeRow());
    expect(told).toHaveLength(1);
    // Whoever is told finds it.
    expect(await Promise.all(heads)).toEqual([seq]);
    isOver = true;
  });

  it('carries what an index needs, taken from its text', async () => {
    const guide = aGuide({ uid: uuidv7(), slug: 'a-guide' });
    const row = await log().bySeq(await append(released(guide, { seq: 1 })));
    expect(row).toMatchObject({
      summary: guide.summary,
      schema: SCHEMA,
      figures: [],
      partOf: null,
      references: referencesOf(guide).map(({ uid, field }) => ({ uid, field })),
    });
  });

  it('signs the hash of its summary and not its words, which must go when it is withdrawn', async () => {
    const seq = await append(released(aCause({ uid: uuidv7(), slug: 'words', summary: 'Words of old.' }), { seq: 1 }));
    const row = (await log().bySeq(seq)) ?? expect.fail('not in the log');
    expect(row.summary).toBe('Words of old.');
    expect(canonicalRow(row)).not.toContain('Words of old');
    await payload().db.updateOne({
      collection: 'releases',
      where: { seq: { equals: seq } },
      data: { summary: 'Others.' },
    });
    await expect(log().bySeq(seq)).rejects.toThrow('the summary is not what was signed');
    await payload().db.updateOne({
      collection: 'releases',
      where: { seq: { equals: seq } },
      data: { summary: 'Words of old.' },
    });
  });

  it('reads back, whatever it says, as exactly what was signed', async () => {
    const { trusted } = await servicesOf(payload()).signingKey();
    await fc.assert(
      fc.asyncProperty(newRow, async (row) => {
        const stored = (await log().bySeq(await append(row))) ?? expect.fail('not in the log');
        expect(openSignature(stored.signature, trusted)?.payload).toBe(canonicalRow(stored));
        if (stored.kind === 'released') expect(revisionHash(stored.snapshot)).toBe(stored.revision);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

function causeRow(): NewRow {
  const uid = uuidv7();
  return released(aCause({ uid, slug: `cause-${uid}` }), { seq: 1 });
}
