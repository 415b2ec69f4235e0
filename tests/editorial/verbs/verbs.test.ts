import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf } from '../../support/editing.ts';
import { releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('the verbs on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);
  const head = async () => (await logOf(system.payload)).length;

  it('bring a draft to readers: submit, approve, release', async () => {
    const { payload } = system;
    const draft = await draftOf('first');
    const before = await head();
    expect((await review(draft.id)).state).toBe('draft');
    const submitted = await submit(draft.id);
    expect(submitted.state).toBe('in-review');
    const { revision } = submitted;
    const approved = await take(staff.reviewer, draft.id, 'approve', { revision });
    expect(approved.state).toBe('approved');
    const live = await take(staff.editor, draft.id, 'release', { revision });
    expect(live).toMatchObject({ state: 'live', live: { seq: before + 1, version: '1.0', revision } });
    const { docs } = await payload.find({ collection: 'releases', where: { uid: { equals: draft.uid } } });
    expect(docs).toHaveLength(1);
    expect(docs[0]).toMatchObject({ kind: 'released', live: true, changeKind: 'new', slug: 'first' });
  });

  it('number releases without gaps and keep one row live per entry', async () => {
    const { payload } = system;
    const draft = await draftOf('second');
    const before = await head();
    await releaseEntry(payload, staff, 'causes', draft.id);
    await edit(payload, staff.editor, 'causes', draft.id, { summary: 'A sore hip mostly settles.' });
    expect((await review(draft.id)).state).toBe('draft');
    const sheet = await releaseEntry(payload, staff, 'causes', draft.id);
    expect(sheet.live).toMatchObject({ seq: before + 2, version: '1.1' });
    const { docs } = await payload.find({ collection: 'releases', sort: 'seq', limit: 0 });
    expect(docs.map(({ seq }) => seq)).toEqual(docs.map((_, i) => i + 1));
    expect(docs).toHaveLength(before + 2);
    expect(docs.filter(({ uid, live }) => uid === draft.uid && live)).toHaveLength(1);
  });
});
