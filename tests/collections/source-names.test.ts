import { describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { aSource } from '../support/entries.ts';
import { newsroomOn } from '../support/newsroom.ts';

describe.each(DATABASES)('the short name of a source on %s', (database) => {
  const { system, staff } = newsroomOn(database);
  const update = (id: number | string, data: object) =>
    system.payload.update({ collection: 'sources', id, data, user: staff.editor, overrideAccess: false });
  const create = (slug: string) =>
    system.payload.create({
      collection: 'sources',
      data: { slug, title: 'Guideline', publisher: 'Publisher', kind: 'report', url: 'https://example.org/a' },
      user: staff.editor,
      overrideAccess: false,
    });

  it('is given by itself where nobody gives one, and no other source has it', async () => {
    const [one, other] = [await aSource(system.payload), await aSource(system.payload)];
    expect(one.slug).toMatch(/^guideline-[0-9a-f]{6}$/);
    expect(other.slug).not.toBe(one.slug);
  });

  it('stays what it is, and is taken once', async () => {
    const { id } = await create('short-name');
    expect((await update(id, { slug: 'another', publisher: 'Other words.' })).slug).toBe('short-name');
    await expect(create('short-name')).rejects.toThrow();
    await expect(create('Not a name')).rejects.toThrow();
  });
});
