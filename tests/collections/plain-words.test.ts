import { describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { refusal } from '../support/editing.ts';
import { newsroomOn } from '../support/newsroom.ts';

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
  });
});
