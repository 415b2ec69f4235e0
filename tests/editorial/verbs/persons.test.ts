import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf, refused, refusal } from '../../support/editing.ts';
import { releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, type Staff } from '../../support/people.ts';

type User = Staff['reviewer'];

describe.each(DATABASES)('four eyes compare persons on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);
  /** a second account of the reviewer's clinician */
  let double: User;
  beforeAll(async () => {
    double = await account('Double', profileOf(staff.reviewer));
  });
  const profileOf = ({ clinician }: User) => (typeof clinician === 'object' ? clinician?.id : clinician) ?? null;
  const account = (name: string, profile: string | number | null): Promise<User> =>
    aColleague(system.payload, { name, role: 'reviewer', ...(profile === null ? {} : { clinician: { profile } }) });

  it('so a clinician cannot approve through another account what they edited', async () => {
    const draft = await draftOf('second-account');
    await edit(system.payload, double, 'causes', draft.id, { summary: 'By the other account.' });
    const { revision } = await submit(draft.id);
    expect(await refusal(take(staff.reviewer, draft.id, 'approve', { revision }))).toBe('four-eyes');
    expect((await take(staff.secondReviewer, draft.id, 'approve', { revision })).state).toBe('approved');
  });

  it('nor edit under an account that gets its profile afterwards', async () => {
    const user = await account('Profile later', null);
    const draft = await draftOf('profile-later');
    await edit(system.payload, user, 'causes', draft.id, { summary: 'Before there was a profile.' });
    const { revision } = await submit(draft.id);
    // Past Payload, which knows that this clinician has an account.
    const data = { clinician: profileOf(staff.reviewer) };
    await system.payload.db.updateOne({ collection: 'users', id: user.id, data });
    const linked = await system.payload.findByID({ collection: 'users', id: user.id, depth: 0 });
    const now = { ...linked, collection: 'users' } as unknown as User;
    expect(await refusal(take(now, draft.id, 'approve', { revision }))).toBe('four-eyes');
  });

  it('and keep who acted as which person in the history', async () => {
    const draft = await draftOf('history-of-persons');
    const { revision } = await submit(draft.id);
    const { events } = await take(double, draft.id, 'approve', { revision });
    const uid = events[0]?.clinician?.uid ?? '';
    expect(events.map(({ event, actor, person }) => [event, actor, person])).toEqual([
      ['approved', String(double.id), `clinician:${uid}`],
      ['submitted', String(staff.editor.id), `account:${staff.editor.id}`],
    ]);
  });

  it('so an author of what readers have cannot renew it, whatever they approved before', async () => {
    const draft = await draftOf('authors-renew');
    await releaseEntry(system.payload, staff, 'causes', draft.id);
    const renew = async (user: User) => {
      const { live } = await review(draft.id);
      const reviewDue = `${2030 + (live?.seq ?? 0)}-01-01`;
      return take(user, draft.id, 'renew-review', { revision: live?.revision, reviewDue });
    };
    expect((await renew(staff.reviewer)).state).toBe('live');
    await edit(system.payload, double, 'causes', draft.id, { summary: 'Written by a clinician.' });
    // What is under way is not what readers have.
    expect((await renew(staff.reviewer)).live?.version).toBe('1.2');
    const { revision } = await submit(draft.id);
    await take(staff.secondReviewer, draft.id, 'approve', { revision, release: true });
    for (const author of [double, staff.reviewer]) {
      const error = await refused(renew(author));
      expect([error.code, error.status]).toEqual(['four-eyes', 403]);
    }
    expect((await renew(staff.secondReviewer)).live?.version).toBe('1.4');
    // A renewal is not authorship: the next may come from the same clinician.
    expect((await renew(staff.secondReviewer)).live?.version).toBe('1.5');
    const approvals = (await logOf(system.payload, draft.uid ?? '')).map((row) =>
      row.kind === 'released' ? row.approvals.map(({ clinician }) => clinician.name) : [],
    );
    expect(approvals.map((names) => names.length)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
