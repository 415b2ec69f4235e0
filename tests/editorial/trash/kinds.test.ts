import type { CollectionSlug, FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { putBack } from '../../../editorial/trash/put-back.ts';
import { withRelations } from '../../../editorial/records/relations.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryCollection } from '../../../model/entries/types.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';

const ENTRIES = ENTRY_TYPES.map((type) => COLLECTION_OF[type]);

describe.each(DATABASES)('the trash takes every kind of entry on %s', (database) => {
  const { system, staff } = newsroomOn(database);
  const configOf = (slug: CollectionSlug) => system.payload.collections[slug].config;

  it('that is: whatever has drafts', () => {
    const slugs = Object.keys(system.payload.collections) as CollectionSlug[];
    expect(slugs.filter((slug) => Boolean(configOf(slug).versions?.drafts)).sort()).toEqual([...ENTRIES].sort());
  });

  it.each(ENTRIES)('%s', async (collection) => {
    const { payload } = system;
    const title = configOf(collection).admin.useAsTitle ?? '';
    const data = { slug: 'to-the-trash', [title]: 'To the trash' } as never;
    const { id, uid } = await payload.create({ collection, draft: true, user: staff.editor, data });
    await payload.delete({ collection, id, user: staff.editor, overrideAccess: false });
    const { docs } = await payload.find({ collection: 'deleted-drafts', where: { uid: { equals: uid } } });
    expect(docs).toMatchObject([{ title: 'To the trash', slug: 'to-the-trash' }]);
    const back = await putBack({ payload, id: uid ?? '', body: {}, user: staff.editor });
    expect(back).toMatchObject({ collection, uid, state: 'draft' });
    expect(await payload.findByID({ collection, id: back.id, draft: true })).toMatchObject({ [title]: 'To the trash' });
  });

  it.each(ENTRIES)('with every relation that the form of %s has', (collection: EntryCollection) => {
    const relations: string[] = [];
    const stored = filled(configOf(collection).flattenedFields, (to, id) => relations.push(`${to}/${id}`));
    const seen: string[] = [];
    const changed = withRelations(configOf(collection).flattenedFields, stored, (relation) => {
      seen.push(`${relation.collection}/${relation.id}`);
      return Number(relation.id) + 1_000;
    });
    expect(relations.length).toBeGreaterThan(0);
    expect(seen).toEqual(relations);
    const ids = JSON.stringify(stored).match(/"id":\d+|\b\d+\b/g) ?? [];
    expect(JSON.stringify(changed).match(/\b1\d{3}\b/g)).toHaveLength(ids.length);
  });
});

/** A document with something in every relation, each with an id of its own from 1 on. */
function filled(
  fields: readonly FlattenedField[],
  note: (to: string, id: number) => void,
  next = { id: 1 },
): Record<string, unknown> {
  const point = (to: string, isNamed: boolean): unknown => {
    const id = next.id++;
    note(to, id);
    return isNamed ? { relationTo: to, value: id } : id;
  };
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (field.type === 'relationship' || field.type === 'upload') {
        const isNamed = Array.isArray(field.relationTo);
        const [first = '', ...others] = [field.relationTo].flat();
        const one = point(first, isNamed);
        return [[field.name, field.hasMany ? [one, ...others.map((to) => point(to, isNamed))] : one]];
      }
      if (field.type === 'array') return [[field.name, [filled(field.flattenedFields, note, next)]]];
      if (field.type === 'group' || field.type === 'tab') {
        return [[field.name, filled(field.flattenedFields, note, next)]];
      }
      return [];
    }),
  );
}
