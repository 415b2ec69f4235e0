import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit, refused } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import type { ReviewSheet } from '../../../editorial/records/review-sheet.ts';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';

describe.each(DATABASES)('a request for changes on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);
  const asked = ({ openRequests }: ReviewSheet) => openRequests.map(({ comment }) => comment);
  const sentBack = async (slug: string) => {
    const { id } = await draftOf(slug);
    const { revision } = await submit(id);
    return take(staff.reviewer, id, 'request-changes', { revision, comment: 'Cite the guideline.' });
  };
  const resubmit = async (id: DocumentId, comment?: string) => {
    const { revision, minimumChangeKind: changeKind } = await review(id);
    return take(staff.editor, id, 'submit-for-review', { revision, changeKind, changeNote: 'A change.', comment });
  };

  it('is in the sheet with who asked, when, and for what', async () => {
    const sheet = await sentBack('asked');
    expect(sheet.openRequests).toEqual([sheet.events[0]]);
    expect(sheet.openRequests[0]).toMatchObject({
      event: 'changes-requested',
      revision: sheet.revision,
      at: system.now().toISOString(),
      actorName: 'Demo clinician',
      clinician: { name: 'Demo clinician' },
      comment: 'Cite the guideline.',
    });
    expect((await review((await draftOf('never-asked')).id)).openRequests).toEqual([]);
  });

  it('keeps unchanged text from being submitted without a reply; the reply closes it and stays in the history', async () => {
    const { uid } = await sentBack('unchanged');
    for (const comment of [undefined, '   ']) {
      const refusal = await refused(resubmit(uid, comment));
      expect([refusal.code, refusal.status]).toEqual(['reply-missing', 422]);
    }
    expect([(await review(uid)).state, (await review(uid)).events.length]).toEqual(['changes-requested', 2]);
    const sheet = await resubmit(uid, 'The guideline says nothing on this.');
    expect([sheet.state, asked(sheet)]).toEqual(['in-review', []]);
    expect(sheet.events.slice(0, 2)).toMatchObject([
      { event: 'submitted', comment: null, changeNote: 'A change.' },
      { event: 'answered', comment: 'The guideline says nothing on this.', actorName: 'Demo editor' },
    ]);
    expect((await take(staff.reviewer, uid, 'approve', { revision: sheet.revision })).state).toBe('approved');
  });

  it('stays before whoever approves when changed text is submitted without a reply', async () => {
    const { uid } = await sentBack('changed');
    const [id] = (await system.payload.find({ collection: 'causes', where: { uid: { equals: uid } } })).docs;
    await edit(system.payload, staff.editor, 'causes', id?.id ?? '', { summary: 'It settles, says the guideline.' });
    expect(asked(await review(uid))).toEqual(['Cite the guideline.']);
    const { revision, ...submitted } = await resubmit(uid);
    expect([submitted.state, asked({ revision, ...submitted })]).toEqual(['in-review', ['Cite the guideline.']]);
    const approved = await take(staff.secondReviewer, uid, 'approve', { revision });
    expect([approved.state, asked(approved)]).toEqual(['approved', ['Cite the guideline.']]);
    expect(asked(await take(staff.editor, uid, 'release', { revision }))).toEqual([]);
  });

  it('is closed by the approval of who asked, and a note without a request is no answer', async () => {
    const { uid } = await sentBack('satisfied');
    const { docs } = await system.payload.find({ collection: 'causes', where: { uid: { equals: uid } } });
    await edit(system.payload, staff.editor, 'causes', docs[0]?.id ?? '', { summary: 'Cited.' });
    const { revision } = await resubmit(uid);
    expect(asked(await take(staff.reviewer, uid, 'approve', { revision }))).toEqual([]);

    const { id } = await draftOf('noted');
    const noted = await resubmit(id, 'Please look at the summary.');
    expect(noted.events).toMatchObject([{ event: 'submitted', comment: 'Please look at the summary.' }]);
  });
});
