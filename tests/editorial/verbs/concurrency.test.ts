import { describe, expect, it } from 'vitest';
import type { CodedError } from '../../../model/errors.ts';
import { DATABASES } from '../../support/database.ts';
import { aRedFlagDraft, edit, logOf } from '../../support/editing.ts';
import { submitEntry } from '../../support/entries.ts';
import { newsroomOn, type Cause } from '../../support/newsroom.ts';
import { verb } from '../../support/people.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe.each(DATABASES)('many at once, as the first of all, on %s', (database) => {
  const { system, staff, take, approved } = newsroomOn(database);

  it('release twenty different entries without a gap or a repetition, from an empty log on', async () => {
    const entries: Cause[] = [];
    for (let i = 0; i < 20; i += 1) entries.push(await approved(`parallel-${i}`));
    const sheets = await Promise.all(
      entries.map(({ id, revision }) => take(staff.editor, id, 'release', { revision })),
    );
    expect(sheets.map(({ live }) => live?.seq).sort((a, b) => Number(a) - Number(b))).toEqual(upTo(20));
    expect((await logOf(system.payload)).map(({ seq }) => seq)).toEqual(upTo(20));
    const { docs } = await system.payload.find({ collection: 'cursors', where: { name: { equals: 'release-log' } } });
    expect(docs[0]?.position).toBe(20);
  }, 60_000);
});

describe.each(DATABASES)('many at once on %s', (database) => {
  const { system, staff, take, review, draftOf, approved } = newsroomOn(database);
  const seqs = async () => (await logOf(system.payload)).map(({ seq }) => seq);

  it('approve with release: two clinicians make one release, both counted or one refused in words', async () => {
    const head = (await seqs()).length;
    for (const needed of [1, 2]) {
      const slug = `race-${needed}`;
      const collection = needed === 1 ? 'causes' : 'red-flags';
      const { id, uid } = needed === 1 ? await draftOf(slug) : await aRedFlagDraft(system.payload, staff, { slug });
      const { revision } = await submitEntry(system.payload, staff, collection, id);
      const results = await Promise.allSettled(
        [staff.reviewer, staff.secondReviewer].map((user) =>
          verb(system.payload, user, collection, id, 'approve', { revision, release: true }),
        ),
      );
      const rows = await logOf(system.payload, uid ?? '');
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ live: true, approvals: { length: needed } });
      for (const result of results) {
        if (result.status === 'rejected') expect((result.reason as CodedError).code).toBe('wrong-state');
      }
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(needed);
    }
    expect(await seqs()).toEqual(upTo(head + 2));
  });

  it('release the same revision from many windows once', async () => {
    const head = (await seqs()).length;
    const { id, uid, revision } = await approved('many-windows');
    const results = await Promise.allSettled(upTo(5).map(() => take(staff.editor, id, 'release', { revision })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect((result.reason as CodedError).code).toBe('already-released');
    expect(await logOf(system.payload, uid)).toHaveLength(1);
    expect(await seqs()).toEqual(upTo(head + 1));
  });

  it('never release a text that is edited at the same moment, unless it is the approved one', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, uid, revision } = await approved(`edit-race-${round}`, { summary: 'Approved.' });
      await Promise.allSettled([
        take(staff.editor, id, 'release', { revision }),
        edit(system.payload, staff.editor, 'causes', id, { summary: 'Unseen.' }),
      ]);
      const rows = await logOf(system.payload, uid);
      expect(
        rows.map((row) => [
          row.revision,
          row.kind === 'released' && row.snapshot.type === 'cause' && row.snapshot.summary,
        ]),
      ).toEqual(rows.map(() => [revision, 'Approved.']));
      const { docs } = await system.payload.find({ collection: 'entry-status', where: { uid: { equals: uid } } });
      const sheet = await review(id);
      expect(docs[0]?.revision).toBe(sheet.revision);
    }
  });
});
