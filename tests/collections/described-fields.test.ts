/** The forms of Payload and the descriptions of the entries say the same. */
import type { Field as FormField } from 'payload';
import { describe, expect, it, vi } from 'vitest';
import { media } from '../../collections/media.ts';
import { fieldsOf } from '../../model/entries/entries.ts';
import type { Field, Fields, LeafField } from '../../model/entries/field.ts';
import { location } from '../../model/entries/location.ts';
import { figure, source, term } from '../../model/entries/shared.ts';
import { TYPE_OF } from '../../model/entries/types.ts';

// Payload puts fields of its own into the objects that it is given, for whichever file started a system before.
vi.resetModules();
const { causes } = await import('../../collections/causes.ts');
const { courses } = await import('../../collections/courses.ts');
const { guides } = await import('../../collections/guides.ts');
const { locations } = await import('../../collections/locations.ts');
const { redFlags } = await import('../../collections/red-flags.ts');
const { sources } = await import('../../collections/sources.ts');
const { terms } = await import('../../collections/terms.ts');
const { treatments } = await import('../../collections/treatments.ts');

/** Fields of the form that are no content, and why. */
const NO_CONTENT: Record<string, string> = {
  workflow: 'shows where the entry stands; holds nothing',
  state: 'derived from the history',
  uid: 'who the entry is; beside the fields in every revision',
  bodyAreas: 'where a guide looks for it; no reader sees it there',
  shortName: 'what content files call its file',
  writers: 'who wrote it; four eyes ask for it',
  impact: 'leads to what a change of it touches; holds nothing',
  fillIn: 'fills other fields in; holds nothing',
  sameFigure: 'names others with the same file; holds nothing',
  doiKey: 'by which the same source is known again',
  pmidKey: 'by which the same source is known again',
  urlKey: 'by which the same source is known again',
  fileHash: 'by which the same figure is known again',
  refused: 'names the fields that were refused; holds nothing',
};

type Named = Extract<FormField, { name: string }>;

/** Fields by name; rows and the like do not show in the data. */
const named = (fields: FormField[]): Named[] =>
  fields.flatMap((field) => {
    if ('name' in field && field.name) return [field];
    return 'fields' in field ? named(field.fields) : [];
  });

const text = ({ long, max }: { long: boolean; max: number }) => ({ type: long ? 'textarea' : 'text', maxLength: max });
const one = <T>(list: readonly T[]) => (list.length === 1 ? list[0] : list);
const values = (field: Named) =>
  'options' in field ? field.options.map((option) => (typeof option === 'string' ? option : option.value)) : [];

/** What the form of a described field has to look like. */
function formOf(field: Field): Record<string, unknown> {
  switch (field.kind) {
    case 'list':
      return listForm(field);
    case 'group':
      return { type: 'group' };
    case 'embedded':
      return { type: field.collection === 'media' ? 'upload' : 'relationship', relationTo: field.collection };
    default:
      return leafForm(field);
  }
}

function leafForm(field: LeafField): Record<string, unknown> {
  switch (field.kind) {
    case 'text':
      return text(field);
    case 'prose':
      return { type: 'richText' };
    case 'choice':
      return { type: 'select', values: [...field.options] };
    case 'number':
      return { type: 'number', min: field.min, max: field.max };
    case 'flag':
      return { type: 'checkbox' };
    case 'day':
      return { type: 'date' };
    case 'reference':
      return { type: 'relationship', relationTo: one(field.to) };
    case 'files':
      return { type: 'json' };
  }
}

function listForm(field: Extract<Field, { kind: 'list' }>): Record<string, unknown> {
  if (field.rowsOf !== null || field.item.kind === 'group') return { type: 'array' };
  return { ...formOf(field.item), hasMany: true };
}

function expectSame(described: Fields, form: FormField[], at: string): void {
  const inForm = new Map(named(form).map((field) => [field.name, field]));
  const names = Object.entries(described).map(([name, field]) => field.says.form ?? name);
  const content = [...inForm.keys()].filter((name) => !(name in NO_CONTENT));
  expect(content.toSorted(), at).toEqual(names.toSorted());
  for (const [name, field] of Object.entries(described)) {
    const path = `${at}.${name}`;
    const found = inForm.get(field.says.form ?? name)!;
    expect({ ...found, values: values(found) }, path).toMatchObject(formOf(field));
    if (field.kind !== 'list' && 'hasMany' in found) expect(found.hasMany, path).not.toBe(true);
    if ('required' in found && found.required && 'required' in field) expect(field.required, path).toBeTruthy();
    if (field.kind === 'group' && found.type === 'group') expectSame(field.fields, found.fields, path);
    if (field.kind === 'list' && found.type === 'array') {
      const item = field.rowsOf === null ? field.item : null;
      expectSame(item?.kind === 'group' ? item.fields : { [field.rowsOf ?? '']: field.item }, found.fields, path);
    }
  }
}

describe('the form of', () => {
  it.each([guides, causes, treatments, redFlags, courses])('$slug has the described fields and no others', (form) => {
    expectSame(fieldsOf(TYPE_OF[form.slug as keyof typeof TYPE_OF]), form.fields, form.slug);
  });

  it.each([
    { form: sources, described: source.fields },
    { form: terms, described: term.fields },
    { form: media('.'), described: figure.fields },
    { form: locations, described: location.fields },
  ])('$form.slug, which entries carry with them, too', ({ form, described }) => {
    expectSame(described, form.fields, form.slug);
  });
});
