import { createLocalReq } from 'payload';
import { describe, expect, it } from 'vitest';
import { readDesk } from '../../../admin/timeline/read-desk.ts';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('the page of a timeline, on %s', (database) => {
  const { system, staff, live } = newsroomOn(database);
  const shown = async (id: unknown, query: Record<string, string> = {}) =>
    readDesk(await createLocalReq({ user: staff.editor }, system.payload), 'causes', String(id), query);

  it('opens where what readers have does not verify, and says so in place of the comparison', async () => {
    const { id, uid } = await live('not-verified');
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    expect(await shown(id)).toMatchObject({ comparison: { b: { kind: 'draft' } }, refusals: { comparison: null } });
    const where = { uid: { equals: uid } };
    await system.payload.db.updateOne({ collection: 'releases', where, data: { changeNote: 'Nobody wrote this.' } });
    const desk = await shown(id);
    expect(desk.timeline.lines.length).toBeGreaterThan(1);
    expect(desk.comparison).toBeNull();
    expect(desk.refusals.comparison).toMatch(/^Release \d+ of the log does not verify/);
  });

  it('opens where a state or a day was asked for that is none', async () => {
    const { id } = await live('none');
    const desk = await shown(id, { a: 'draft', b: 'release-99999999', on: '2026-02-30' });
    expect([desk.comparison, desk.had]).toEqual([null, null]);
    expect(desk.refusals).toEqual({
      comparison: 'This entry has no release 99999999.',
      had: expect.any(String) as string,
    });
    await expect(shown(id, { from: 'x' })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('leads to where readers have the entry, whatever slug its draft has', async () => {
    const { id } = await live('where-it-is');
    const on = system.now().toISOString().slice(0, 10);
    const before = (await shown(id, { on })).had?.slug;
    await edit(system.payload, staff.editor, 'causes', id, { slug: 'where-it-will-be' });
    expect([before, (await shown(id, { on })).had?.slug]).toEqual(['where-it-is', 'where-it-is']);
  });
});
