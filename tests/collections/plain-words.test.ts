import { describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { refusal } from '../support/editing.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { apiOf } from '../support/rest.ts';

describe.each(DATABASES)('a byline on %s', (database) => {
  const { system, staff } = newsroomOn(database);

  it('has no character that nobody can see, in whatever field', async () => {
    const { docs } = await system.payload.find({ collection: 'clinicians', limit: 1 });
    const id = docs[0]?.id ?? '';
    for (const field of ['name', 'credentials', 'specialty', 'registrationBody', 'registrationNumber', 'bio']) {
      const data = { [field]: `Words\u0007 \u202Ethat turn` };
      const save = system.payload.update({ collection: 'clinicians', id, data, user: staff.admin });
      expect(await refusal(save), field).toBe('invalid-request');
    }
    await system.payload.update({ collection: 'clinicians', id, data: { bio: 'Two\nlines.' }, user: staff.admin });
    const lines = { collection: 'clinicians', id, data: { name: 'Two\nlines' }, user: staff.admin } as const;
    expect(await refusal(system.payload.update(lines))).toBe('invalid-request');
  });

  it('and the name of an account, which stands in mail and in the record, is one line of the same', async () => {
    const { rest, tokenOf } = apiOf(system);
    const [token, own] = [await tokenOf('admin'), await tokenOf('editor')];
    for (const name of ['A\r\nBcc: x@y.example', 'Two\nlines', 'turned \u202Eround']) {
      const made = await rest('POST', '/api/users', { token, body: { name, email: 'n@example.com', role: 'editor' } });
      const saved = await rest('PATCH', `/api/users/${staff.editor.id}`, { token: own, body: { name } });
      expect([name, made.status, saved.status]).toEqual([name, 400, 400]);
      expect(saved.json?.fields).toMatchObject([{ field: 'name' }]);
    }
  });
});
