import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { SHARED_COLLECTIONS } from '../../../model/entries/types.ts';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { aSource, lexical } from '../../support/entries.ts';
import { aPlace } from '../../support/places.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { removePast } from '../../support/written-past.ts';

describe.each(DATABASES)('what readers have, when a part of its draft is deleted from %s', (database) => {
  const { system, staff, take, review, live } = newsroomOn(database);

  const aFigure = async (name: string): Promise<DocumentId> => {
    const data = await sharp({ create: { width: 400, height: 200, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const file = { data, name: `${name}.png`, mimetype: 'image/png', size: data.length };
    return (await system.payload.create({ collection: 'media', data: { alt: 'A drawing.' }, file })).id;
  };
  const parts = {
    sources: async (slug: string) => {
      const { id } = await aSource(system.payload);
      return { id, entry: await live(slug, { sources: [id] }) };
    },
    locations: async (slug: string) => {
      const { id } = await aPlace(system.payload, slug);
      return { id, entry: await live(slug, { locations: [id] }) };
    },
    terms: async (slug: string) => {
      const { id } = await system.payload.create({
        collection: 'terms',
        data: { slug, name: slug, meaning: 'A word.' },
      });
      return { id, entry: await live(slug, { terms: [id] }) };
    },
    media: async (slug: string) => {
      const id = await aFigure(slug);
      return { id, entry: await live(slug, { sections: sectionsWith(id) }) };
    },
  };
  const sectionsWith = (figure: DocumentId) => [
    { kind: 'what-it-is', body: lexical('The hip can be sore.'), figures: [figure] },
  ];
  const sectionsOf = async (id: DocumentId) =>
    (await system.payload.findByID({ collection: 'causes', id, draft: true, depth: 0 })).sections?.length;

  it.each(SHARED_COLLECTIONS)('refuses to delete one of its %s from under it', async (collection) => {
    const { id, entry } = await parts[collection](`in-use-${collection}`);
    const remove = () => system.payload.delete({ collection, id, user: staff.editor, overrideAccess: false });
    await expect(remove()).rejects.toThrow('Used by 1 entries');
    const without = { [collection === 'media' ? 'sections' : collection]: [] };
    await edit(system.payload, staff.editor, 'causes', entry.id, without);
    await remove();
    expect((await review(entry.id)).live?.revision).toBe(entry.revision);
  });

  it.each(SHARED_COLLECTIONS)('tells of the missing one of its %s, and is withdrawn', async (collection) => {
    const { id, entry } = await parts[collection](`without-${collection}`);
    await removePast(system.payload, { collection, where: ['id', id] });
    const sheet = await review(entry.id);
    expect(sheet).toMatchObject({ state: 'draft', live: { revision: entry.revision } });
    expect(sheet.changes).toHaveLength(1);
    const renewed = await take(staff.secondReviewer, entry.id, 'renew-review', {
      revision: entry.revision,
      reviewDue: '2031-01-01',
    });
    const revision = renewed.live?.revision ?? '';
    expect((await take(staff.editor, entry.id, 'withdraw', { revision, reason: 'inaccurate' })).live).toBeNull();
    // Payload's own status could not follow; the draft is what it was.
    expect(await sectionsOf(entry.id)).toBe(1);
    expect((await review(entry.id)).state).toBe('draft');
  });
});
