import { createLocalReq } from 'payload';
import { describe, expect, it } from 'vitest';
import { actOnSet } from '../../../editorial/change-sets/act-on-set.ts';
import { changeMembers, makeSet } from '../../../editorial/change-sets/make-set.ts';
import { readReviewedSet, type ReviewedSet } from '../../../editorial/change-sets/read-set.ts';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import type { SetVerb } from '../../../editorial/jobs/verb-task.ts';
import { runJobs } from '../../../editorial/jobs/run-jobs.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf, refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import type { Staff } from '../../support/people.ts';

describe.each(DATABASES)('an act on a change set on %s', (database) => {
  const { system, staff, review, live, draftOf, submit, take } = newsroomOn(database);
  type Person = Staff[keyof Staff];

  const members = (ids: readonly DocumentId[]) =>
    Promise.all(ids.map(async (id) => ({ collection: 'causes', id, revision: (await review(id)).revision })));
  const made = async (ids: readonly DocumentId[]) =>
    makeSet(system.payload, staff.editor, {
      ...{ name: 'Words', changeKind: 'minor', changeNote: 'Other words.', members: await members(ids) },
    });
  const shown = async (user: Person, id: string): Promise<ReviewedSet> =>
    readReviewedSet(await createLocalReq({ user }, system.payload), id, 0);
  const act = async (user: Person, id: string, verb: SetVerb, body: object = {}): Promise<ReviewedSet> => {
    const { turn } = (await shown(user, id)).set;
    await actOnSet(system.payload, user, { id, verb, body: { ...body, turn } });
    await runJobs(system.payload);
    return shown(user, id);
  };
  const refused = ({ progress }: ReviewedSet) => progress?.refused.map(({ code }) => code);
  const edited = async (slug: string): Promise<DocumentId> => {
    const { id } = await live(slug);
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    return id;
  };

  it('is of the revisions that were shown: of others it is refused, whichever verb', async () => {
    const id = await edited('shown');
    const set = await made([id]);
    for (const verb of ['submit-for-review', 'approve', 'release'] as const) {
      const { turn } = (await shown(staff.reviewer, set)).set;
      // Somebody edits the entry, takes the new words into the set and has them submitted.
      await edit(system.payload, staff.editor, 'causes', id, { summary: `New words, ${verb}.` });
      await changeMembers(system.payload, staff.editor, set, { members: await members([id]) });
      await act(staff.editor, set, 'submit-for-review');
      if (verb === 'release') await act(staff.reviewer, set, 'approve');
      const before = await logOf(system.payload);
      const { approvals } = await review(id);
      const asked = { id: set, verb, body: { turn } };
      expect(await refusal(actOnSet(system.payload, staff.reviewer, asked))).toBe('stale-revision');
      await runJobs(system.payload);
      expect((await review(id)).approvals).toEqual(approvals);
      expect(await logOf(system.payload)).toHaveLength(before.length);
      // Who does not say what they saw has seen nothing.
      const unsaid = { id: set, verb, body: {} };
      expect(await refusal(actOnSet(system.payload, staff.reviewer, unsaid))).toBe('invalid-request');
    }
  });

  it('makes nobody an approver who has not approved each entry', async () => {
    const [one, two] = [await edited('four'), await edited('eyes')];
    const set = await made([one, two]);
    await edit(system.payload, staff.secondReviewer, 'causes', two, { summary: 'Words of a reviewer.' });
    await changeMembers(system.payload, staff.editor, set, { members: await members([one, two]) });
    await act(staff.editor, set, 'submit-for-review');
    expect((await act(staff.reviewer, set, 'approve')).set.approvals).toHaveLength(1);
    const names = async () => (await shown(staff.reviewer, set)).set.approvals.map(({ name }) => name);
    const [approver] = await names();
    // An author of one of them.
    expect(refused(await act(staff.secondReviewer, set, 'approve'))).toEqual(['wrong-state', 'wrong-state']);
    expect(await names()).toEqual([approver]);
    // Whoever approved them all may say so again, as after an act that was cut off.
    const again = await act(staff.reviewer, set, 'approve');
    expect([again.progress?.state, refused(again), await names()]).toEqual(['done', [], [approver]]);
    for (const id of [one, two]) expect((await review(id)).approvals.given).toBe(1);
  });

  it('asks about the scope of an approval before any entry is approved', async () => {
    const old = await edited('old');
    const { id: first } = await draftOf('first');
    const set = await made([old, first]);
    await act(staff.editor, set, 'submit-for-review');
    const stopped = await act(staff.reviewer, set, 'approve', { scope: 'changes' });
    expect([stopped.progress?.state, refused(stopped)]).toEqual(['stopped', ['invalid-request']]);
    expect((await review(old)).approvals.given).toBe(0);
    // Who says nothing of it is taken to have read what each needs.
    expect((await act(staff.reviewer, set, 'approve')).set.approvals).toHaveLength(1);
    expect((await review(first)).approvals.given).toBe(1);
  });

  it('asks for a reply to a request for changes before any entry is submitted', async () => {
    const [one, two] = [await edited('quiet'), await edited('asked')];
    const { revision } = await submit(two);
    await take(staff.reviewer, two, 'request-changes', { revision, comment: 'Say it in other words.' });
    const set = await made([one, two]);
    const stopped = await act(staff.editor, set, 'submit-for-review');
    expect([stopped.progress?.state, refused(stopped)]).toEqual(['stopped', ['reply-missing']]);
    expect((await review(one)).state).toBe('draft');
    expect((await act(staff.editor, set, 'submit-for-review', { comment: 'It can stay.' })).set.state).toBe(
      'submitted',
    );
  });
});
