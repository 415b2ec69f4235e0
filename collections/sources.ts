import type { CollectionConfig } from 'payload';
import { source, SOURCE_KINDS } from '../model/entries/shared.ts';
import { options } from './shared/entry-fields.ts';
import { dayPicker } from './shared/pickers.ts';
import { errorsField, impactField, sharedDoors, sourceHelpField, writersField } from './shared/shared-document.ts';
import { keepSourceKeys, sameEndpoint, sourceKeys, tellSame } from './shared/same-document.ts';
import { shortName } from './shared/short-name.ts';

const doors = sharedDoors('sources');

export const sources: CollectionConfig = {
  slug: 'sources',
  labels: { singular: 'Source', plural: 'Sources' },
  admin: {
    group: 'Shared',
    useAsTitle: 'title',
    defaultColumns: ['title', 'publisher', 'kind', 'year'],
    listSearchableFields: ['title', 'publisher', 'doi', 'pmid'],
    description:
      'Guidelines, reviews and trials that entries cite. Changing a source sends every entry that uses it back to review.',
  },
  ...doors,
  endpoints: [sameEndpoint('sources'), ...doors.endpoints],
  hooks: {
    ...doors.hooks,
    beforeChange: [...doors.hooks.beforeChange, keepSourceKeys],
    afterChange: [...doors.hooks.afterChange, tellSame('sources')],
  },
  fields: [
    errorsField,
    sourceHelpField,
    ...sourceKeys,
    shortName({
      name: 'slug',
      max: source.fields.slug.max,
      title: 'title',
      otherwise: 'source',
      description: 'What texts and content files call it, for example nice-ng226. Cannot be changed later.',
    }),
    { name: 'title', label: 'Title', type: 'text', required: true, maxLength: source.fields.title.max },
    {
      name: 'publisher',
      label: 'Publisher or journal',
      type: 'text',
      required: true,
      maxLength: source.fields.publisher.max,
    },
    { name: 'kind', label: 'Kind', type: 'select', required: true, options: options(SOURCE_KINDS) },
    { name: 'year', label: 'Year', type: 'number', min: source.fields.year.min, max: source.fields.year.max },
    {
      name: 'url',
      label: 'Link',
      type: 'text',
      required: true,
      maxLength: source.fields.url.max,
      validate: (value: string | null | undefined) =>
        /^https?:\/\/\S+$/.test(value ?? '') || 'Give the full address, beginning with https://',
    },
    { name: 'doi', label: 'DOI', type: 'text', maxLength: source.fields.doi.max },
    { name: 'pmid', label: 'PubMed id', type: 'text', maxLength: source.fields.pmid.max },
    {
      name: 'updated',
      label: 'Last changed',
      type: 'date',
      admin: { date: dayPicker, description: 'The day that its publisher gives.' },
    },
    {
      name: 'accessedOn',
      label: 'Read on',
      type: 'date',
      admin: { date: dayPicker },
    },
    impactField,
    writersField,
  ],
};
