import { describe, expect, it } from 'vitest';
import { runClock } from '../../../editorial/run-clock.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf } from '../../support/editing.ts';
import { lexical, releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

const START = new Date('2026-06-01T09:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

describe.each(DATABASES)('Payload’s own status on %s', (database) => {
  const { system, staff, take, review, live: liveEntry } = newsroomOn(database, { now: START });
  const { rest, tokenOf } = apiOf(system);

  const get = async (path: string) =>
    (await rest('GET', `/api/causes${path}`, { token: await tokenOf('editor') })).json;
  const shown = async (id: string | number) => {
    const [main, draft, list, versions] = await Promise.all([
      get(`/${id}?depth=0`),
      get(`/${id}?depth=0&draft=true`),
      get(`?depth=0&draft=true&where[id][equals]=${id}`),
      get(`/versions?depth=0&sort=-updatedAt&limit=100&where[parent][equals]=${id}`),
    ]);
    const brief = (doc: Record<string, unknown> | null | undefined) => `${String(doc?._status)}: ${String(doc?.title)}`;
    const rows = versions?.docs as { latest?: boolean; version: Record<string, unknown> }[];
    return {
      main: brief(main),
      draft: brief(draft),
      list: brief((list?.docs as Record<string, unknown>[])[0]),
      versions: rows.map(({ version }) => brief(version)),
      latest: rows.filter(({ latest }) => latest).map(({ version }) => brief(version)),
      document: main,
    };
  };
  const live = (slug: string, over = {}) => liveEntry(slug, { title: 'First', ...over });
  const withdraw = (entry: { id: string | number; revision: string }) =>
    take(staff.editor, entry.id, 'withdraw', { revision: entry.revision, reason: 'inaccurate' });

  it('says published after a release, of the whole draft, in one new version that is the latest', async () => {
    const entry = await live('mirror-release', {
      synonyms: ['one', 'two'],
      redFlags: [],
      sections: [
        { kind: 'anatomy', body: lexical('The joint.') },
        { kind: 'symptoms', body: lexical('It hurts.') },
      ],
    });
    expect(await shown(entry.id)).toMatchObject({
      main: 'published: First',
      draft: 'published: First',
      list: 'published: First',
      versions: ['published: First', 'draft: First'],
      latest: ['published: First'],
      document: { uid: entry.uid, synonyms: ['one', 'two'], sections: [{ kind: 'anatomy' }, { kind: 'symptoms' }] },
    });
    const edited = await edit(system.payload, staff.editor, 'causes', entry.id, {
      title: 'Second',
      synonyms: ['three'],
      sections: [{ kind: 'outlook', body: lexical('It passes.') }],
    });
    expect(edited.state).toBe('draft');
    expect(await shown(entry.id)).toMatchObject({
      main: 'published: First',
      draft: 'draft: Second',
      list: 'draft: Second',
      latest: ['draft: Second'],
    });
    const before = await review(entry.id);
    const after = await releaseEntry(system.payload, staff, 'causes', entry.id);
    expect(after).toMatchObject({ state: 'live', revision: before.revision });
    expect(await shown(entry.id)).toMatchObject({
      main: 'published: Second',
      draft: 'published: Second',
      list: 'published: Second',
      versions: ['published: Second', 'draft: Second', 'published: First', 'draft: First'],
      latest: ['published: Second'],
      document: { synonyms: ['three'], sections: [{ kind: 'outlook' }] },
    });
  });

  it('says draft after a withdrawal', async () => {
    const entry = await live('mirror-withdrawal');
    await withdraw(entry);
    expect(await shown(entry.id)).toMatchObject({
      main: 'draft: First',
      draft: 'draft: First',
      list: 'draft: First',
      versions: ['draft: First', 'published: First', 'draft: First'],
      latest: ['draft: First'],
    });
    expect((await review(entry.id)).state).toBe('withdrawn');
  });

  it('leaves the draft under way as it is when what is live is withdrawn', async () => {
    const entry = await live('mirror-beside');
    await edit(system.payload, staff.editor, 'causes', entry.id, { title: 'Under way' });
    await withdraw(entry);
    expect(await shown(entry.id)).toMatchObject({
      main: 'draft: First',
      draft: 'draft: Under way',
      list: 'draft: Under way',
      versions: ['draft: Under way', 'published: First', 'draft: First'],
      latest: ['draft: Under way'],
    });
  });

  it('follows a renewal: the new date, with the text that is live, and not in a draft under way', async () => {
    const entry = await live('mirror-renewal');
    const renew = (revision: string, reviewDue: string) =>
      take(staff.secondReviewer, entry.id, 'renew-review', { revision, reviewDue });
    const renewed = await renew(entry.revision, '2029-01-01');
    expect(renewed.state).toBe('live');
    expect(await shown(entry.id)).toMatchObject({
      draft: 'published: First',
      latest: ['published: First'],
      document: { reviewDue: '2029-01-01T00:00:00.000Z' },
    });
    await edit(system.payload, staff.editor, 'causes', entry.id, { title: 'Under way' });
    await renew(renewed.live?.revision ?? '', '2029-02-01');
    const after = await shown(entry.id);
    expect(after).toMatchObject({
      main: 'published: First',
      draft: 'draft: Under way',
      document: { reviewDue: '2029-02-01T00:00:00.000Z' },
    });
    expect(await get(`/${entry.id}?depth=0&draft=true`)).toMatchObject({ reviewDue: '2029-01-01T00:00:00.000Z' });
  });

  it.each(['', '?draft=true', '?draft=false'])(
    'stays published when a version is restored%s: that is a draft',
    async (query) => {
      const entry = await live(`mirror-restore${query.replace(/\W/g, '-')}`);
      const released = (await shown(entry.id)).document;
      const more = { title: 'More', onset: 'sudden' as const, synonyms: ['more'], redFlags: [] };
      await edit(system.payload, staff.editor, 'causes', entry.id, more);
      await edit(system.payload, staff.editor, 'causes', entry.id, { title: 'Under way', onset: null, synonyms: [] });
      const where = `where[parent][equals]=${entry.id}&where[version.title][equals]=More`;
      const [version] = (await get(`/versions?${where}`))?.docs as { id: string }[];
      await rest('POST', `/api/causes/versions/${version?.id ?? ''}${query}`, { token: await tokenOf('editor') });
      const after = await shown(entry.id);
      expect(after).toMatchObject({ draft: 'draft: More', list: 'draft: More', latest: ['draft: More'] });
      expect(filled({ ...after.document, state: 'live', revision: entry.revision })).toEqual(filled(released));
      expect(await review(entry.id)).toMatchObject({ state: 'draft', live: { revision: entry.revision } });
    },
  );

  it('never stands in the way of a withdrawal, whatever the draft looks like', async () => {
    const taken = await live('mirror-taken');
    const drafts = [
      { title: '' },
      { title: null, slug: '', summary: 'x'.repeat(5000), sources: [], sections: [{ kind: null }], reviewDue: null },
      { slug: 'mirror-taken' },
    ];
    for (const [i, draft] of drafts.entries()) {
      const entry = await live(`mirror-odd-${i}`);
      await edit(system.payload, staff.editor, 'causes', entry.id, draft);
      expect((await withdraw(entry)).live).toBeNull();
      expect((await logOf(system.payload, entry.uid)).at(-1)?.kind).toBe('withdrawn');
    }
    expect((await review(taken.id)).state).toBe('live');
  });

  it('nor does it when the clock withdraws what nobody reviewed in time', async () => {
    const entry = await live('mirror-overdue', { reviewDue: new Date(START.getTime() + DAY).toISOString() });
    await edit(system.payload, staff.editor, 'causes', entry.id, { title: '' });
    system.setNow(new Date(START.getTime() + 100 * DAY));
    expect(await runClock(system.payload)).toMatchObject({ withdrawn: 1 });
    expect((await logOf(system.payload, entry.uid)).at(-1)?.kind).toBe('withdrawn');
  });
});

/** What a document has: the databases tell an empty field in ways of their own. */
const filled = (document: Record<string, unknown> | null) =>
  Object.fromEntries(
    Object.entries(document ?? {}).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
