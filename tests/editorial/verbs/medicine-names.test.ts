import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { aTreatmentDraft, edit, refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('a medicine that only the library knows, on %s', (database) => {
  const { system, staff, take, review, submit, live } = newsroomOn(database);
  const change = (id: string | number, summary: string) =>
    edit(system.payload, staff.editor, 'causes', id, { summary });
  const wordsOf = async (id: string | number) => {
    const { approvalsNeeded, reasons } = await review(id);
    const words = reasons.flatMap((reason) => (reason.rule === 'safety' ? reason.words : []));
    return { approvalsNeeded, words: words.map(({ kind, word, how }) => `${kind} ${word} ${how}`) };
  };

  it('is one from the day its entry is written, by its title and its synonyms', async () => {
    const { id } = await live('frankincense', { summary: 'Some people like it.' });
    await change(id, 'Some people like boswellia.');
    expect(await wordsOf(id)).toEqual({ approvalsNeeded: 1, words: [] });

    await aTreatmentDraft(system.payload, staff, {
      slug: 'boswellia',
      title: 'Boswellia',
      kind: 'supplement',
      synonyms: ['olibanum'],
      cautions: ['Ask first.'],
    });
    const added = { approvalsNeeded: 2, words: ['medicine boswellia added'] };
    expect(await wordsOf(id)).toEqual(added);
    await change(id, 'Some people like olibanum.');
    expect(await wordsOf(id)).toEqual({ approvalsNeeded: 2, words: ['medicine olibanum added'] });
    await aTreatmentDraft(system.payload, staff, { slug: 'swimming', title: 'Swimming', kind: 'exercise' });
    await change(id, 'Some people like swimming.');
    expect(await wordsOf(id)).toEqual({ approvalsNeeded: 1, words: [] });
  });

  it('needs two clinicians and a major grade where it comes or goes, and saving the same text again keeps that', async () => {
    await aTreatmentDraft(system.payload, staff, { slug: 'rosehip', title: 'Rosehip powder', kind: 'supplement' });
    const { id } = await live('with-rosehip', { summary: 'Some people like rosehip.' });
    await change(id, 'Some people like it.');
    const { revision, minimumChangeKind } = await review(id);
    expect(minimumChangeKind).toBe('major');
    const minor = { revision, changeKind: 'minor', changeNote: 'A change.' };
    expect(await refusal(take(staff.editor, id, 'submit-for-review', minor))).toBe('change-kind-too-low');
    await submit(id);
    const once = await take(staff.reviewer, id, 'approve', { revision, release: true });
    expect([once.state, once.approvals]).toEqual(['in-review', { given: 1, needed: 2 }]);
    await change(id, 'Some people like it.');
    const { docs } = await system.payload.find({
      collection: 'entry-status',
      where: { revision: { equals: revision } },
    });
    expect(docs.map(({ state }) => state)).toEqual(['in-review']);
    expect((await take(staff.secondReviewer, id, 'approve', { revision, release: true })).state).toBe('live');
  });
});
