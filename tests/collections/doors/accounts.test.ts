import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('no door leads to rights that nobody gave on %s', (database) => {
  const { system, staff } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);

  it('not making oneself a clinician or an admin', async () => {
    const token = await tokenOf('editor');
    const { docs } = await system.payload.find({ collection: 'clinicians', limit: 1 });
    await rest('PATCH', `/api/users/${staff.editor.id}`, {
      token,
      body: { role: 'admin', clinician: docs[0]?.id, name: 'Same editor' },
    });
    const { json } = await rest('GET', '/api/users/me', { token });
    expect(json?.user).toMatchObject({ role: 'editor', name: 'Same editor' });
    expect((json?.user as { clinician?: unknown }).clinician ?? null).toBeNull();
    expect(
      (await rest('PATCH', `/api/users/${staff.reviewer.id}`, { token, body: { name: 'x' } })).status,
    ).toBeGreaterThanOrEqual(400);
    expect(
      (
        await rest('POST', '/api/users', {
          token,
          body: { email: 'x@example.com', password: 'long-enough-password', name: 'x', role: 'admin' },
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await rest('POST', '/api/users/first-register', {
          body: { email: 'x@example.com', password: 'long-enough-password', name: 'x' },
        })
      ).status,
    ).toBe(403);
    expect((await rest('POST', '/api/clinicians', { token, body: { name: 'x', slug: 'x' } })).status).toBe(403);
    expect(
      (
        await rest('PATCH', `/api/clinicians/${docs[0]?.id}`, {
          token: await tokenOf('reviewer'),
          body: { credentials: 'Professor' },
        })
      ).status,
    ).toBe(403);
  });
});
