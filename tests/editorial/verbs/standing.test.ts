import { describe, expect, it } from 'vitest';
import { runClock } from '../../../editorial/run-clock.ts';
import { DATABASES } from '../../support/database.ts';
import { logOf, refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, type Staff } from '../../support/people.ts';

type User = Staff['reviewer'];

describe.each(DATABASES)('an approval counts while its clinician stands, on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);
  const aClinician = (name: string) => aColleague(system.payload, { name, role: 'reviewer', clinician: 'own' });
  const profileOf = ({ clinician }: User) => (typeof clinician === 'object' ? clinician?.id : clinician) ?? 0;
  const strikeOff = (user: User) =>
    system.payload.update({
      collection: 'clinicians',
      id: profileOf(user),
      data: { standing: 'struck-off' },
      user: staff.admin,
      overrideAccess: false,
    });
  const approvedBy = async (user: User, slug: string) => {
    const { id, uid } = await draftOf(slug);
    const { revision } = await submit(id);
    expect((await take(user, id, 'approve', { revision })).state).toBe('approved');
    return { id, uid: uid ?? '', revision };
  };

  it('not when the account was deleted after it', async () => {
    const user = await aClinician('Gone since');
    const { id, uid, revision } = await approvedBy(user, 'account-gone');
    await system.payload.delete({ collection: 'users', id: user.id, user: staff.admin, overrideAccess: false });
    expect(await refusal(take(staff.editor, id, 'release', { revision }))).toBe('requirements-not-met');
    expect(await logOf(system.payload, uid)).toEqual([]);
    const sheet = await review(id);
    expect(sheet.events.map(({ event, stands }) => [event, stands])).toEqual([
      ['approved', false],
      ['submitted', true],
    ]);
    // Another clinician can still look, without a new round.
    expect(sheet.state).toBe('in-review');
    expect((await take(staff.reviewer, id, 'approve', { revision, release: true })).state).toBe('live');
    const [row] = await logOf(system.payload, uid);
    expect(row).toMatchObject({ approvals: [{ clinician: { name: 'Demo clinician' } }] });
  });

  it('not when the clinician was struck off after it, and the desk shows so', async () => {
    const user = await aClinician('Struck off');
    const { id, uid, revision } = await approvedBy(user, 'struck-off');
    await strikeOff(user);
    const where = { uid: { equals: uid } };
    const { docs } = await system.payload.find({ collection: 'entry-status', where });
    expect(docs.map(({ state }) => state)).toEqual(['in-review']);
    expect(await refusal(take(staff.editor, id, 'release', { revision }))).toBe('requirements-not-met');
    expect(await refusal(take(user, id, 'approve', { revision }))).toBe('not-in-good-standing');
  });

  it('nor when the account has lost its role or its profile', async () => {
    for (const change of [{ role: 'editor' }, { clinician: null }] as const) {
      const name = Object.keys(change).join();
      const user = await aClinician(`Without ${name}`);
      const { id, revision } = await approvedBy(user, `without-${name}`);
      await system.payload.update({ collection: 'users', id: user.id, data: change, user: staff.admin });
      expect(await refusal(take(staff.editor, id, 'release', { revision }))).toBe('requirements-not-met');
      // The session is older than the change.
      expect(await refusal(take(user, id, 'approve', { revision }))).toMatch(/not-allowed|profile-missing/);
    }
  });

  it('not when a schedule comes to it either', async () => {
    const user = await aClinician('Struck off before the time');
    const { id, uid, revision } = await approvedBy(user, 'scheduled-then-struck-off');
    const at = new Date(system.now().getTime() + 60_000);
    await take(staff.editor, id, 'schedule', { revision, at: at.toISOString() });
    await strikeOff(user);
    const before = system.now();
    system.setNow(new Date(at.getTime() + 1_000));
    expect(await runClock(system.payload)).toMatchObject({ released: 0, lapsed: 1 });
    system.setNow(before);
    expect(await logOf(system.payload, uid)).toEqual([]);
  });

  it('and who is not in good standing renews nothing, nor does who is gone', async () => {
    const { id } = await draftOf('renewed-by-whom');
    const { revision } = await submit(id);
    const { live } = await take(staff.reviewer, id, 'approve', { revision, release: true });
    const body = { revision: live?.revision, reviewDue: '2035-01-01' };
    const struck = await aClinician('Struck off, renews');
    await strikeOff(struck);
    expect(await refusal(take(struck, id, 'renew-review', body))).toBe('not-in-good-standing');
    const gone = await aClinician('Gone, renews');
    await system.payload.delete({ collection: 'users', id: gone.id });
    expect(await refusal(take(gone, id, 'renew-review', body))).toBe('not-authenticated');
  });

  it('so a renewal does not carry on the approval of who was struck off', async () => {
    const user = await aClinician('Struck off, approved once');
    const { id, uid, revision } = await approvedBy(user, 'renewed-after');
    const { live } = await take(staff.editor, id, 'release', { revision });
    await strikeOff(user);
    await take(staff.secondReviewer, id, 'renew-review', { revision: live?.revision, reviewDue: '2035-01-01' });
    const row = (await logOf(system.payload, uid)).at(-1);
    expect(row?.kind === 'released' && row.approvals.map(({ clinician }) => clinician.name)).toEqual([
      'Second demo clinician',
    ]);
  });
});
