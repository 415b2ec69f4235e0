import type { CollectionConfig } from 'payload';
import { SLUG } from '../model/entries/describe/text.ts';
import { location } from '../model/entries/location.ts';
import { name } from '../model/entries/shared.ts';
import { nobodyField } from './shared/access.ts';
import { errorsField, impactField, sharedDoors, writersField } from './shared/shared-document.ts';

/** Places on the body. Entries carry their words as they carry sources: approved with the entry (ADR 0079). */
export const locations: CollectionConfig = {
  slug: 'locations',
  labels: { singular: 'Place on the body', plural: 'Places on the body' },
  admin: {
    group: 'Shared',
    useAsTitle: 'label',
    defaultColumns: ['label', 'bodyAreas', 'slug'],
    listSearchableFields: ['label', 'slug'],
    description: 'Where something can be felt. Changing the words sends every entry that uses them back to review.',
  },
  ...sharedDoors('locations'),
  fields: [
    errorsField,
    {
      name: 'slug',
      label: 'Key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: location.fields.slug.max,
      access: { update: nobodyField },
      hooks: { beforeDuplicate: [() => null] },
      validate: (value: string | null | undefined) =>
        SLUG.test(value ?? '') || 'Use lower-case letters, digits and single hyphens.',
      admin: {
        position: 'sidebar',
        description: 'What content files call it, for example inner-side. Cannot be changed later.',
      },
    },
    {
      name: 'label',
      label: 'Words',
      type: 'text',
      required: true,
      maxLength: location.fields.label.max,
      admin: { description: 'As it stands in a sentence, for example: inner side.' },
    },
    {
      name: 'bodyAreas',
      label: 'Body areas',
      type: 'text',
      hasMany: true,
      required: true,
      maxLength: name.max,
      admin: { description: 'The areas that it belongs to, as guides name them. Press Enter after each.' },
    },
    impactField,
    writersField,
  ],
};
