import { describe, expect, it } from 'vitest';
import { linkProblems, type ChainHead } from '../../model/chain.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { edit } from '../support/editing.ts';
import { aCauseDraft, releaseEntry, submitEntry } from '../support/entries.ts';
import { verb } from '../support/people.ts';

describe.each(DATABASES)('reviews and audit trail as chains on %s', (database) => {
  const { system, staff } = newsroomOn(database);

  const chain = async (collection: 'reviews' | 'audit-events', key: 'entry' | 'subject', name: string) => {
    const where = { [key]: { equals: name } };
    const { docs } = await system.payload.find({ collection, where, sort: 'position', limit: 0, depth: 0 });
    return docs as unknown as (Record<string, unknown> & ChainHead)[];
  };
  const problemsOf = (rows: (Record<string, unknown> & ChainHead)[]) =>
    rows.flatMap((row, i) => linkProblems(row, rows[i - 1] ?? null));

  it('hold over everything that happens to an entry, as the database hands it back', async () => {
    const { payload } = system;
    const { id, uid } = await aCauseDraft(payload, staff, { slug: 'chained' });
    const { revision } = await submitEntry(payload, staff, 'causes', id);
    await verb(payload, staff.reviewer, 'causes', id, 'request-changes', { revision, comment: '2026-06-01' });
    await edit(payload, staff.editor, 'causes', id, { summary: 'Other words, as asked for.' });
    await releaseEntry(payload, staff, 'causes', id);
    const at = new Date(system.now().getTime() + 86_400_000).toISOString().replace('.000Z', 'Z');
    const live = await submitLive(id);
    await verb(payload, staff.editor, 'causes', id, 'schedule', {
      revision: live,
      at,
      verb: 'withdraw',
      reason: 'other',
    });
    await edit(payload, staff.editor, 'causes', id, { summary: 'Other words again.' });

    const events = await chain('reviews', 'entry', uid ?? '');
    expect(events.length).toBeGreaterThan(5);
    expect(problemsOf(events)).toEqual([]);
    const { docs } = await payload.find({ collection: 'entry-status', where: { uid: { equals: uid } } });
    expect(docs[0]?.historyHead).toBe(events.at(-1)?.hash);

    const trail = await chain('audit-events', 'subject', `causes/${uid ?? ''}`);
    expect(trail.map(({ action }) => action)).toEqual(['causes created', 'causes saved', 'causes saved']);
    expect(problemsOf(trail)).toEqual([]);
    expect(trail.map(({ last }) => last)).toEqual([false, false, true]);
  });
  const submitLive = async (id: string | number) => {
    const { docs } = await system.payload.find({
      collection: 'entry-status',
      where: { entryId: { equals: String(id) } },
    });
    return docs[0]?.liveRevision ?? '';
  };

  it('do not stand in the way of people who save different entries at once', async () => {
    const { payload } = system;
    const entries = [];
    for (let i = 0; i < 12; i += 1) entries.push(await aCauseDraft(payload, staff, { slug: `side-by-side-${i}` }));
    for (let round = 0; round < 3; round += 1) {
      const saves = await Promise.allSettled(
        entries.map(({ id }) => edit(payload, staff.editor, 'causes', id, { summary: `Round ${round}.` })),
      );
      expect(saves.map(({ status }) => status)).toEqual(entries.map(() => 'fulfilled'));
    }
    for (const { uid } of entries) {
      const trail = await chain('audit-events', 'subject', `causes/${uid ?? ''}`);
      expect(trail.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
      expect(problemsOf(trail)).toEqual([]);
    }
  }, 60_000);

  it('stay whole when one entry is saved and reviewed from many windows at once', async () => {
    const { payload } = system;
    const { id, uid } = await aCauseDraft(payload, staff, { slug: 'many-hands' });
    const { revision } = await submitEntry(payload, staff, 'causes', id);
    await Promise.allSettled([
      ...[1, 2, 3, 4].map((n) => edit(payload, staff.editor, 'causes', id, { summary: `Window ${n}.` })),
      ...[staff.reviewer, staff.secondReviewer].map((user) =>
        verb(payload, user, 'causes', id, 'request-changes', { revision, comment: 'Please shorten it.' }),
      ),
    ]);
    const events = await chain('reviews', 'entry', uid ?? '');
    expect(problemsOf(events)).toEqual([]);
    expect(problemsOf(await chain('audit-events', 'subject', `causes/${uid ?? ''}`))).toEqual([]);
    const { docs } = await payload.find({ collection: 'entry-status', where: { uid: { equals: uid } } });
    expect(docs[0]?.historyHead).toBe(events.at(-1)?.hash);
  });
});
