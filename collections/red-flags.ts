import { redFlag, URGENCIES } from '../model/entries/red-flag.ts';
import { entryCollection } from './shared/entry-collection.ts';
import { commonFields, icd10, synonyms } from './shared/entry-fields.ts';

export const redFlags = entryCollection({
  slug: 'red-flags',
  labels: { singular: 'Red flag', plural: 'Red flags' },
  description: 'Signs that must not wait. Every change needs two clinicians.',
  titleField: 'sign',
  defaultColumns: ['sign', 'state', 'urgency', 'reviewDue', 'updatedAt'],
  fields: [
    ...commonFields({ title: { name: 'sign', label: 'Sign', description: 'In the reader’s own words.' } }),
    {
      name: 'urgency',
      label: 'Urgency',
      type: 'select',
      options: [
        { label: 'Emergency now', value: URGENCIES[0] },
        { label: 'Same day', value: URGENCIES[1] },
        { label: 'Urgent, within days', value: URGENCIES[2] },
      ],
    },
    {
      name: 'action',
      label: 'What to do',
      type: 'textarea',
      maxLength: redFlag.fields.action.max,
      admin: { description: 'Exactly what the reader must do now. Stands first on the page.' },
    },
    {
      name: 'urgencyNote',
      label: 'More or less urgent when',
      type: 'textarea',
      maxLength: redFlag.fields.urgencyNote.max,
      admin: { description: 'What makes it more urgent than the level above.' },
    },
    { name: 'explanation', label: 'Explanation', type: 'richText' },
    synonyms,
    icd10,
  ],
});
