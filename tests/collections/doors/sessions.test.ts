import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, PASSWORD } from '../../support/people.ts';
import { apiOf, login } from '../../support/rest.ts';

const NEXT = 'four lazy otters drift by';

describe.each(DATABASES)('a session on %s', (database) => {
  const { system, staff } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const answered = async (token: string) => {
    const [list, save] = await Promise.all([
      rest('GET', '/api/causes', { token }),
      rest('POST', '/api/api-keys/issue', { token, body: { name: 'More' } }),
    ]);
    return [list.status, save.status];
  };
  const ENDED = [403, 401];
  const GOES_ON = [200, 201];
  const byAdmin = async (method: string, id: string | number, body?: object) =>
    (await rest(method, `/api/users/${id}`, { token: await tokenOf('admin'), body })).status;

  it('ends with the password, but for the one that changed it', async () => {
    const user = await aColleague(system.payload, { name: 'Changes it', role: 'editor' });
    const [own, other] = [await login(rest, user.email), await login(rest, user.email)];
    const body = { password: NEXT, currentPassword: PASSWORD };
    expect((await rest('PATCH', `/api/users/${user.id}`, { token: own, body })).status).toBe(200);
    expect([await answered(own), await answered(other)]).toEqual([GOES_ON, ENDED]);
    const data = { email: user.email };
    const token = await system.payload.forgotPassword({ collection: 'users', data, disableEmail: true });
    await rest('POST', '/api/users/reset-password', { body: { token, password: 'nine quiet herons wade here' } });
    expect(await answered(own)).toEqual(ENDED);
  });

  it('ends when its person logs out, and no other of theirs', async () => {
    const user = await aColleague(system.payload, { name: 'Logs out', role: 'editor' });
    const [own, other] = [await login(rest, user.email), await login(rest, user.email)];
    expect((await rest('POST', '/api/users/logout', { token: own })).status).toBe(200);
    expect([await answered(own), await answered(other)]).toEqual([ENDED, GOES_ON]);
  });

  it('ends, and so do keys, when the role or the profile becomes another', async () => {
    const user = await aColleague(system.payload, { name: 'Promoted', role: 'editor' });
    const token = await login(rest, user.email);
    const { key } = (await rest('POST', '/api/api-keys/issue', { token, body: { name: 'Old' } })).json ?? {};
    expect(await byAdmin('PATCH', user.id, { name: 'Same rights' })).toBe(200);
    expect(await answered(token)).toEqual(GOES_ON);
    expect(await byAdmin('PATCH', user.id, { role: 'admin' })).toBe(200);
    expect(await answered(token)).toEqual(ENDED);
    const headers = { Authorization: `users API-Key ${String(key)}` };
    expect((await rest('GET', '/api/causes', { headers })).status).toBe(403);
    const next = await login(rest, user.email);
    expect(await byAdmin('PATCH', user.id, { role: 'reviewer', clinician: null })).toBe(200);
    expect(await answered(next)).toEqual(ENDED);
  });

  it('ends with its account', async () => {
    const user = await aColleague(system.payload, { name: 'Leaves', role: 'reviewer', clinician: 'own' });
    const linked = await login(rest, user.email);
    expect(await byAdmin('PATCH', user.id, { clinician: null })).toBe(200);
    expect(await answered(linked)).toEqual(ENDED);
    const token = await login(rest, user.email);
    expect(await byAdmin('DELETE', user.id)).toBe(200);
    expect(await answered(token)).toEqual(ENDED);
    expect(await answered(await tokenOf('editor'))).toEqual(GOES_ON);
    expect(staff.editor.role).toBe('editor');
  });
});
