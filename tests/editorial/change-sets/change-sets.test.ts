import { createLocalReq } from 'payload';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { actOnSet, discardSet } from '../../../editorial/change-sets/act-on-set.ts';
import { changeMembers, makeSet } from '../../../editorial/change-sets/make-set.ts';
import { readReviewedSet, type ReviewedSet } from '../../../editorial/change-sets/read-set.ts';
import { readImpact } from '../../../editorial/impact/read-impact.ts';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import type { SetVerb } from '../../../editorial/jobs/verb-task.ts';
import { claimJob } from '../../../editorial/jobs/claim-job.ts';
import { runJobs } from '../../../editorial/jobs/run-jobs.ts';
import { verbSlice } from '../../../editorial/jobs/verb-slice.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf, refusal } from '../../support/editing.ts';
import { aSource } from '../../support/entries.ts';
import { newsroomOn, type Cause } from '../../support/newsroom.ts';
import type { Staff } from '../../support/people.ts';

describe.each(DATABASES)('a change set on %s', (database) => {
  const { system, staff, review, live, take } = newsroomOn(database);
  const causes: Cause[] = [];
  let source: DocumentId;
  beforeAll(async () => {
    const { id } = await aSource(system.payload);
    source = id;
    for (const slug of ['one', 'two', 'three']) causes.push(await live(slug, { sources: [id] }));
    // Everybody has another wording of the source now.
    await system.payload.update({
      ...{ collection: 'sources', id, data: { title: 'Guideline, revised' } },
      ...{ user: staff.editor, overrideAccess: false },
    });
  });

  const request = (user: Staff[keyof Staff] = staff.editor) => createLocalReq({ user }, system.payload);
  const current = async () =>
    Promise.all(causes.map(async ({ id }) => ({ collection: 'causes', id, revision: (await review(id)).revision })));
  const made = async () =>
    makeSet(system.payload, staff.editor, {
      ...{ name: 'Guideline, revised', changeKind: 'minor', changeNote: 'The title of a source.' },
      members: await current(),
    });
  const turnOf = async (id: string) => (await readReviewedSet(await request(), id, 0)).set.turn;
  const act = async (user: Staff[keyof Staff], id: string, verb: SetVerb, body: object = {}): Promise<ReviewedSet> => {
    await actOnSet(system.payload, user, { id, verb, body: { ...body, turn: await turnOf(id) } });
    await runJobs(system.payload);
    return readReviewedSet(await request(user), id, 0);
  };
  const said = ({ set, progress }: ReviewedSet) => [
    set.state,
    progress?.state,
    progress?.refused.map(({ title, code }) => [title, code]),
  ];

  it('is made of what a change touches, which is told with the readers who were mailed it', async () => {
    const [one] = causes as [Cause, Cause, Cause];
    const mailed = { deliveryUid: 'd', subscriberUid: 's', uid: one.uid, seq: 1, revision: one.revision };
    for (const contentKey of ['first', 'second'])
      await system.payload.db.create({ collection: 'delivery-contents', data: { ...mailed, contentKey } });
    const impact = await readImpact(await request(), 'sources', source, 0);
    expect([impact.total, impact.readers, impact.about.title, impact.next]).toEqual([3, 1, 'Guideline, revised', null]);
    expect(impact.entries.map(({ needs, isLive, readers, uid }) => [needs, isLive, readers, uid]).toSorted()).toEqual(
      causes.map(({ uid }) => ['approve', true, uid === one.uid ? 1 : 0, uid]).toSorted(),
    );
    const members = (await current()).map(({ collection, id, revision }) => ({ collection, id, revision }));
    expect(impact.entries.map(({ collection, id, revision }) => ({ collection, id, revision }))).toEqual(
      expect.arrayContaining(members),
    );
  });

  it('is submitted, approved and released as one, each entry by its own hash', async () => {
    const before = (await logOf(system.payload)).length;
    const id = await made();
    expect(said(await act(staff.editor, id, 'submit-for-review'))).toEqual(['submitted', 'done', []]);
    const reviewed = await readReviewedSet(await request(staff.reviewer), id, 0);
    expect(reviewed.members.map(({ state, refusal: why }) => [state, why])).toEqual(
      causes.map(() => ['in-review', null]),
    );
    const keys = new Set(reviewed.members.flatMap(({ changes }) => changes.map(({ key }) => key)));
    expect(keys.size).toBe(1);
    expect((await act(staff.reviewer, id, 'approve', { comment: 'Read all of it.' })).set.approvals).toHaveLength(1);
    const released = await act(staff.editor, id, 'release');
    expect(said(released)).toEqual(['released', 'done', []]);
    const rows = (await logOf(system.payload)).slice(before);
    expect(rows.map(({ revision }) => revision)).toEqual(released.set.members.map(({ revision }) => revision));
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => before + 1 + i));
    expect(await refusal(discardSet(system.payload, staff.editor, id))).toBe('wrong-state');
  });

  it('is released whole or not at all, and names the entry that was edited meanwhile', async () => {
    const [first, second] = causes as [Cause, Cause, Cause];
    for (const { id } of causes) await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    const id = await made();
    await act(staff.editor, id, 'submit-for-review');
    await act(staff.reviewer, id, 'approve');
    await edit(system.payload, staff.editor, 'causes', second.id, { summary: 'Plain words.' });
    const before = (await logOf(system.payload)).length;
    expect(said(await act(staff.editor, id, 'release'))).toEqual([
      ...['submitted', 'stopped'],
      [['Sore hip', 'stale-revision']],
    ]);
    expect((await logOf(system.payload)).length).toBe(before);
    expect((await review(first.id)).state).toBe('approved');
    // Looked at again, the set goes its way once more; what is approved already is not approved twice.
    await changeMembers(system.payload, staff.editor, id, { members: await current() });
    expect(said(await act(staff.editor, id, 'submit-for-review'))).toEqual(['submitted', 'done', []]);
    const { members, approvals } = (await act(staff.reviewer, id, 'approve')).set;
    expect(approvals).toHaveLength(1);
    expect((await act(staff.editor, id, 'release')).set.state).toBe('released');
    const events = (await review(first.id)).events.filter(({ event }) => event === 'approved');
    expect(events.filter(({ revision }) => revision === members[0]?.revision).length).toBe(1);
  });

  it('is free again after a release that failed as nobody expected, of which nothing stays', async () => {
    const { payload } = system;
    for (const { id } of causes) await edit(payload, staff.editor, 'causes', id, { summary: 'Further words.' });
    const id = await made();
    await act(staff.editor, id, 'submit-for-review');
    await act(staff.reviewer, id, 'approve');
    const before = (await logOf(payload)).length;
    const last = (await readReviewedSet(await request(), id, 0)).set.members.at(-1)!;
    const { create } = payload.db;
    const lines = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined);
    payload.db.create = (asked) =>
      asked.collection === 'reviews' && asked.data.revision === last.revision
        ? Promise.reject(new TypeError('nobody expected this'))
        : create.call(payload.db, asked);
    try {
      expect(said(await act(staff.editor, id, 'release'))).toEqual([
        ...['submitted', 'stopped'],
        [['Sore hip', 'internal-error']],
      ]);
      expect(lines).toHaveBeenCalledOnce();
    } finally {
      payload.db.create = create;
      lines.mockRestore();
    }
    expect((await logOf(payload)).length).toBe(before);
    expect(said(await act(staff.editor, id, 'release'))).toEqual(['released', 'done', []]);
  });

  it('is approved by nobody who wrote one of its texts, and then not at all', async () => {
    const [first, second] = causes as [Cause, Cause, Cause];
    for (const { id } of causes) await edit(system.payload, staff.editor, 'causes', id, { summary: 'New words.' });
    await edit(system.payload, staff.reviewer, 'causes', second.id, { summary: 'Words of the reviewer.' });
    const id = await made();
    await act(staff.editor, id, 'submit-for-review');
    expect(said(await act(staff.reviewer, id, 'approve'))).toEqual([
      ...['submitted', 'stopped'],
      [['Sore hip', 'four-eyes']],
    ]);
    expect((await review(first.id)).approvals.given).toBe(0);
    // The log takes none of it before all of it is approved.
    expect((await act(staff.editor, id, 'release')).progress?.refused.map(({ code }) => code)).toEqual(
      causes.map(() => 'requirements-not-met'),
    );
    // An editor who may not approve stops at the first question.
    expect((await act(staff.editor, id, 'approve')).progress?.refused[0]?.code).toBe('not-allowed');
    await discardSet(system.payload, staff.editor, id);
    expect(await refusal(act(staff.editor, id, 'submit-for-review'))).toBe('wrong-state');
  });

  it('goes on where a process was killed, and is acted on by one at a time', async () => {
    const [first] = causes as [Cause, Cause, Cause];
    for (const { id } of causes) await edit(system.payload, staff.editor, 'causes', id, { summary: 'More words.' });
    const id = await made();
    const members = (await readReviewedSet(await request(), id, 0)).set.members;
    await actOnSet(system.payload, staff.secondReviewer, {
      ...{ id, verb: 'submit-for-review', body: { turn: await turnOf(id) } },
    });
    expect(await refusal(act(staff.reviewer, id, 'submit-for-review'))).toBe('wrong-state');
    expect(await refusal(changeMembers(system.payload, staff.editor, id, { members: await current() }))).toBe(
      'wrong-state',
    );
    let job = await claimJob(system.payload, 'killed');
    // Asked about, and one of them is submitted.
    while (job && job.position <= members.length) job = await verbSlice(system.payload, job, 'killed');
    system.setNow(new Date(system.now().getTime() + 60_000));
    await runJobs(system.payload);
    const after = await readReviewedSet(await request(), id, 0);
    expect(said(after)).toEqual(['submitted', 'done', []]);
    const submissions = (await review(first.id)).events.filter(
      ({ event, revision }) => event === 'submitted' && revision === members[0]?.revision,
    );
    expect(submissions.length).toBe(1);
    await take(staff.reviewer, first.id, 'request-changes', {
      revision: members[0]?.revision,
      comment: 'Other words.',
    });
  });
});
