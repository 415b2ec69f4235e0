import { describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { edit } from '../support/editing.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';

describe.each(DATABASES)('the audit trail on %s', (database) => {
  const { system, staff } = newsroomOn(database);
  const trail = async (subject: string) => {
    const where = { subject: { equals: subject } };
    const { docs } = await system.payload.find({
      collection: 'audit-events',
      where,
      sort: 'position',
      limit: 0,
    });
    return docs.map(({ action, actorName }) => `${actorName ?? ''}: ${action}`);
  };

  it('says who made, saved and deleted an entry; releasing is the review history’s', async () => {
    const { payload } = system;
    const kept = await aCauseDraft(payload, staff, { slug: 'kept' });
    await releaseEntry(payload, staff, 'causes', kept.id);
    await edit(payload, staff.reviewer, 'causes', kept.id, { summary: 'Another sentence about it.' });
    expect(await trail(`causes/${kept.uid}`)).toEqual(['Demo editor: causes created', 'Demo clinician: causes saved']);
    const gone = await aCauseDraft(payload, staff, { slug: 'gone' });
    await payload.delete({ collection: 'causes', id: gone.id, user: staff.editor, overrideAccess: false });
    expect(await trail(`causes/${gone.uid}`)).toEqual(['Demo editor: causes created', 'Demo editor: causes deleted']);
  });

  it('keeps account changes, with the role and without a secret', async () => {
    const { payload } = system;
    const user = await payload.create({
      collection: 'users',
      data: { name: 'Demo newcomer', email: 'newcomer@example.com', role: 'editor' },
      user: staff.admin,
      overrideAccess: false,
    });
    await payload.update({
      collection: 'users',
      id: user.id,
      data: { role: 'admin' },
      user: staff.admin,
      overrideAccess: false,
    });
    const where = { subject: { equals: `users/${user.id}` } };
    const { docs } = await payload.find({ collection: 'audit-events', where, sort: 'position' });
    expect(docs.map(({ action, details }) => [action, (details as { role: string }).role])).toEqual([
      ['users created', 'editor'],
      ['users invited', undefined],
      ['users saved', 'admin'],
    ]);
    expect(JSON.stringify(docs.map(({ details }) => details))).not.toMatch(/secret|hash|salt|apiKey/);
  });

  it('leaves no line of an action that was refused', async () => {
    const { payload } = system;
    const live = await aCauseDraft(payload, staff, { slug: 'live' });
    await releaseEntry(payload, staff, 'causes', live.id);
    await expect(
      payload.delete({ collection: 'causes', id: live.id, user: staff.editor, overrideAccess: false }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await trail(`causes/${live.uid}`)).toEqual(['Demo editor: causes created']);
  });
});
