import { describe, expect, it } from 'vitest';
import { clearTrash } from '../../../editorial/trash/clear-trash.ts';
import { putBack } from '../../../editorial/trash/put-back.ts';
import { runClock } from '../../../editorial/run-clock.ts';
import { DATABASES } from '../../support/database.ts';
import { refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';

const DAY = 24 * 60 * 60 * 1000;

describe.each(DATABASES)('what was in the trash for thirty days, on %s', (database) => {
  const { system, staff, draftOf } = newsroomOn(database);
  const begin = new Date('2026-03-01T10:00:00.000Z');
  const deleted = async (slug: string) => {
    const { id, uid } = await draftOf(slug);
    await system.payload.delete({ collection: 'causes', id, user: staff.editor, overrideAccess: false });
    return uid ?? '';
  };
  const back = (uid: string) => putBack({ payload: system.payload, id: uid, body: {}, user: staff.editor });
  const inTrash = async () => (await system.payload.count({ collection: 'deleted-drafts' })).totalDocs;
  const trail = async (uid: string) => {
    const where = { subject: { equals: `causes/${uid}` } };
    const { docs } = await system.payload.find({ collection: 'audit-events', where, sort: 'position' });
    return docs.map(({ action, actorName }) => `${actorName ?? ''}: ${action}`);
  };

  it('can be put back until then, and no more from then on, whether the clock came by or not', async () => {
    system.setNow(begin);
    const [early, late] = [await deleted('early'), await deleted('late')];
    system.setNow(new Date(begin.getTime() + 30 * DAY - 1));
    await runClock(system.payload);
    expect((await back(early)).state).toBe('draft');
    system.setNow(new Date(begin.getTime() + 30 * DAY));
    expect(await refusal(back(late))).toBe('gone');
    await runClock(system.payload);
    expect(await refusal(back(late))).toBe('not-found');
    expect(await inTrash()).toBe(0);
    expect(await trail(early)).toEqual([
      'Demo editor: causes created',
      'Demo editor: causes deleted',
      'Demo editor: causes put back',
    ]);
    expect(await trail(late)).toEqual([
      'Demo editor: causes created',
      'Demo editor: causes deleted',
      'System: causes removed from the trash',
    ]);
  });

  it('goes in slices, once, though two processes are at it', async () => {
    system.setNow(begin);
    const uids = [await deleted('one'), await deleted('two'), await deleted('three')];
    const now = new Date(begin.getTime() + 31 * DAY);
    await clearTrash(system.payload, { now: begin, page: 2 });
    expect(await inTrash()).toBe(3);
    await clearTrash(system.payload, { now, page: 2 });
    expect(await inTrash()).toBe(1);
    await Promise.all([clearTrash(system.payload, { now, page: 2 }), clearTrash(system.payload, { now, page: 2 })]);
    expect(await inTrash()).toBe(0);
    for (const uid of uids) {
      expect((await trail(uid)).filter((line) => line.includes('removed'))).toHaveLength(1);
    }
  });
});
