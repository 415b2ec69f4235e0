/** Saves look at no more than they must; what they write of an entry is what the history and the log say. */
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { verb } from '../../support/people.ts';

describe.each(DATABASES)('the status row after a save on %s', (database) => {
  const { system, staff } = newsroomOn(database);

  /** The state of the entry, after its row was compared with the review sheet, which asks history and log. */
  const standing = async (id: DocumentId): Promise<string> => {
    const sheet = await reviewOf(system.payload, staff, 'causes', id);
    const { docs: rows } = await system.payload.find({
      collection: 'entry-status',
      where: { uid: { equals: sheet.uid } },
    });
    const { docs: lines } = await system.payload.find({
      collection: 'reviews',
      where: { entry: { equals: sheet.uid } },
      sort: '-position',
      limit: 1,
    });
    const wasApproved = sheet.events.some(({ event }) => event === 'approved');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      state: sheet.state,
      revision: sheet.revision,
      liveSeq: sheet.live?.seq ?? null,
      liveRevision: sheet.live?.revision ?? null,
      changedSinceApproval: sheet.state === 'draft' && (sheet.live !== null || wasApproved),
      historyHead: lines[0]?.hash ?? null,
    });
    return sheet.state;
  };
  const save = async (id: DocumentId, summary: string): Promise<string> => {
    await edit(system.payload, staff.editor, 'causes', id, { summary });
    return standing(id);
  };
  const eventsOf = async (id: DocumentId) =>
    (await reviewOf(system.payload, staff, 'causes', id)).events.map(({ event }) => event);

  it('is right wherever the entry stands: before, under and after review, live, with readers and without', async () => {
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'saved-everywhere', summary: 'It aches.' });
    expect(await standing(id)).toBe('draft');
    expect(await save(id, 'It pinches.')).toBe('draft');

    await submitEntry(system.payload, staff, 'causes', id);
    expect(await standing(id)).toBe('in-review');
    expect(await save(id, 'It hurts.')).toBe('draft');
    expect((await eventsOf(id))[0]).toBe('edited');

    const { revision } = await submitEntry(system.payload, staff, 'causes', id);
    await verb(system.payload, staff.reviewer, 'causes', id, 'approve', { revision });
    expect(await standing(id)).toBe('approved');
    expect(await save(id, 'It stings.')).toBe('draft');
    // What was approved once does not count again.
    expect(await save(id, 'It hurts.')).toBe('draft');

    await releaseEntry(system.payload, staff, 'causes', id);
    expect(await standing(id)).toBe('live');
    expect(await save(id, 'It throbs.')).toBe('draft');
    expect(await save(id, 'It burns.')).toBe('draft');
    expect(await save(id, 'It hurts.')).toBe('live');
    expect(await save(id, 'It nags.')).toBe('draft');

    await submitEntry(system.payload, staff, 'causes', id);
    expect(await save(id, 'It hurts.')).toBe('live');
    expect((await eventsOf(id))[0]).toBe('edited');
    expect(await save(id, 'It nags.')).toBe('draft');

    const { live } = await reviewOf(system.payload, staff, 'causes', id);
    const body = { revision: live?.revision, reason: 'other' };
    await verb(system.payload, staff.reviewer, 'causes', id, 'withdraw', body);
    expect(await save(id, 'It settles.')).toBe('draft');
    expect(await save(id, 'It hurts.')).toBe('withdrawn');
  });

  it('is not needed of an entry that another one names', async () => {
    const named = await aCauseDraft(system.payload, staff, { slug: 'has-no-row' });
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'names-it', partOf: named.id });
    const { revision } = await reviewOf(system.payload, staff, 'causes', id);
    await system.payload.db.deleteMany({ collection: 'entry-status', where: { uid: { equals: named.uid } } });
    expect((await reviewOf(system.payload, staff, 'causes', id)).revision).toBe(revision);
  });

  it('says that a review is overdue, and that another text is none the less a draft', async () => {
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'saved-late', summary: 'Live.' });
    await releaseEntry(system.payload, staff, 'causes', id);
    const today = system.now();
    system.setNow(new Date('2029-01-01T00:00:00.000Z'));
    expect(await save(id, 'Another.')).toBe('draft');
    expect(await save(id, 'Live.')).toBe('review-overdue');
    system.setNow(today);
  });
});
