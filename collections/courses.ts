import { course, TIME_OF_DAY, WEEKDAYS } from '../model/entries/course.ts';
import { SLUG } from '../model/entries/describe/text.ts';
import { entryCollection } from './shared/entry-collection.ts';
import { commonFields, figures, relation, rowLabel, summary } from './shared/entry-fields.ts';
import { lessonEntries } from './shared/lesson-entries.ts';

const lesson = course.fields.lessons.item.fields;

export const courses = entryCollection({
  slug: 'courses',
  labels: { singular: 'Email course', plural: 'Email courses' },
  description: 'Lessons by mail. Their own words are content: they pass the same review.',
  titleField: 'title',
  defaultColumns: ['title', 'state', 'reviewDue', 'updatedAt'],
  fields: [
    ...commonFields({
      type: 'course',
      title: { name: 'title', label: 'Title', description: 'As subscribers see it.' },
    }),
    summary,
    {
      type: 'row',
      fields: [
        {
          name: 'sendAt',
          label: 'Sent at',
          type: 'text',
          defaultValue: course.fields.sendAt.empty,
          maxLength: course.fields.sendAt.max,
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
          maxLength: lesson.key.max,
          validate: (value: string | null | undefined) =>
            SLUG.test(value ?? '') || 'Lower-case letters, digits and single hyphens',
          admin: { description: 'Never change or reuse it: it says who has had this lesson.' },
        },
        { name: 'subject', label: 'Subject', type: 'text', required: true, maxLength: lesson.subject.max },
        { name: 'preheader', label: 'Preview line', type: 'text', maxLength: lesson.preheader.max },
        { name: 'intro', label: 'Opening words', type: 'textarea', maxLength: lesson.intro.max },
        figures,
        lessonEntries,
        {
          name: 'action',
          label: 'One thing to do',
          type: 'textarea',
          maxLength: lesson.action.max,
          admin: { description: 'The one step until the next lesson. Stands in a box of its own.' },
        },
        { name: 'outro', label: 'Closing words', type: 'textarea', maxLength: lesson.outro.max },
        relation(
          'redFlags',
          'Warning signs',
          'red-flags',
          'They stand first, with their orders, beside the signs of entries of which the mail shows more than the summary. None: the signs of all its entries.',
        ),
        {
          name: 'delayDays',
          label: 'Days after the previous lesson',
          type: 'number',
          defaultValue: lesson.delayDays.empty,
          min: lesson.delayDays.min,
          max: lesson.delayDays.max,
        },
      ],
    },
  ],
});
