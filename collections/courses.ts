import { WEEKDAYS } from '../model/content.ts';
import { LESSON_KEY, MAX_LENGTH, TIME_OF_DAY } from '../editorial/rules/invalid-fields.ts';
import { entryCollection } from './shared/entry-collection.ts';
import { commonFields, rowLabel, summary } from './shared/entry-fields.ts';

export const courses = entryCollection({
  slug: 'courses',
  labels: { singular: 'Email course', plural: 'Email courses' },
  description: 'Lessons by mail. Their own words are content: they pass the same review.',
  titleField: 'title',
  defaultColumns: ['title', 'state', 'reviewDue', 'updatedAt'],
  fields: [
    ...commonFields({ title: { name: 'title', label: 'Title', description: 'As subscribers see it.' } }),
    summary,
    {
      type: 'row',
      fields: [
        {
          name: 'sendAt',
          label: 'Sent at',
          type: 'text',
          defaultValue: '08:00',
          validate: (value: string | null | undefined) =>
            !value || TIME_OF_DAY.test(value) || 'A time of day such as 08:00',
          admin: { description: 'Local time of the subscriber, for example 08:00.' },
        },
        {
          name: 'weekdays',
          label: 'On these days',
          type: 'select',
          hasMany: true,
          options: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, i) => ({
            label,
            value: WEEKDAYS[i] ?? 'mon',
          })),
          defaultValue: [...WEEKDAYS],
        },
      ],
    },
    {
      name: 'lessons',
      label: 'Lessons',
      labels: { singular: 'Lesson', plural: 'Lessons' },
      type: 'array',
      admin: {
        description: 'Sent in this order.',
        components: { RowLabel: rowLabel({ by: 'subject', fallback: 'New lesson' }) },
      },
      fields: [
        {
          name: 'key',
          label: 'Key',
          type: 'text',
          required: true,
          validate: (value: string | null | undefined) =>
            LESSON_KEY.test(value ?? '') || 'Lower-case letters, digits and single hyphens',
          admin: { description: 'Never change or reuse it: it says who has had this lesson.' },
        },
        { name: 'subject', label: 'Subject', type: 'text', required: true, maxLength: MAX_LENGTH.subject },
        { name: 'preheader', label: 'Preview line', type: 'text', maxLength: MAX_LENGTH.preheader },
        { name: 'intro', label: 'Opening words', type: 'textarea' },
        {
          name: 'entries',
          label: 'Entries',
          type: 'relationship',
          relationTo: ['guides', 'causes', 'treatments', 'red-flags'],
          hasMany: true,
          admin: { description: 'The lesson carries what is live of these on the day it is sent.' },
        },
        { name: 'outro', label: 'Closing words', type: 'textarea' },
        {
          name: 'delayDays',
          label: 'Days after the previous lesson',
          type: 'number',
          defaultValue: 2,
          min: 0,
          max: 60,
        },
      ],
    },
  ],
});
