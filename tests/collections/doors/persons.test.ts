import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, PASSWORD, type Staff } from '../../support/people.ts';
import { STAFF_LIMITS } from '../../../policy.ts';
import { apiOf, graphqlOf, login } from '../../support/rest.ts';

const NEXT = 'four lazy otters drift by';
const staffLimits = { ...STAFF_LIMITS, currentPassword: { most: 3, minutes: 15 } };

describe.each(DATABASES)('an account belongs to its person, on %s', (database) => {
  const { system, staff } = newsroomOn(database, { staffLimits, now: new Date('2026-03-03T09:00:00Z') });
  const { rest, tokenOf } = apiOf(system);
  const profileOf = ({ clinician }: Staff['reviewer']) =>
    (typeof clinician === 'object' ? clinician?.id : clinician) ?? 0;
  const logsIn = async (email: string, password: string) =>
    (await rest('POST', '/api/users/login', { body: { email, password } })).status === 200;
  const patch = async (who: 'admin' | 'editor', user: Staff['reviewer'], body: Record<string, unknown>) =>
    (await rest('PATCH', `/api/users/${user.id}`, { token: await tokenOf(who), body })).status;

  it('so no admin sets the password or the address of somebody else, one by one or many at once', async () => {
    expect(await patch('admin', staff.reviewer, { password: NEXT })).toBe(403);
    expect(await patch('admin', staff.reviewer, { password: NEXT, currentPassword: PASSWORD })).toBe(403);
    expect(await patch('admin', staff.reviewer, { email: 'mine@example.com' })).toBe(403);
    const many = await rest('PATCH', '/api/users?where[role][equals]=reviewer', {
      token: await tokenOf('admin'),
      body: { password: NEXT },
    });
    expect(many.status).toBe(403);
    expect(await logsIn('reviewer@example.com', PASSWORD)).toBe(true);
  });

  it('who gives the one they have to change it, and takes one that is not guessed first', async () => {
    const user = await aColleague(system.payload, { name: 'Changes it', role: 'editor' });
    const token = await login(rest, user.email);
    const change = async (body: Record<string, unknown>) =>
      (await rest('PATCH', `/api/users/${user.id}`, { token, body })).status;
    expect(await change({ password: NEXT })).toBe(403);
    expect(await change({ password: NEXT, currentPassword: 'not that' })).toBe(403);
    for (const password of ['short', 'password1234', 'qwertyuiop123', 'aaaaaaaaaaaaaaa', 'changes-it-12']) {
      expect([password, await change({ password, currentPassword: PASSWORD })]).toEqual([password, 400]);
    }
    expect(await change({ email: 'other@example.com' })).toBe(403);
    expect(await logsIn(user.email, PASSWORD)).toBe(true);
    expect(await change({ password: NEXT, currentPassword: PASSWORD })).toBe(200);
    expect(await logsIn(user.email, NEXT)).toBe(true);
    expect(await change({ name: 'Another name' })).toBe(200);
  });

  it('and whoever finds the session open does not guess it, by whatever door, at once neither', async () => {
    const user = await aColleague(system.payload, { name: 'Left alone', role: 'editor' });
    const token = await login(rest, user.email);
    const graphql = await graphqlOf(system.payload);
    const guess = (body: Record<string, unknown>) => rest('PATCH', `/api/users/${user.id}`, { token, body });
    const wrong = { currentPassword: 'not that one' };
    // What is right is taken back: it uses nothing up.
    for (let i = 0; i < 4; i += 1) expect((await guess({ currentPassword: PASSWORD })).status).toBe(200);
    const id = JSON.stringify(user.id);
    const { json } = await graphql(
      `mutation { updateUser(id: ${id}, data: { email: "m@example.com", currentPassword: "not that" }) { id } }`,
      { token },
    );
    expect(json?.errors).toMatchObject([{ extensions: { code: 'not-allowed' } }]);
    const guesses = await Promise.all([
      guess({ ...wrong, password: NEXT }),
      guess({ ...wrong, email: 'mine@example.com' }),
      // Nothing to be proved: whether it was right would still be told.
      guess({ ...wrong, name: 'Left alone' }),
      guess({ ...wrong, password: NEXT }),
    ]);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2);
    const refused = await guess({ password: NEXT, currentPassword: PASSWORD });
    expect([refused.status, refused.json?.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guess({ name: 'Still left alone' })).status).toBe(200);
    const where = { action: { equals: 'users password not proved' }, subject: { equals: `users/${user.id}` } };
    expect((await system.payload.count({ collection: 'audit-events', where })).totalDocs).toBe(3);
    system.setNow(new Date(system.now().getTime() + 15 * 60_000));
    expect((await guess({ password: NEXT, currentPassword: PASSWORD })).status).toBe(200);
  });

  it('and a guess counts once, though another transaction was in its way and it ran again', async () => {
    const user = await aColleague(system.payload, { name: 'Was in the way', role: 'editor' });
    const token = await login(rest, user.email);
    const { db } = system.payload;
    const { updateOne } = db;
    let inTheWay = 2;
    db.updateOne = (args) => {
      if (args.collection !== 'users' || inTheWay === 0) return updateOne.call(db, args);
      inTheWay -= 1;
      throw Object.assign(new Error('WriteConflict'), { errorLabels: ['TransientTransactionError'] });
    };
    const body = { name: 'Had to wait', currentPassword: 'not that one' };
    const { status } = await rest('PATCH', `/api/users/${user.id}`, { token, body });
    db.updateOne = updateOne;
    expect([status, inTheWay]).toEqual([200, 0]);
    const where = { action: { equals: 'users password not proved' }, subject: { equals: `users/${user.id}` } };
    expect((await system.payload.count({ collection: 'audit-events', where })).totalDocs).toBe(1);
    const change = { password: NEXT, currentPassword: 'nor that' };
    expect((await rest('PATCH', `/api/users/${user.id}`, { token, body: change })).status).toBe(403);
    expect((await rest('PATCH', `/api/users/${user.id}`, { token, body: change })).status).toBe(403);
    expect((await rest('PATCH', `/api/users/${user.id}`, { token, body: change })).status).toBe(429);
  });

  it('and nobody links the own account, an admin neither', async () => {
    const admin = await aColleague(system.payload, { name: 'Admin doctor', role: 'admin', clinician: 'own' });
    const profile = profileOf(admin);
    await system.payload.delete({ collection: 'users', id: admin.id });
    expect(await patch('admin', staff.admin, { clinician: profile })).toBe(403);
    const other = await aColleague(system.payload, { name: 'Not yet linked', role: 'reviewer' });
    expect(await patch('admin', other, { clinician: profile })).toBe(200);
    // One clinician, one account, one that is made with the profile too.
    const made = { name: 'Made', email: 'made@example.com', role: 'reviewer', clinician: profile };
    expect((await rest('POST', '/api/users', { token: await tokenOf('admin'), body: made })).status).toBe(400);
    const free = { ...made, email: 'free@example.com', clinician: undefined };
    expect((await rest('POST', '/api/users', { token: await tokenOf('admin'), body: free })).status).toBe(201);
    const second = await aColleague(system.payload, { name: 'Second of the doctor', role: 'reviewer' });
    expect(await patch('admin', second, { clinician: profile })).toBe(400);
    expect(await patch('admin', other, { clinician: null })).toBe(200);
    expect(await patch('admin', second, { clinician: profile })).toBe(200);
  });

  it('and of two accounts that are linked to one clinician at once, one is', async () => {
    const gone = await aColleague(system.payload, { name: 'Raced for', role: 'reviewer', clinician: 'own' });
    const profile = profileOf(gone);
    await system.payload.delete({ collection: 'users', id: gone.id });
    const rivals = await Promise.all(
      ['First rival', 'Second rival', 'Third rival'].map((name) =>
        aColleague(system.payload, { name, role: 'reviewer' }),
      ),
    );
    await Promise.all(rivals.map((user) => patch('admin', user, { clinician: profile })));
    const { totalDocs } = await system.payload.count({
      collection: 'users',
      where: { clinician: { equals: profile } },
    });
    expect(totalDocs).toBe(1);
  });
});
