import type { Field } from 'payload';
import { LESSON_PARTS } from '../../model/entries/lesson-parts.ts';
import { keys, options } from './entry-fields.ts';

/** The rows of a lesson: an entry, and what the mail shows of it beside title, summary and link. */
export const lessonEntries: Field = {
  name: 'entries',
  label: 'Entries',
  labels: { singular: 'Entry', plural: 'Entries' },
  type: 'array',
  admin: {
    description:
      'In this order. The mail has title, summary and link of each that is live on the day, and what you choose here.',
  },
  fields: [
    {
      name: 'entry',
      label: 'Entry',
      type: 'relationship',
      relationTo: ['guides', 'causes', 'treatments', 'red-flags'],
    },
    {
      name: 'parts',
      label: 'Also show',
      labels: { singular: 'Part', plural: 'Parts' },
      type: 'array',
      admin: {
        description: 'Only what the lesson needs. What is shown of a treatment has its cautions before it.',
      },
      fields: [{ name: 'part', label: 'Part', type: 'select', options: options(LESSON_PARTS) }],
    },
    keys('exercises', 'Only these exercises', 'Keys of exercises of this entry, for example bridge.'),
    keys('medicines', 'Only these medicines', 'Keys of medicines of this entry.'),
  ],
};
