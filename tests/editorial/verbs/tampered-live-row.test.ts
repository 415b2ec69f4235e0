import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit, refused } from '../../support/editing.ts';
import { newsroomOn, type Cause } from '../../support/newsroom.ts';

type Row = Record<string, unknown> & { id: string | number; seq: number };

describe.each(DATABASES)('a verb on an entry whose live row was changed in the database, on %s', (database) => {
  const { system, staff, take, submit, live, review } = newsroomOn(database);

  const tampered = async (slug: string): Promise<Cause & { seq: number }> => {
    const entry = await live(slug);
    const where = { uid: { equals: entry.uid } };
    const row = await system.payload.db.findOne<Row>({ collection: 'releases', where });
    await system.payload.db.updateOne({
      collection: 'releases',
      where,
      data: { changeNote: 'Nobody wrote this.' },
    });
    return { ...entry, seq: row?.seq ?? 0 };
  };
  /** What the log and the history hold, to see that nothing was written. */
  const record = async () =>
    JSON.stringify(
      await Promise.all(
        (['releases', 'reviews', 'cursors', 'slug-history', 'entry-status'] as const).map((collection) =>
          system.payload.db.find<Row>({ collection, pagination: false, limit: 0, sort: 'id' }),
        ),
      ),
    );

  it('does not release a correction on top of it, and writes nothing', async () => {
    const { id, seq } = await tampered('corrected');
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    const { revision } = await submit(id);
    const before = await record();
    const error = await refused(take(staff.reviewer, id, 'approve', { revision, release: true }));
    expect([error.code, error.status, error.details.seq]).toEqual(['integrity', 503, seq]);
    expect(await record()).toBe(before);
  });

  it('does not renew it, and writes nothing', async () => {
    const { id, revision, seq } = await tampered('renewed');
    const before = await record();
    const error = await refused(take(staff.reviewer, id, 'renew-review', { revision, reviewDue: '2031-01-01' }));
    expect([error.code, error.status, error.details.seq]).toEqual(['integrity', 503, seq]);
    expect(await record()).toBe(before);
  });

  it('withdraws it all the same', async () => {
    const { id, revision } = await tampered('withdrawn');
    await take(staff.editor, id, 'withdraw', { revision, reason: 'inaccurate' });
    expect((await review(id)).state).toBe('withdrawn');
  });
});
