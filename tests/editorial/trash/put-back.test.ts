import { describe, expect, it } from 'vitest';
import { putBack } from '../../../editorial/trash/put-back.ts';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { DATABASES } from '../../support/database.ts';
import { aTreatmentDraft, edit, refusal, refused } from '../../support/editing.ts';
import { aSource, lexical, NEXT_REVIEW, reviewOf, submitEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aPlace } from '../../support/places.ts';

describe.each(DATABASES)('a deleted draft, on %s', (database) => {
  const { system, staff, take, submit, draftOf, approved, review, live } = newsroomOn(database);
  const remove = (id: DocumentId) =>
    system.payload.delete({ collection: 'causes', id, user: staff.editor, overrideAccess: false });
  const inTrash = async (uid: string | null | undefined) => {
    const where = { uid: { equals: uid } };
    const { docs } = await system.payload.find({ collection: 'deleted-drafts', where, limit: 10 });
    return docs;
  };
  const back = (uid: string | null | undefined, body: unknown = {}, user = staff.editor) =>
    putBack({ payload: system.payload, id: uid ?? '', body, user });
  /** Without what the database gives anew. */
  const wordsOf = async (id: DocumentId) => {
    const doc = await system.payload.findByID({ collection: 'causes', id, draft: true, depth: 0 });
    return { ...doc, id: null, updatedAt: null };
  };

  it('is in the trash in whole, says who deleted it, and is no entry any more', async () => {
    const { id, uid } = await draftOf('in-the-trash');
    await remove(id);
    const [row] = await inTrash(uid);
    expect(row).toMatchObject({ uid, type: 'cause', title: 'Sore hip', slug: 'in-the-trash' });
    expect(row).toMatchObject({ deletedByName: 'Demo editor', deletedOn: system.now().toISOString() });
    expect(Date.parse(row!.expiresAt) - Date.parse(row!.deletedOn)).toBe(30 * 24 * 60 * 60 * 1000);
    const where = { uid: { equals: uid } };
    for (const collection of ['causes', 'entry-status'] as const) {
      expect((await system.payload.find({ collection, where })).docs).toEqual([]);
    }
    expect(
      (await system.payload.findVersions({ collection: 'causes', where: { parent: { equals: id } } })).docs,
    ).toEqual([]);
  });

  it('comes back as the draft that it was, word for word, and leaves the trash', async () => {
    const treatment = await aTreatmentDraft(system.payload, staff, { slug: 'named-by-it' });
    const broader = await live('broader');
    const { id, uid } = await draftOf('word-for-word', {
      sections: [
        { kind: 'what-it-is', body: lexical('First words.') },
        { kind: 'anatomy', body: lexical('The joint.', 'And more.') },
      ],
      locations: [(await aPlace(system.payload, 'groin')).id, (await aPlace(system.payload, 'buttock')).id],
      treatments: [treatment.id],
      partOf: broader.id,
      related: [{ relationTo: 'treatments', value: treatment.id }],
    });
    await edit(system.payload, staff.editor, 'causes', id, {
      summary: 'The newest words.',
      worse: ['Stairs', 'Running'],
    });
    const before = await wordsOf(id);
    const { revision } = await review(id);
    await remove(id);
    const answer = await back(uid);
    expect(answer).toMatchObject({ collection: 'causes', uid, state: 'draft', leftOut: [] });
    expect(await wordsOf(answer.id)).toEqual(before);
    expect((await review(answer.id)).revision).toBe(revision);
    expect(await inTrash(uid)).toEqual([]);
    // It is an entry like any other.
    await edit(system.payload, staff.editor, 'causes', answer.id, { summary: 'Newer words.' });
    expect((await wordsOf(answer.id)).summary).toBe('Newer words.');
  });

  it('brings its older versions with it, each with its time, its words and what it names', async () => {
    const { payload } = system;
    const treatment = await aTreatmentDraft(payload, staff, { slug: 'named-before' });
    const gone = await aSource(payload);
    const cited = await aSource(payload);
    const sections = [{ kind: 'anatomy' as const, body: lexical('The joint.', 'And more.') }];
    const { id, uid } = await draftOf('with-versions', { treatments: [treatment.id], sections });
    await edit(payload, staff.reviewer, 'causes', id, { summary: 'Old words.', sources: [gone.id, cited.id] });
    await edit(payload, staff.editor, 'causes', id, { treatments: [], summary: 'Other words.', sources: [cited.id] });
    const versionsOf = async (parent: DocumentId) => {
      const where = { parent: { equals: parent } };
      const { docs } = await payload.findVersions({ collection: 'causes', where, sort: 'updatedAt', depth: 0 });
      return docs.map(({ version, updatedAt }) => ({ version: { ...version, updatedAt: null }, updatedAt }));
    };
    const before = await versionsOf(id);
    expect(before.map(({ version }) => version.summary)).toEqual(['A sore hip settles.', 'Old words.', 'Other words.']);
    await remove(id);
    await payload.delete({ collection: 'sources', id: gone.id });
    const { id: again } = await back(uid);
    const after = await versionsOf(again);
    // What is gone is gone from an older state as well; the newest is saved anew.
    before[1]!.version.sources = [cited.id] as (typeof before)[1]['version']['sources'];
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)?.version).toEqual(before.at(-1)?.version);
    const { docs } = await payload.findVersions({ collection: 'causes', where: { parent: { equals: again } } });
    const older = docs.find(({ version }) => version.summary === 'Old words.');
    await payload.restoreVersion({ collection: 'causes', id: String(older?.id), user: staff.editor });
    expect((await wordsOf(again)).summary).toBe('Old words.');
    await edit(payload, staff.editor, 'causes', again, { treatments: [] });
    const { revision } = await submit(again);
    expect(await refusal(take(staff.reviewer, again, 'approve', { revision }))).toBe('four-eyes');
  });

  it('keeps its authors: whoever wrote it approves it no more than before, whoever put it back wrote nothing', async () => {
    const { id, uid } = await draftOf('washed');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    await remove(id);
    const { id: again } = await back(uid, {}, staff.secondReviewer);
    const { revision } = await submit(again);
    expect(await refusal(take(staff.reviewer, again, 'approve', { revision }))).toBe('four-eyes');
    expect((await take(staff.secondReviewer, again, 'approve', { revision })).state).toBe('approved');
  });

  it('keeps them through a second deletion, and in a duplicate', async () => {
    const { id, uid } = await draftOf('washed-twice');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    await remove(id);
    await remove((await back(uid)).id);
    const { id: again } = await back(uid);
    const copy = await system.payload.duplicate({ collection: 'causes', id: again, user: staff.editor });
    await edit(system.payload, staff.editor, 'causes', copy.id, { slug: 'washed-copy' });
    for (const each of [again, copy.id]) {
      const { revision } = await submit(each);
      expect(await refusal(take(staff.reviewer, each, 'approve', { revision }))).toBe('four-eyes');
    }
  });

  it('keeps them when somebody else brings its uid back', async () => {
    const { id, uid } = await draftOf('imported');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    await remove(id);
    const source = await aSource(system.payload);
    // Nobody but our own code names a uid.
    const { id: again } = await system.payload.create({
      collection: 'causes',
      draft: true,
      user: staff.editor,
      data: {
        ...{ uid, title: 'Sore hip', slug: 'imported', summary: 'By the reviewer.', reviewDue: NEXT_REVIEW },
        ...{ sources: [source.id], sections: [{ kind: 'what-it-is', body: lexical('The hip can be sore.') }] },
      },
    });
    const { revision } = await submit(again);
    expect(await refusal(take(staff.reviewer, again, 'approve', { revision }))).toBe('four-eyes');
    expect(await refusal(back(uid))).toBe('wrong-state');
  });

  it('brings neither an approval back nor a plan', async () => {
    const { id, uid, revision } = await approved('was-approved');
    await take(staff.editor, id, 'schedule', { revision, at: '2090-01-01T00:00:00Z' });
    await remove(id);
    const { id: again, state } = await back(uid);
    expect(state).toBe('draft');
    const sheet = await review(again);
    expect(sheet).toMatchObject({ revision, state: 'draft', scheduled: null });
    expect(sheet.events[0]).toMatchObject({ event: 'edited', comment: expect.stringContaining('put back') as unknown });
    expect(await refusal(take(staff.editor, again, 'release', { revision }))).toBe('requirements-not-met');
  });

  it('brings every open request for changes back', async () => {
    const { id, uid } = await draftOf('was-asked-about');
    const { revision } = await submit(id);
    await take(staff.reviewer, id, 'request-changes', { revision, comment: 'Say more.' });
    await remove(id);
    const { id: again, state } = await back(uid);
    expect(state).toBe('draft');
    expect((await review(again)).openRequests.map(({ comment }) => comment)).toEqual(['Say more.']);
    expect(await refusal(submit(again))).toBe('reply-missing');
  });

  it('brings no approval back under another web address either, when it gets its own again', async () => {
    const { id, uid, revision } = await approved('own-address');
    await remove(id);
    const { id: again } = await back(uid, { slug: 'not-own-address' });
    await edit(system.payload, staff.editor, 'causes', again, { slug: 'own-address' });
    expect(await review(again)).toMatchObject({ revision, state: 'draft' });
  });

  it('stays where it is while its web address is taken, and comes back under another', async () => {
    const { id, uid } = await draftOf('wanted');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    await remove(id);
    const other = await draftOf('wanted');
    expect(await refusal(back(uid))).toBe('slug-taken');
    await edit(system.payload, staff.editor, 'causes', other.id, { slug: 'not-wanted' });
    const third = await draftOf('third');
    await edit(system.payload, staff.editor, 'causes', third.id, { slug: 'wanted' });
    expect(await refusal(back(uid))).toBe('slug-taken');
    expect(await refusal(back(uid, { slug: 'No Address' }))).toBe('invalid-request');
    expect(await inTrash(uid)).toHaveLength(1);
    const { id: again } = await back(uid, { slug: 'wanted-too' }, staff.secondReviewer);
    expect(await wordsOf(again)).toMatchObject({ uid, slug: 'wanted-too', summary: 'By the reviewer.' });
    // Whoever gives it another address has written that.
    const { revision } = await submit(again);
    expect(await refusal(take(staff.secondReviewer, again, 'approve', { revision }))).toBe('four-eyes');
  });

  it('stays where it is while an address of readers is another entry’s', async () => {
    const { id, uid } = await draftOf('had-by-readers');
    await remove(id);
    const other = await live('had-by-readers');
    await edit(system.payload, staff.editor, 'causes', other.id, { slug: 'moved-on' });
    const { revision } = await submitEntry(system.payload, staff, 'causes', other.id);
    await take(staff.reviewer, other.id, 'approve', { revision, release: true });
    expect(await refusal(back(uid))).toBe('slug-taken');
  });

  it('says what it refers to that is gone, and comes back without it when somebody says so', async () => {
    const source = await aSource(system.payload);
    const treatment = await aTreatmentDraft(system.payload, staff, { slug: 'gone-with-it' });
    const { id, uid } = await draftOf('refers', { sources: [source.id], treatments: [treatment.id] });
    await remove(id);
    await system.payload.delete({ collection: 'sources', id: source.id, user: staff.editor });
    // The database may give the id of a deleted document to the next one.
    const next = await aSource(system.payload);
    await system.payload.delete({ collection: 'treatments', id: treatment.id, user: staff.editor });
    const { code, details } = await refused(back(uid));
    expect(code).toBe('requirements-not-met');
    expect(details.missing).toEqual(
      expect.arrayContaining([
        { collection: 'sources', title: 'Guideline' },
        { collection: 'treatments', title: 'Treatment gone-with-it' },
      ]),
    );
    await putBack({ payload: system.payload, id: treatment.uid ?? '', body: {}, user: staff.editor });
    expect((await refused(back(uid))).details.missing).toEqual([{ collection: 'sources', title: 'Guideline' }]);
    const answer = await back(uid, { withoutMissing: true });
    expect(answer.leftOut).toEqual([{ collection: 'sources', title: 'Guideline' }]);
    const words = await wordsOf(answer.id);
    expect(words.sources).toEqual([]);
    expect(words.treatments).toHaveLength(1);
    expect((await reviewOf(system.payload, staff, 'causes', answer.id)).state).toBe('draft');
    expect(next.id).toBeDefined();
  });
});
