import { describe, expect, it } from 'vitest';
import { assignEntry } from '../../../editorial/assignments/assign.ts';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import type { CodedError } from '../../../model/errors.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, refused } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, type Staff } from '../../support/people.ts';
import { apiOf } from '../../support/rest.ts';

const START = new Date('2026-06-01T09:00:00.000Z');

describe.each(DATABASES)('an assignment, on %s,', (database) => {
  const { system, staff, draftOf, submit, take, review } = newsroomOn(database, { now: START });
  const { rest, tokenOf } = apiOf(system);
  const assign = (user: Staff[keyof Staff], id: DocumentId, body: unknown) =>
    assignEntry({ payload: system.payload, collection: 'causes', id, body, user });
  const accountOf = (who: keyof Staff) => String(staff[who].id);
  const rowOf = async (uid: string | null | undefined) => {
    const { docs } = await system.payload.find({
      collection: 'entry-status',
      where: { uid: { equals: uid } },
      depth: 0,
    });
    return docs[0]!;
  };

  it('names author, reviewers and day, changes no revision, and is in the audit trail with who said so', async () => {
    const { id, uid } = await draftOf('assigned');
    const before = await review(id);
    expect(before.assignment).toMatchObject({ turn: 0, author: null, reviewers: [], mayAssign: true });
    const body = { author: accountOf('editor'), reviewers: [accountOf('reviewer')], dueAt: '2026-06-09' };
    const after = await assign(staff.editor, id, { ...body, comment: 'CANARY-ASSIGN please' });
    expect(after).toMatchObject({ revision: before.revision, state: 'draft', allowedVerbs: before.allowedVerbs });
    expect(after.assignment).toMatchObject({
      turn: 1,
      author: { name: 'Demo editor', because: null },
      reviewers: [{ name: 'Demo clinician', status: 'open', because: null }],
      dueAt: '2026-06-09',
      byName: 'Demo editor',
      comment: 'CANARY-ASSIGN please',
    });
    expect(await rowOf(uid)).toMatchObject({
      assignedAuthor: accountOf('editor'),
      openReviewer1: accountOf('reviewer'),
      openReviewer2: null,
      assignedDue: '2026-06-09T00:00:00.000Z',
      rank: '2 2026-06-09',
    });
    const { docs } = await system.payload.find({
      collection: 'audit-events',
      where: { and: [{ subject: { equals: `causes/${uid}` } }, { action: { equals: 'entry assigned' } }] },
    });
    expect(docs).toMatchObject([{ actorName: 'Demo editor', details: { reviewers: ['Demo clinician'] } }]);
    // The same once more is no change.
    expect((await assign(staff.admin, id, body)).assignment.turn).toBe(1);
  });

  it('is refused with the reason: who wrote it, who is no clinician, who is not there, days gone by, a stranger', async () => {
    const { id } = await draftOf('refusals');
    await edit(system.payload, staff.secondReviewer, 'causes', id, { summary: 'Other words.' });
    const reason = async (body: unknown, user = staff.editor) => {
      const { code, message } = await refused(assign(user, id, body));
      return `${code}: ${message}`;
    };
    expect(await reason({ reviewers: [accountOf('secondReviewer')] })).toMatch(
      /^four-eyes: Second demo clinician wrote/,
    );
    expect(await reason({ reviewers: [accountOf('mailer')] })).toMatch(/^not-allowed: Demo mailer is a mailer/);
    expect(await reason({ reviewers: [accountOf('admin')] })).toMatch(/^clinician-profile-missing/);
    expect(await reason({ author: accountOf('mailer') })).toMatch(/^not-allowed/);
    expect(await reason({ reviewers: ['999999'] })).toMatch(/^not-found/);
    const both = { author: accountOf('reviewer'), reviewers: [accountOf('reviewer')] };
    expect(await reason(both)).toMatch(/^four-eyes: Demo clinician writes it/);
    for (const body of [
      { dueAt: '2026-05-31' },
      { dueAt: 'tomorrow' },
      { comment: 'bell \u0007' },
      { comment: 'x'.repeat(1001) },
      { reviewers: Array.from({ length: 4 }, (_, i) => `${i}`) },
      { reviewers: [accountOf('reviewer'), accountOf('reviewer')] },
      { reviewers: 'reviewer' },
      { turn: -1 },
    ])
      expect(await reason(body)).toMatch(/^invalid-request/);
    expect(await reason({ dueAt: '2026-07-01' }, staff.mailer)).toMatch(/^not-allowed/);
    expect(await reason({ reviewers: [accountOf('secondReviewer')] }, staff.reviewer)).toMatch(/^not-allowed/);
    expect((await review(id)).assignment.turn).toBe(0);
  });

  it('is taken over and handed back by a reviewer, and ends with the release; who submitted stays its author', async () => {
    const { id } = await draftOf('taken');
    const { revision, assignment } = await submit(id);
    expect(assignment).toMatchObject({
      author: { name: 'Demo editor' },
      needsReviewer: 'Nobody is asked to review it.',
    });
    const own = { reviewers: [accountOf('reviewer')] };
    const taken = await assign(staff.reviewer, id, own);
    expect(taken.assignment).toMatchObject({ mayTake: false, mayHandBack: true, needsReviewer: null });
    expect(taken.nextStep).toEqual({ action: 'approve', because: 'It needs one approval.' });
    expect((await assign(staff.reviewer, id, { reviewers: [] })).assignment.mayTake).toBe(true);
    await assign(staff.reviewer, id, own);
    const released = await take(staff.reviewer, id, 'approve', { revision, release: true });
    expect(released).toMatchObject({ state: 'live', assignment: { author: { name: 'Demo editor' }, reviewers: [] } });
  });

  it('of two at once counts once: the other sees who was faster', async () => {
    const { id } = await draftOf('two-at-once');
    const both = await Promise.allSettled([
      assign(staff.editor, id, { turn: 0, reviewers: [accountOf('reviewer')] }),
      assign(staff.admin, id, { turn: 0, reviewers: [accountOf('secondReviewer')] }),
    ]);
    const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as CodedError] : []));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost).toMatchObject({ code: 'wrong-state', message: expect.stringContaining('assigned it meanwhile') });
    const sheet = await review(id);
    expect(sheet.assignment.turn).toBe(1);
    expect(sheet.assignment.reviewers).toHaveLength(1);
  });

  it('says when a reviewer leaves in the middle: the account, the role or the standing, and asks for another', async () => {
    const { payload } = system;
    const { id, uid } = await draftOf('left');
    const leaver = await aColleague(payload, { name: 'Leaving clinician', role: 'reviewer', clinician: 'own' });
    const leaverId = leaver.id;
    await submit(id);
    const needs = async () => {
      const { needsReviewer, needsReviewerBecause } = await rowOf(uid);
      return needsReviewer ? needsReviewerBecause : null;
    };
    await assign(staff.editor, id, { reviewers: [String(leaverId)] });
    expect(await needs()).toBeNull();
    const profile = leaver.clinician as { id: DocumentId };
    await payload.update({ collection: 'clinicians', id: profile.id, data: { standing: 'struck-off' } });
    expect(await needs()).toBe('Leaving clinician is not in good standing.');
    await payload.update({ collection: 'clinicians', id: profile.id, data: { standing: 'in-good-standing' } });
    expect(await needs()).toBeNull();
    await payload.update({ collection: 'users', id: leaverId, data: { role: 'editor' } });
    expect(await needs()).toContain('that role does not approve');
    await payload.delete({ collection: 'users', id: leaverId });
    expect(await needs()).toBe('Leaving clinician has left: the account is gone.');
    const { assignment, nextStep } = await review(id);
    expect(assignment).toMatchObject({ reviewers: [{ name: 'Leaving clinician', status: 'cannot' }] });
    expect(nextStep).toMatchObject({ action: 'assign', because: 'Leaving clinician has left: the account is gone.' });
  });

  it('is chosen from the staff with what each has before them, over HTTP, by the staff alone', async () => {
    const { id } = await draftOf('over-http');
    const path = `/api/causes/${id}`;
    for (const [method, what] of [
      ['GET', 'assignees'],
      ['POST', 'assign'],
    ] as const)
      expect((await rest(method, `${path}/${what}`, method === 'POST' ? { body: {} } : {})).status).toBe(401);
    const token = await tokenOf('editor');
    type Choices = { choices: { name: string; open: number; dueThisWeek: number }[] };
    const before = (await rest('GET', `${path}/assignees`, { token })).json as unknown as Choices;
    const { open = 0, dueThisWeek = 0 } = before.choices.find(({ name }) => name === 'Second demo clinician') ?? {};
    const body = { reviewers: [staff.secondReviewer.id], dueAt: '2026-06-03' };
    expect((await rest('POST', `${path}/assign`, { token, body })).status).toBe(200);
    const { json } = await rest('GET', `${path}/assignees`, { token });
    const choices = json!.choices as Record<string, unknown>[];
    const of = (name: string) => choices.find((one) => one.name === name);
    expect(of('Second demo clinician')).toMatchObject({
      ...{ notReviewer: null, awayUntil: null },
      ...{ open: open + 1, dueThisWeek: dueThisWeek + 1 },
    });
    expect(of('Demo mailer')).toMatchObject({ notReviewer: expect.any(String), notAuthor: expect.any(String) });
    const stale = await rest('POST', `${path}/assign`, { token, body: { turn: 0, reviewers: [] } });
    expect([stale.status, stale.json?.code]).toEqual([409, 'wrong-state']);
    // Nobody writes the row itself.
    const row = await rest('PATCH', '/api/entry-status/1', { token, body: { openReviewer1: '1' } });
    expect(row.status).toBeGreaterThanOrEqual(400);
  });

  it('goes to the substitute while its reviewer is away; nobody passes on what was passed to them', async () => {
    const { payload } = system;
    const away = (who: keyof Staff, data: Record<string, unknown>) =>
      payload.update({ collection: 'users', id: staff[who].id, overrideAccess: false, user: staff[who], data });
    const week = { absentFrom: '2026-06-01T00:00:00.000Z', absentUntil: '2026-06-07T00:00:00.000Z' };
    const refusal = async (who: keyof Staff, data: Record<string, unknown>) =>
      (await refused(away(who, data))).details.fields;
    expect(await refusal('reviewer', { ...week, substitute: accountOf('editor') })).toMatchObject([
      { field: 'substitute' },
    ]);
    expect(await refusal('reviewer', { absentFrom: week.absentFrom })).toMatchObject([{ field: 'absentUntil' }]);
    await away('reviewer', { ...week, substitute: accountOf('secondReviewer') });
    expect(await refusal('secondReviewer', week)).toMatchObject([{ field: 'absentFrom' }]);
    const others = payload.update({
      ...{
        collection: 'users',
        id: staff.reviewer.id,
        overrideAccess: false,
        user: staff.editor,
        data: { substitute: null },
      },
    } as Parameters<typeof payload.update>[0]);
    await expect(others).rejects.toThrow();
    const { id } = await draftOf('stand-in');
    const { assignment } = await assign(staff.editor, id, { reviewers: [accountOf('reviewer')] });
    expect(assignment.reviewers).toMatchObject([{ name: 'Demo clinician', awayUntil: '2026-06-07' }]);
    await away('reviewer', { absentFrom: null, absentUntil: null, substitute: null });
  });
});
