import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf, refusal, refused } from '../../support/editing.ts';
import { aSource, releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import type { Staff } from '../../support/people.ts';

describe.each(DATABASES)('a round of review on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);
  const issuesOf = async (promise: Promise<unknown>) =>
    ((await refused(promise)).details.issues as { code: string }[]).map(({ code }) => code);

  it('keeps who did what, in order, and shows the newest first', async () => {
    const draft = await draftOf('history');
    const { revision } = await submit(draft.id);
    await take(staff.reviewer, draft.id, 'request-changes', { revision, comment: 'Cite the guideline.' });
    await submit(draft.id, 'It is cited below.');
    const { events } = await take(staff.reviewer, draft.id, 'approve', {
      revision,
      comment: 'Good.',
      sectionsChecked: ['what-it-is'],
      release: true,
    });
    expect(events.map(({ event, actorName }) => `${event} ${actorName}`)).toEqual([
      'released Demo clinician',
      'approved Demo clinician',
      'submitted Demo editor',
      'answered Demo editor',
      'changes-requested Demo clinician',
      'submitted Demo editor',
    ]);
    expect(events[1]).toMatchObject({
      comment: 'Good.',
      sectionsChecked: ['what-it-is'],
      clinician: { name: 'Demo clinician', registrationNumber: 'DEMO-1' },
    });
    expect(events[5]).toMatchObject({ changeKind: 'new', changeNote: 'A change.' });
  });

  it('loses its approval to a request for changes', async () => {
    const draft = await draftOf('refused');
    const { revision } = await submit(draft.id);
    await take(staff.reviewer, draft.id, 'approve', { revision });
    expect(
      (await take(staff.secondReviewer, draft.id, 'request-changes', { revision, comment: 'Not yet.' })).state,
    ).toBe('changes-requested');
    expect(await issuesOf(take(staff.editor, draft.id, 'release', { revision }))).toEqual(['approvals-missing']);
    expect(await refusal(take(staff.reviewer, draft.id, 'approve', { revision }))).toBe('wrong-state');
    expect((await submit(draft.id, 'It can stay.')).approvals.given).toBe(0);
    expect((await take(staff.reviewer, draft.id, 'approve', { revision })).state).toBe('approved');
  });

  it('loses its approval to an edit, and does not get it back when the text comes back', async () => {
    const draft = await draftOf('a-b-a', { summary: 'Text A.' });
    const { revision } = await submit(draft.id);
    await take(staff.reviewer, draft.id, 'approve', { revision });
    await edit(system.payload, staff.editor, 'causes', draft.id, { summary: 'Text B.' });
    const edited = await review(draft.id);
    expect([edited.state, edited.approvals.given]).toEqual(['draft', 0]);
    expect(edited.events[0]).toMatchObject({ event: 'edited', revision, actorName: 'Demo editor' });
    expect(await refusal(take(staff.editor, draft.id, 'release', { revision }))).toBe('stale-revision');
    expect(await issuesOf(take(staff.editor, draft.id, 'release', { revision: edited.revision }))).toEqual([
      'not-submitted',
      'approvals-missing',
    ]);
    await edit(system.payload, staff.editor, 'causes', draft.id, { summary: 'Text A.' });
    const back = await review(draft.id);
    expect([back.revision, back.state, back.approvals.given]).toEqual([revision, 'draft', 0]);
    expect(await issuesOf(take(staff.editor, draft.id, 'release', { revision }))).toEqual([
      'not-submitted',
      'approvals-missing',
    ]);
    expect(await logOf(system.payload, draft.uid ?? '')).toEqual([]);
  });

  it('does not revive the approval of a text that was released before', async () => {
    const draft = await draftOf('released-a-b-a', { summary: 'Old words.' });
    const first = await releaseEntry(system.payload, staff, 'causes', draft.id);
    await edit(system.payload, staff.editor, 'causes', draft.id, { summary: 'Other words.' });
    await releaseEntry(system.payload, staff, 'causes', draft.id);
    await edit(system.payload, staff.editor, 'causes', draft.id, { summary: 'Old words.' });
    const back = await review(draft.id);
    expect([back.revision, back.state]).toEqual([first.revision, 'draft']);
    expect(await issuesOf(take(staff.editor, draft.id, 'release', { revision: back.revision }))).toEqual([
      'not-submitted',
      'approvals-missing',
    ]);
    expect((await releaseEntry(system.payload, staff, 'causes', draft.id)).live).toMatchObject({
      version: '1.2',
      revision: first.revision,
    });
    expect((await logOf(system.payload, draft.uid ?? '')).map(({ version, live }) => `${version} ${live}`)).toEqual([
      '1.0 false',
      '1.1 false',
      '1.2 true',
    ]);
  });

  it('ends when a source is changed, and starts over when the source is changed back', async () => {
    const source = await aSource(system.payload);
    const draft = await draftOf('source-a-b-a', { sources: [source.id] });
    const { revision } = await submit(draft.id);
    await take(staff.reviewer, draft.id, 'approve', { revision });
    const rename = (title: string) =>
      system.payload.update({
        collection: 'sources',
        id: source.id,
        data: { title },
        user: staff.editor,
        overrideAccess: false,
      });
    await rename('Another title');
    const changed = await review(draft.id);
    expect([changed.state, changed.revision === revision]).toEqual(['draft', false]);
    await rename(source.title);
    const back = await review(draft.id);
    expect([back.revision, back.state]).toEqual([revision, 'draft']);
    const { docs } = await system.payload.find({ collection: 'entry-status', where: { uid: { equals: draft.uid } } });
    expect(docs[0]).toMatchObject({ state: 'draft', changedSinceApproval: true });
  });

  it('keeps the live text with readers while the next one is under review', async () => {
    const draft = await draftOf('kept', { summary: 'Text A.' });
    const { live } = await releaseEntry(system.payload, staff, 'causes', draft.id);
    await edit(system.payload, staff.editor, 'causes', draft.id, { summary: 'Text B.' });
    const submitted = await submit(draft.id);
    expect(submitted.live).toEqual(live);
    expect(submitted.changes.map(({ field }) => field)).toEqual(['summary']);
    const row = (await logOf(system.payload, draft.uid ?? '')).at(-1);
    expect(row).toMatchObject({ live: true, snapshot: { summary: 'Text A.' } });
  });

  it('offers exactly the verbs that are then not refused for their state or role', async () => {
    const draft = await draftOf('offers');
    const offered = async (user: Staff[keyof Staff]) => {
      const { readReview } = await import('../../../editorial/verbs/take-verb.ts');
      const { createLocalReq } = await import('payload');
      return (await readReview(await createLocalReq({ user }, system.payload), 'causes', draft.id)).allowedVerbs;
    };
    expect(await offered(staff.editor)).toEqual(['submit-for-review']);
    const { revision } = await submit(draft.id);
    expect(await offered(staff.editor)).toEqual([]);
    expect(await offered(staff.reviewer)).toEqual(['request-changes', 'approve']);
    expect(await offered(staff.admin)).toEqual(['request-changes']);
    await take(staff.reviewer, draft.id, 'approve', { revision });
    expect(await offered(staff.editor)).toEqual(['release', 'schedule']);
    await take(staff.editor, draft.id, 'release', { revision });
    expect(await offered(staff.editor)).toEqual(['schedule', 'withdraw']);
    expect(await offered(staff.reviewer)).toEqual(['schedule', 'withdraw', 'renew-review']);
  });

  it('counts versions by what the submission called the change', async () => {
    const draft = await draftOf('kinds');
    const versions: (string | undefined)[] = [];
    const told = { Plain: 'safety', Short: 'minor', Clear: 'major', Kind: 'safety', Warm: 'new' };
    for (const [word, kind] of Object.entries(told)) {
      await edit(system.payload, staff.editor, 'causes', draft.id, { summary: `${word} words.` });
      versions.push((await releaseEntry(system.payload, staff, 'causes', draft.id, kind)).live?.version);
    }
    expect(versions).toEqual(['1.0', '1.1', '2.0', '3.0', '4.0']);
    expect((await logOf(system.payload, draft.uid ?? '')).map(({ changeKind }) => changeKind)).toEqual([
      'new',
      'minor',
      'major',
      'safety',
      'major',
    ]);
  });

  it('is not confused by a process whose clock is behind', async () => {
    const draft = await draftOf('skew');
    const start = system.now();
    const { revision } = await submit(draft.id);
    system.setNow(new Date(start.getTime() + 5_000));
    await take(staff.reviewer, draft.id, 'approve', { revision });
    system.setNow(start);
    const refusedThen = await take(staff.secondReviewer, draft.id, 'request-changes', { revision, comment: 'No.' });
    expect([refusedThen.state, refusedThen.approvals.given]).toEqual(['changes-requested', 0]);
    expect(await issuesOf(take(staff.editor, draft.id, 'release', { revision }))).toEqual(['approvals-missing']);
  });
});
