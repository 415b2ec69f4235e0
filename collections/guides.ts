import { guide } from '../model/entries/guide.ts';
import { entryCollection } from './shared/entry-collection.ts';
import {
  commonFields,
  figures,
  icd10,
  relation,
  rowLabel,
  summary,
  urgentSigns,
  words,
} from './shared/entry-fields.ts';

const sign = guide.fields.whenToConsult.item.fields;

export const guides = entryCollection({
  slug: 'guides',
  labels: { singular: 'Guide', plural: 'Guides' },
  description: 'One page that leads through a complaint: its causes, its red flags, what to do.',
  titleField: 'title',
  defaultColumns: ['title', 'state', 'bodyArea', 'reviewDue', 'updatedAt'],
  fields: [
    ...commonFields({
      type: 'guide',
      title: { name: 'title', label: 'Title', description: 'As readers search for it.' },
    }),
    summary,
    { name: 'bodyArea', label: 'Body area', type: 'text', maxLength: guide.fields.bodyArea.max },
    { name: 'intro', label: 'Introduction', type: 'richText' },
    relation('redFlags', 'Red flags', 'red-flags', 'Shown before everything else on the page.'),
    relation('causes', 'Causes', 'causes', 'In reading order.'),
    {
      name: 'whenToConsult',
      label: 'When to see someone',
      labels: { singular: 'Sign', plural: 'Signs' },
      type: 'array',
      admin: {
        description: 'Signs that are not urgent but should not wait for ever.',
        components: { RowLabel: rowLabel({ by: 'sign', fallback: 'New sign' }) },
      },
      fields: [
        {
          name: 'key',
          label: 'Key',
          type: 'text',
          required: true,
          maxLength: sign.key.max,
          admin: { description: 'Short name for links; keep it.' },
        },
        { name: 'sign', label: 'Sign', type: 'text', required: true, maxLength: sign.sign.max },
        {
          name: 'explanation',
          label: 'Explanation',
          type: 'textarea',
          required: true,
          maxLength: sign.explanation.max,
        },
        urgentSigns,
      ],
    },
    relation('treatments', 'What to do', 'treatments', 'In reading order.'),
    { name: 'closing', label: 'Closing words', type: 'richText' },
    figures,
    relation('relatedGuides', 'Related guides', 'guides', 'Readers see those that are live.'),
    words('keywords', 'Keywords', 'Words readers use for it. Press Enter after each.'),
    icd10,
  ],
});
