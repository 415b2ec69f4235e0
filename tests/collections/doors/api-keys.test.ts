import type { Where } from 'payload';
import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, PASSWORD } from '../../support/people.ts';
import { apiOf, login } from '../../support/rest.ts';

describe.each(DATABASES)('API keys on %s', (database) => {
  const { system, staff } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const issue = async (token: string, body: Record<string, unknown> = { name: 'A script' }) => {
    const { status, json } = await rest('POST', '/api/api-keys/issue', { token, body });
    expect(status).toBe(201);
    return json as { id: string; key: string; expiresAt: string };
  };
  const by = (key: string) => ({ headers: { Authorization: `users API-Key ${key}` } });
  const isSomebody = async (key: string) => ((await rest('GET', '/api/users/me', by(key))).json?.user ?? null) !== null;
  const trailOf = async (id: string | number) => {
    const where = { subject: { equals: `users/${id}` } };
    const { docs } = await system.payload.find({ collection: 'audit-events', where, sort: 'position', limit: 0 });
    return docs.map(({ action }) => action);
  };

  it('are made by the system, shown once, and kept as a digest', async () => {
    const { id, key } = await issue(await tokenOf('editor'));
    expect(key).toMatch(/^imp_[\w-]{43}$/);
    expect(await isSomebody(key)).toBe(true);
    const listed = await rest('GET', '/api/api-keys', { token: await tokenOf('editor') });
    expect(listed.json?.docs).toMatchObject([{ name: 'A script', begins: key.slice(0, 8) }]);
    expect(listed.text).not.toContain(key);
    expect(listed.text).not.toContain('digest');
    const stored = await system.payload.findByID({ collection: 'api-keys', id, overrideAccess: true });
    expect(JSON.stringify(stored)).not.toContain(key);
    // What an admin chose for somebody is no key.
    const chosen = { enableAPIKey: true, apiKey: 'chosen-by-the-admin' };
    await rest('PATCH', `/api/users/${staff.reviewer.id}`, { token: await tokenOf('admin'), body: chosen });
    expect(await isSomebody('chosen-by-the-admin')).toBe(false);
  });

  it('are nobody else’s to see, make or change, and make no other key', async () => {
    const { id, key } = await issue(await tokenOf('editor'), { name: 'Mine' });
    const token = await tokenOf('reviewer');
    expect((await rest('GET', '/api/api-keys', { token })).json?.docs).toEqual([]);
    expect((await rest('POST', `/api/api-keys/${id}/revoke`, { token })).status).toBe(404);
    const data = { name: 'x', owner: String(staff.editor.id), digest: 'x', expiresAt: '2099-01-01' };
    for (const who of ['editor', 'admin'] as const) {
      const refused = await rest('POST', '/api/api-keys', { token: await tokenOf(who), body: data });
      expect([who, refused.status]).toEqual([who, 403]);
    }
    expect((await rest('POST', '/api/api-keys/issue', { ...by(key), body: { name: 'More' } })).status).toBe(403);
    expect((await rest('POST', '/api/api-keys/issue', { body: { name: 'More' } })).status).toBe(401);
  });

  it('end by themselves, by hand, with their account and with its password', async () => {
    const short = await issue(await tokenOf('editor'), { name: 'Short', days: 1 });
    const before = system.now();
    system.setNow(new Date(before.getTime() + 25 * 60 * 60 * 1000));
    expect(await isSomebody(short.key)).toBe(false);
    system.setNow(before);
    const { id, key } = await issue(await tokenOf('editor'));
    expect((await rest('POST', `/api/api-keys/${id}/revoke`, { token: await tokenOf('admin') })).status).toBe(200);
    expect(await isSomebody(key)).toBe(false);

    const user = await aColleague(system.payload, { name: 'Has keys', role: 'editor' });
    const token = await login(rest, user.email);
    const first = await issue(token);
    const body = { password: 'four lazy otters drift by', currentPassword: PASSWORD };
    expect((await rest('PATCH', `/api/users/${user.id}`, { token, body })).status).toBe(200);
    expect(await isSomebody(first.key)).toBe(false);
    const second = await issue(await login(rest, user.email, body.password));
    const reset = await system.payload.forgotPassword({
      collection: 'users',
      data: { email: user.email },
      disableEmail: true,
    });
    const given = { token: reset, password: 'nine quiet herons wade here' };
    expect((await rest('POST', '/api/users/reset-password', { body: given })).status).toBe(200);
    expect(await isSomebody(second.key)).toBe(false);
    const third = await issue(await login(rest, user.email, given.password));
    expect(await isSomebody(third.key)).toBe(true);
    await rest('POST', '/api/users/login', { body: { email: user.email, password: 'not that' } });
    // Written after the answer.
    await expect.poll(() => trailOf(user.id), { timeout: 10_000 }).toContain('users login failed');
    const trail = await trailOf(user.id);
    for (const action of ['api-keys issued', 'users logged in', 'users password changed', 'users password reset']) {
      expect(trail).toContain(action);
    }
    await system.payload.delete({ collection: 'users', id: user.id });
    expect(await isSomebody(third.key)).toBe(false);
  });

  it('and the trail has the old and the new value of role, profile, address and standing', async () => {
    const user = await aColleague(system.payload, { name: 'Watched', role: 'editor', clinician: 'own' });
    const token = await tokenOf('admin');
    await rest('PATCH', `/api/users/${user.id}`, { token, body: { role: 'reviewer' } });
    const { clinician } = user;
    const profile = typeof clinician === 'object' ? clinician : null;
    await rest('PATCH', `/api/clinicians/${profile?.id}`, { token, body: { standing: 'struck-off' } });
    const detailsOf = async (subject: string) => {
      const where: Where = { and: [{ subject: { equals: subject } }, { action: { like: 'saved' } }] };
      const { docs } = await system.payload.find({ collection: 'audit-events', where, sort: '-position', limit: 1 });
      return docs.map(({ details }) => (details as { changes?: unknown }).changes);
    };
    expect(await detailsOf(`users/${user.id}`)).toEqual([{ role: { from: 'editor', to: 'reviewer' } }]);
    expect(await detailsOf(`clinicians/${profile?.uid}`)).toEqual([
      { standing: { from: 'in-good-standing', to: 'struck-off' } },
    ]);
    const body = { email: 'moved@example.com', currentPassword: PASSWORD };
    expect((await rest('PATCH', `/api/users/${user.id}`, { token: await login(rest, user.email), body })).status).toBe(
      200,
    );
    expect(await detailsOf(`users/${user.id}`)).toEqual([{ email: { from: user.email, to: body.email } }]);
  });
});
