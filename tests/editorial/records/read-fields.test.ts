import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields, referredBy, type Found } from '../../../editorial/records/read-fields.ts';
import { ENTRIES, fieldsOf } from '../../../model/entries/entries.ts';
import type { Field, Fields } from '../../../model/entries/field.ts';
import { parseSnapshot } from '../../../model/entries/snapshot.ts';
import { ENTRY_TYPES, SCHEMA, type EntryType } from '../../../model/entries/types.ts';
import { revisionHash } from '../../../model/revision.ts';
import { lexical } from '../../support/entries.ts';

const NOTHING_FOUND: Found = new Map();
const contentOf = (type: EntryType, doc: unknown, found: Found = NOTHING_FOUND) => {
  const { values, unsupported } = readFields(fieldsOf(type), doc, found);
  return { content: ENTRIES[type].shape.parse({ schema: SCHEMA, type, uid: 'u', ...values }), unsupported };
};

/** What Payload may hold for a field, and what it should never hold but an API once may. */
function storedAs(field: Field): fc.Arbitrary<unknown> {
  const id = fc.constantFrom<unknown>(1, 2, 'a1b2', null);
  const anything = fc.constantFrom<unknown>(undefined, null, '', ' x ', 7, Number.NaN, true, [], {}, ['a', 3, null]);
  const fitting = ((): fc.Arbitrary<unknown> => {
    switch (field.kind) {
      case 'text':
        return fc.string({ maxLength: 20 });
      case 'prose':
        return fc.array(fc.string(), { maxLength: 3 }).map((texts) => lexical(...texts));
      case 'choice':
        return fc.constantFrom(...field.options, 'other');
      case 'number':
        return fc.integer();
      case 'flag':
        return fc.boolean();
      case 'day':
        return fc.constantFrom('2027-06-01T00:00:00.000Z', '2027-06-01', '2027-13-41', 'soon');
      case 'reference':
        return fc.oneof(
          id,
          id.map((value) => ({ relationTo: field.to[0], value })),
        );
      case 'embedded':
        return fc.oneof(
          id,
          id.map((value) => ({ id: value })),
        );
      case 'files':
        return fc.constant([{ width: 1, height: 1, sha256: 'a' }]);
      case 'group':
        return documentOf(field.fields);
      case 'list': {
        const item = storedAs(field.item);
        const { rowsOf } = field;
        return fc.array(rowsOf === null ? item : item.map((value) => ({ [rowsOf]: value })), { maxLength: 3 });
      }
    }
  })();
  return fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 1, arbitrary: anything });
}

const documentOf = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [field.says.form ?? name, storedAs(field)])),
  );

const foundFor = (type: EntryType, doc: unknown): Found =>
  new Map(
    [...referredBy(fieldsOf(type), doc)].map(([collection, ids]) => [
      collection,
      new Map(
        [...ids].map((id) => [String(id), { id, uid: `uid-${id}`, title: 'A source', url: 'https://a', alt: 'A' }]),
      ),
    ]),
  );

describe('a stored entry', () => {
  it.each(ENTRY_TYPES)(
    'of type %s reads as a content whatever it holds, and comes back from a snapshot the same',
    (type) => {
      fc.assert(
        fc.property(documentOf(fieldsOf(type)), (doc) => {
          const { content } = contentOf(type, doc, foundFor(type, doc));
          const back = parseSnapshot(SCHEMA, JSON.parse(JSON.stringify(content)));
          expect(back.content).toEqual(content);
          expect(revisionHash(back.content)).toBe(revisionHash(content));
          // Reading is settled: what was read, stored again as it is, is the same revision.
          expect(contentOf(type, doc, foundFor(type, doc)).content).toEqual(content);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('names with its path what a field cannot carry, and keeps nothing of it', () => {
    const { content, unsupported } = contentOf('cause', {
      onset: 'never',
      reviewDue: 'soon',
      sections: [{ kind: 'anatomy', body: { root: { children: [{ type: 'quote' }] } } }],
    });
    expect(unsupported).toEqual([
      { field: 'reviewDue', what: 'soon' },
      { field: 'sections.0.body', what: 'quote' },
      { field: 'onset', what: 'never' },
    ]);
    expect(content).toMatchObject({ onset: null, reviewDue: null });
  });

  it('takes the names that the form has, embeds sources, and names other entries by uid', () => {
    const flag = contentOf('red-flag', { sign: ' It hurts ' }).content;
    expect(flag.title).toBe('It hurts');
    const doc = { sources: [5], treatments: ['t1', 'gone'], related: [{ relationTo: 'guides', value: 9 }] };
    const found: Found = new Map<'sources' | 'treatments' | 'guides', Map<string, unknown>>([
      ['sources', new Map([['5', { title: 'NICE', kind: 'guideline' }]])],
      ['treatments', new Map([['t1', { uid: 'u-t1' }]])],
      ['guides', new Map([['9', { uid: 'u-g9' }]])],
    ]);
    expect(contentOf('cause', doc, found).content).toMatchObject({
      sources: [{ title: 'NICE', kind: 'guideline', doi: null }],
      treatments: ['u-t1'],
      related: ['u-g9'],
    });
    expect([...referredBy(fieldsOf('cause'), doc)].map(([collection, ids]) => [collection, [...ids]])).toEqual([
      ['sources', [5]],
      ['treatments', ['t1', 'gone']],
      ['guides', [9]],
    ]);
  });
});
