import type { CollectionConfig } from 'payload';
import { SLUG } from '../model/entries/describe/text.ts';
import { term } from '../model/entries/shared.ts';
import { nobodyField } from './shared/access.ts';
import { errorsField, impactField, sharedDoors, writersField } from './shared/shared-document.ts';

export const terms: CollectionConfig = {
  slug: 'terms',
  labels: { singular: 'Word explained', plural: 'Words explained' },
  admin: {
    group: 'Shared',
    useAsTitle: 'name',
    defaultColumns: ['name', 'meaning'],
    listSearchableFields: ['name', 'meaning'],
    description:
      'Words that readers may not know, and what they mean. Changing one sends every entry that uses it back to review.',
  },
  ...sharedDoors('terms'),
  fields: [
    errorsField,
    {
      name: 'slug',
      label: 'Short name',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: term.fields.slug.max,
      access: { update: nobodyField },
      validate: (value: string | null | undefined) =>
        SLUG.test(value ?? '') || 'Use lower-case letters, digits and single hyphens.',
      admin: { position: 'sidebar', description: 'What content files call it. Cannot be changed later.' },
    },
    { name: 'name', label: 'Word', type: 'text', required: true, maxLength: term.fields.name.max },
    {
      name: 'forms',
      label: 'Other forms',
      type: 'text',
      hasMany: true,
      maxLength: term.fields.forms.item.max,
      admin: {
        description: 'Other words under which texts use it, for example its full name. A plural with s is known.',
      },
    },
    {
      name: 'meaning',
      label: 'Meaning',
      type: 'textarea',
      required: true,
      maxLength: term.fields.meaning.max,
      admin: { description: 'In plain words that need no explanation themselves.' },
    },
    impactField,
    writersField,
  ],
};
