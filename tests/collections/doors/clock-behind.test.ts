import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';

const HOUR = 60 * 60 * 1000;

describe.each(DATABASES)('a save on a machine whose clock is behind, on %s', (database) => {
  const { system, staff, draftOf, live, review } = newsroomOn(database);

  /** As if the newest version had been saved where the clock is an hour ahead. */
  const savedAhead = async (parent: string | number): Promise<Date> => {
    const ahead = new Date(Date.now() + HOUR);
    const { docs } = await versionsOf(parent);
    const newest = docs.find(({ latest }) => latest) ?? expect.fail('no latest version');
    const updatedAt = ahead.toISOString();
    await system.payload.db.updateVersion({
      collection: 'causes',
      id: newest.id,
      versionData: { ...newest, updatedAt, version: { ...newest.version, updatedAt } },
    });
    return ahead;
  };
  const versionsOf = (parent: string | number) =>
    system.payload.db.findVersions<Record<string, unknown>>({
      collection: 'causes',
      where: { parent: { equals: parent } },
      sort: '-updatedAt',
      pagination: false,
      limit: 0,
    });
  const latestOf = async (parent: string | number) =>
    (await versionsOf(parent)).docs.filter(({ latest }) => latest).map(({ version }) => version.summary);
  const shown = (id: string | number) => system.payload.findByID({ collection: 'causes', id, draft: true, depth: 0 });

  it('is the newest all the same: what was saved last is what the form shows, and one version is the latest', async () => {
    const entry = await draftOf('behind', { summary: 'From a clock ahead.' });
    const ahead = await savedAhead(entry.id);
    for (const summary of ['Saved after that.', 'And once more.']) {
      await edit(system.payload, staff.editor, 'causes', entry.id, { summary });
      const doc = await shown(entry.id);
      expect(doc.summary).toBe(summary);
      expect(new Date(doc.updatedAt).getTime()).toBeGreaterThan(ahead.getTime());
      expect(await latestOf(entry.id)).toEqual([summary]);
    }
  });

  it('restores, and releases what was restored', async () => {
    const entry = await live('behind-restored', { summary: 'First.' });
    const [first] = (await versionsOf(entry.id)).docs.slice(-1);
    await edit(system.payload, staff.editor, 'causes', entry.id, { summary: 'Second.' });
    await savedAhead(entry.id);
    await system.payload.restoreVersion({ collection: 'causes', id: String(first?.id), user: staff.editor });
    expect(await latestOf(entry.id)).toEqual(['First.']);
    await edit(system.payload, staff.editor, 'causes', entry.id, { summary: 'Third.' });
    await savedAhead(entry.id);
    await releaseEntry(system.payload, staff, 'causes', entry.id);
    expect(await latestOf(entry.id)).toEqual(['Third.']);
    expect(await review(entry.id)).toMatchObject({ state: 'live' });
  });
});
