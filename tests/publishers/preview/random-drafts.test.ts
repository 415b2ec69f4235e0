import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRIES, fieldsOf, type EntryContent } from '../../../model/entries/entries.ts';
import type { Field } from '../../../model/entries/field.ts';
import { ENTRY_TYPES, SCHEMA, type EntryType } from '../../../model/entries/types.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { overlaid } from '../../../publishers/preview/overlay.ts';
import { anyProse } from '../../support/any-prose.ts';
import { sampleOf, targetUid } from '../../support/described.ts';
import { aCause, aGuide, aRedFlag, aTreatment, memoryLog, released } from '../../support/releases.ts';
import { aPreview, asking } from './support.ts';

const odd = fc.constantFrom('', 'Old words.', '<b>&amp;', '"</p><script>', '\u202e', '--lesson-token--', 'Ä', '0');

/** Anything that a draft can hold in a field: nothing above all. */
function anyOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return field.empty === null ? fc.option(odd) : odd;
    case 'prose':
      return fc.oneof(fc.constant([]), anyProse);
    case 'choice':
      return fc.option(fc.constantFrom(...field.options));
    case 'number':
      return field.empty === null
        ? fc.option(fc.integer({ min: field.min, max: field.max }))
        : fc.constant(field.empty);
    case 'flag':
      return fc.boolean();
    case 'day':
      return fc.option(fc.constantFrom('2020-01-01', '2031-01-01'));
    case 'reference':
      return fc.option(fc.constantFrom(targetUid('red-flag', 0), aTreatment().uid, aRedFlag().uid));
    case 'files':
      return fc.constant([]);
    case 'group':
    case 'embedded':
      return fc.record(Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, anyOf(inner)])));
    case 'list':
      return fc.array(anyOf(field.item), { maxLength: 2 }).map((items) => items.filter((item) => item !== null));
  }
}

const anyDraft = (type: EntryType): fc.Arbitrary<EntryContent> =>
  fc
    .record(Object.fromEntries(Object.entries(fieldsOf(type)).map(([name, field]) => [name, anyOf(field)])))
    // Halves of surrogate pairs are in no revision.
    .map((values) => wellFormed(values))
    .map((values) => ENTRIES[type].shape.parse({ schema: SCHEMA, type, uid: `draft-${type}`, ...values }));

const wellFormed = (values: object): object =>
  JSON.parse(JSON.stringify(values), (_name, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value).toString() : value,
  ) as object;

const rows = [aRedFlag(), aTreatment(), aCause(), aGuide()].map((content, i) => released(content, { seq: i + 1 }));

describe.each(ENTRY_TYPES)('any draft of a %s', (type) => {
  it('is drawn in every channel, with marks and without', async () => {
    const live = released({ ...sampleOf(type), uid: `draft-${type}` }, { seq: rows.length + 1 });
    await fc.assert(
      fc.asyncProperty(anyDraft(type), fc.boolean(), async (draft, marks) => {
        const lesson = draft.type === 'course' ? { course: draft.uid, key: draft.lessons[0]?.key ?? '' } : undefined;
        for (const channel of ['page', 'mail', 'feed'] as const) {
          const { body } = await aPreview(draft, asking({ channel, marks, lesson }), { rows: [...rows, live] });
          expect(body).toContain('Preview: not released.');
          expect(body).not.toContain('<script>');
        }
      }),
      { numRuns: 8 },
    );
  }, 20_000);
});

describe('a library with a draft over it', () => {
  it('answers as if the draft had been released', async () => {
    const draft = { ...aTreatment(), title: 'A new name', partOf: aCause().uid, related: [aGuide().uid] };
    const row = released(draft, { seq: rows.length + 1, version: '2.0' });
    const libraryOf = (all: typeof rows) => createLibrary({ log: memoryLog(all), now: () => 0 }).current();
    const [over, after] = [overlaid(await libraryOf(rows), [row]), await libraryOf([...rows, row])];
    const uids = [...rows.map(({ uid }) => uid), 'nobody'];
    for (const type of ENTRY_TYPES) {
      expect(over.list(type)).toEqual(after.list(type));
      for (const uid of uids) expect(over.naming(type, uid)).toEqual(after.naming(type, uid));
      for (const { slug } of rows) expect(over.find(type, slug)).toEqual(after.find(type, slug));
    }
    for (const uid of uids) {
      expect(over.live(uid)).toEqual(after.live(uid));
      expect(over.partsOf(uid)).toEqual(after.partsOf(uid));
      expect(over.withdrawn(uid)).toEqual(after.withdrawn(uid));
    }
    expect(over.newestFirst()).toEqual(after.newestFirst());
    expect((await over.released(draft.uid))?.snapshot).toEqual(draft);
  });
});
