import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { SHARED_COLLECTIONS, type SharedCollection } from '../../../model/entries/types.ts';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { aSource, lexical } from '../../support/entries.ts';
import { aPlace } from '../../support/places.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague } from '../../support/people.ts';
import { removePast } from '../../support/written-past.ts';

describe.each(DATABASES)('what readers have, when a part of its draft is deleted from %s', (database) => {
  const { system, staff, take, review, live, draftOf } = newsroomOn(database);

  const aFigure = async (name: string): Promise<DocumentId> => {
    const data = await sharp({ create: { width: 400, height: 200, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const file = { data, name: `${name}.png`, mimetype: 'image/png', size: data.length };
    return (await system.payload.create({ collection: 'media', data: { alt: 'A drawing.' }, file })).id;
  };
  const made: Record<SharedCollection, (slug: string) => Promise<DocumentId>> = {
    sources: async () => (await aSource(system.payload)).id,
    locations: async (slug) => (await aPlace(system.payload, slug)).id,
    terms: async (slug) => {
      const data = { slug, name: slug, meaning: 'A word.' };
      return (await system.payload.create({ collection: 'terms', data })).id;
    },
    media: aFigure,
  };
  /** The fields of a draft that names it. */
  const naming = (collection: SharedCollection, id: DocumentId) =>
    collection === 'media' ? { sections: sectionsWith(id) } : { [collection]: [id] };
  const partOf = async (collection: SharedCollection, slug: string) => {
    const id = await made[collection](slug);
    return { id, entry: await live(slug, naming(collection, id)) };
  };
  const sectionsWith = (figure: DocumentId) => [
    { kind: 'what-it-is', body: lexical('The hip can be sore.'), figures: [figure] },
  ];
  const sectionsOf = async (id: DocumentId) =>
    (await system.payload.findByID({ collection: 'causes', id, draft: true, depth: 0 })).sections?.length;

  it.each(SHARED_COLLECTIONS)('refuses to delete one of its %s from under it', async (collection) => {
    const { id, entry } = await partOf(collection, `in-use-${collection}`);
    const remove = () => system.payload.delete({ collection, id, user: staff.editor, overrideAccess: false });
    await expect(remove()).rejects.toThrow('The draft of in-use-');
    const without = { [collection === 'media' ? 'sections' : collection]: [] };
    await edit(system.payload, staff.editor, 'causes', entry.id, without);
    await expect(remove()).rejects.toThrow('What was released last of in-use-');
    expect((await review(entry.id)).live?.revision).toBe(entry.revision);
    // A draft that readers never had, and that no longer names it.
    const unused = await made[collection](`unused-${collection}`);
    const draft = await draftOf(`had-one-of-${collection}`, naming(collection, unused));
    await edit(system.payload, staff.editor, 'causes', draft.id, without);
    await system.payload.delete({ collection, id: unused, user: staff.editor, overrideAccess: false });
  });

  it('refuses to delete whoever approved it, or has an account, and the photo of a clinician', async () => {
    const { payload } = system;
    await live('approved-by-somebody');
    const remove = (id: DocumentId) =>
      payload.delete({ collection: 'clinicians', id, user: staff.admin, overrideAccess: false });
    const { clinician, ...account } = await aColleague(payload, { name: 'Linked', role: 'reviewer', clinician: 'own' });
    const linked = typeof clinician === 'object' ? clinician?.id : clinician;
    await expect(remove(linked ?? 0)).rejects.toMatchObject({ code: 'wrong-state' });
    const photo = await aFigure('a-photo');
    await payload.db.updateOne({ collection: 'clinicians', id: linked ?? 0, data: { photo } });
    await expect(payload.delete({ collection: 'media', id: photo })).rejects.toMatchObject({ code: 'wrong-state' });
    await payload.delete({ collection: 'users', id: account.id });
    await remove(linked ?? 0);
    const { docs } = await payload.find({ collection: 'clinicians', where: { name: { equals: 'Demo clinician' } } });
    await payload.update({ collection: 'users', id: staff.reviewer.id, data: { clinician: null } });
    await expect(remove(docs[0]?.id ?? 0)).rejects.toThrow('acted in reviews');
    await payload.update({ collection: 'users', id: staff.reviewer.id, data: { clinician: docs[0]?.id } });
  });

  it('is a draft to be reviewed again once somebody changes the words of a place in it', async () => {
    const { id, entry } = await partOf('locations', 'words-of-a-place');
    const data = { label: 'Other words.' };
    await system.payload.update({ collection: 'locations', id, data, user: staff.editor, overrideAccess: false });
    const sheet = await review(entry.id);
    expect(sheet).toMatchObject({ state: 'draft', live: { revision: entry.revision } });
    expect(sheet.changes).toMatchObject([{ field: 'locations' }]);
  });

  it.each(SHARED_COLLECTIONS)('tells of the missing one of its %s, and is withdrawn', async (collection) => {
    const { id, entry } = await partOf(collection, `without-${collection}`);
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
