import type { Field } from 'payload';
import { MAX_KEY } from '../../model/entries/exercise.ts';
import * as described from '../../model/entries/shared.ts';
import type { EntryCollection, EntryType, SharedCollection } from '../../model/entries/types.ts';
import { anotherAddress } from './new-entry/name-and-address.ts';
import { reviewDueOfPolicy, sectionsOfTemplate } from './new-entry/new-form.ts';
import { permanentId } from './permanent-id.ts';
import { dayPicker } from './pickers.ts';
import type { RowLabelProps } from '../../admin/row-label.tsx';

/** Field groups that entries share. Labels and descriptions speak to editors. */

const labelled = (value: string): { label: string; value: string } => {
  const words = value.replaceAll('-', ' ');
  return { label: words.charAt(0).toUpperCase() + words.slice(1), value };
};

export const options = (values: readonly string[]) => values.map(labelled);

/** A list of short texts, typed in one by one. */
export const words = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'text',
  hasMany: true,
  maxLength: described.name.max,
  admin: { description },
});

/** Keys of rows of another entry. */
export const keys = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'text',
  hasMany: true,
  maxLength: MAX_KEY,
  admin: { description },
});

/** A list of sentences, each its own row. */
export const sentences = (name: string, label: string, description: string, singular: string): Field => ({
  name,
  label,
  labels: { singular, plural: label },
  type: 'array',
  admin: { description, initCollapsed: false },
  fields: [{ name: 'text', label: singular, type: 'textarea', required: true, maxLength: described.sentence.max }],
});

export const relation = (
  name: string,
  label: string,
  relationTo: EntryCollection | SharedCollection,
  description: string,
): Field => ({ name, label, type: 'relationship', relationTo, hasMany: true, admin: { description } });

export const figures: Field = {
  name: 'figures',
  label: 'Figures',
  type: 'upload',
  relationTo: 'media',
  hasMany: true,
  admin: { description: 'Shown in this order. Each figure carries its own alt text, caption and credit.' },
};

/** Shows a row of a list by one of its own fields instead of “Section 01”. */
export const rowLabel = (clientProps: RowLabelProps) => ({
  path: '/admin/row-label.tsx#RowLabel',
  clientProps: { ...clientProps },
});

/** Red flags of one part of a page. */
export const urgentSigns = relation(
  'urgentSigns',
  'Red flags of this part',
  'red-flags',
  'Shown where this part stands, beside those that stand before everything else. Each must be live.',
);

export const sections = (kinds: readonly string[]): Field => ({
  name: 'sections',
  label: 'Sections',
  labels: { singular: 'Section', plural: 'Sections' },
  type: 'array',
  defaultValue: sectionsOfTemplate(kinds),
  admin: {
    description: 'The running text of the page. Readers see the sections in this order. Remove those that stay empty.',
    components: { RowLabel: rowLabel({ by: 'kind', options: options(kinds), fallback: 'New section' }) },
  },
  fields: [
    { name: 'kind', label: 'Section', type: 'select', required: true, options: options(kinds) },
    { name: 'body', label: 'Text', type: 'richText' },
    urgentSigns,
    figures,
  ],
});

export const synonyms = words(
  'synonyms',
  'Other names',
  'What readers may also call it; used by search. Press Enter after each.',
);
export const icd10 = words('icd10', 'ICD-10 codes', 'WHO ICD-10 codes, for example M16. Have a coder confirm them.');

export const summary: Field = {
  name: 'summary',
  label: 'Summary',
  type: 'textarea',
  maxLength: described.summary.max,
  admin: { description: 'One or two plain sentences. Stands in lists, in the feed and at the top of the page.' },
};

/** The broader entry of the same kind. */
export const partOf = (relationTo: 'causes' | 'treatments', singular: string): Field => ({
  name: 'partOf',
  label: 'Part of',
  type: 'relationship',
  relationTo,
  admin: { position: 'sidebar', description: `The broader ${singular} that this page belongs to.` },
});

/** Entries that have a page and can be named in a text. */
const anyPage = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'relationship',
  relationTo: ['guides', 'causes', 'treatments', 'red-flags'],
  hasMany: true,
  admin: { description },
});

export const related = anyPage('related', 'See also', 'Readers see those that are live.');

/** Title, web address, next review, sources and what the system itself keeps. */
export function commonFields({
  type,
  title,
}: {
  type: EntryType;
  title: { name: string; label: string; description: string };
}): Field[] {
  return [
    {
      name: title.name,
      label: title.label,
      type: 'text',
      required: true,
      maxLength: described.title.max,
      admin: { description: title.description },
    },
    {
      name: 'slug',
      label: 'Web address',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: described.slug.max,
      hooks: { beforeDuplicate: [anotherAddress] },
      admin: {
        position: 'sidebar',
        description:
          'Last part of the page’s address. Left empty it is made from the title. An address that readers have had keeps leading here when it changes.',
      },
    },
    {
      name: 'reviewDue',
      label: 'Next review',
      type: 'date',
      defaultValue: reviewDueOfPolicy(type),
      admin: {
        position: 'sidebar',
        date: dayPicker,
        description: 'A clinician must look again by this day. New entries begin with what policy proposes.',
      },
    },
    {
      name: 'sources',
      label: 'Sources',
      type: 'relationship',
      relationTo: 'sources',
      hasMany: true,
      admin: {
        position: 'sidebar',
        description:
          'Those that texts cite are numbered first, in the order of the texts; the others after them, in this order.',
      },
    },
    {
      name: 'terms',
      label: 'Words explained',
      type: 'relationship',
      relationTo: 'terms',
      hasMany: true,
      admin: {
        position: 'sidebar',
        description:
          'Words of this entry that readers may not know. The page explains them and links to that where a text first uses one.',
      },
    },
    {
      name: 'state',
      label: 'State',
      type: 'text',
      virtual: true,
      admin: {
        readOnly: true,
        position: 'sidebar',
        hidden: true,
        disableListFilter: true,
        components: { Cell: '/admin/workflow/state-cell.tsx#StateCell' },
      },
    },
    permanentId('Set once. Feeds and other systems know the entry by it.'),
  ];
}
