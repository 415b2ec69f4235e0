import { ENTRIES, fieldsOf, type EntryContent } from '../../model/entries/entries.ts';
import type { Field, Fields } from '../../model/entries/field.ts';
import { fillMissing } from '../../model/entries/fill-missing.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import { SCHEMA, type SharedCollection } from '../../model/entries/types.ts';
import type { EntryFile } from './content-schema.ts';
import { readProse } from './markdown/read-prose.ts';
import type { Library } from './read-library.ts';

/**
 * An entry file as the content that a release of it would hold, so that the rules of the review hold for files too:
 * sources, figures, places and words embedded (a figure without its files), running text as prose, other entries under the names
 * that the file has for them.
 */
export function contentOf(data: EntryFile, library: Omit<Library, 'entries'>): EntryContent {
  const shared: Record<SharedCollection, ReadonlyMap<string, unknown>> = {
    sources: new Map(library.sources.map((each) => [each.slug, each])),
    media: new Map(library.figures.map((each) => [each.file, each])),
    locations: new Map(library.locations.map((each) => [each.slug, each])),
    terms: new Map(library.terms.map((each) => [each.slug, each])),
  };
  const all = (fields: Fields, value: unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, held(field, memberOf(value, name))]));
  const held = (field: Field, value: unknown): unknown => {
    switch (field.kind) {
      case 'group':
        return all(field.fields, value);
      case 'list':
        return (Array.isArray(value) ? value : [])
          .map((item) => held(field.item, item))
          .filter((item) => item !== null);
      case 'embedded': {
        const document = shared[field.collection].get(String(value));
        return document === undefined ? null : all(field.fields, document);
      }
      case 'prose':
        return readProse(typeof value === 'string' ? value : '').prose;
      default:
        return value;
    }
  };
  const fields = fieldsOf(data.type);
  const whole = { ...fillMissing(fields, all(fields, data)), schema: SCHEMA, type: data.type, uid: data.slug };
  return ENTRIES[data.type].shape.parse(whole);
}
