import type { CollectionConfig } from 'payload';
import { hiddenFromNonMailers } from './shared/access.ts';
import { momentPicker } from './shared/pickers.ts';
import { writtenByChannel } from './shared/written-by-channel.ts';

const moment = { date: momentPicker };

/** One person taking one course. */
export const enrolments: CollectionConfig = {
  slug: 'enrolments',
  labels: { singular: 'Enrolment', plural: 'Enrolments' },
  admin: {
    group: 'Email',
    hidden: hiddenFromNonMailers,
    useAsTitle: 'email',
    defaultColumns: ['email', 'courseTitle', 'status', 'nextLessonKey', 'nextDueAt', 'heldBack', 'setAside'],
    listSearchableFields: ['email', 'uid', 'courseTitle'],
    description:
      'Who takes which course and how far they are. “Held back” says why a lesson waits, “Set aside” what is wrong with an enrolment whose lessons cannot be planned at all.',
  },
  ...writtenByChannel,
  indexes: [{ fields: ['status', 'nextDueAt', 'uid', 'createdAt'] }],
  fields: [
    { name: 'uid', label: 'Permanent id', type: 'text', required: true, unique: true, index: true },
    {
      name: 'enrolmentKey',
      label: 'Person and course',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: { description: 'A person has one enrolment per course.' },
    },
    { name: 'subscriberUid', label: 'Subscriber', type: 'text', required: true, index: true },
    { name: 'email', label: 'Address', type: 'text', required: true },
    { name: 'courseUid', label: 'Course id', type: 'text', required: true },
    { name: 'courseTitle', label: 'Course', type: 'text', required: true },
    {
      name: 'status',
      label: 'Status',
      type: 'select',
      required: true,
      options: [
        { label: 'Asked for, not confirmed', value: 'requested' },
        { label: 'Active', value: 'active' },
        { label: 'Paused by the person', value: 'paused' },
        { label: 'Finished', value: 'finished' },
        { label: 'Unsubscribed', value: 'unsubscribed' },
        { label: 'Ended by us', value: 'ended' },
      ],
    },
    { name: 'endedBecause', label: 'Ended because', type: 'text' },
    { name: 'timeZone', label: 'Time zone', type: 'text', required: true },
    { name: 'requests', label: 'Times asked for', type: 'number', required: true },
    { name: 'requestedAt', label: 'Last asked for', type: 'date', admin: moment },
    {
      name: 'requestedTimeZone',
      label: 'Time zone last asked for',
      type: 'text',
      admin: { description: 'Takes effect when the person confirms.' },
    },
    { name: 'consentWording', label: 'What they agreed to', type: 'textarea' },
    { name: 'consentAt', label: 'Agreed on', type: 'date', admin: moment },
    { name: 'confirmedAt', label: 'Confirmed on', type: 'date', admin: moment },
    { name: 'unsubscribedAt', label: 'Unsubscribed on', type: 'date', admin: moment },
    {
      name: 'round',
      label: 'Round',
      type: 'number',
      required: true,
      admin: { description: 'Goes up when the person takes the course again.' },
    },
    { name: 'nextLessonKey', label: 'Next lesson', type: 'text' },
    { name: 'nextDueAt', label: 'Next lesson is due', type: 'date', index: true, admin: moment },
    {
      name: 'heldBack',
      label: 'Held back',
      type: 'text',
      admin: { description: 'Why the next lesson waits. Looked at again each day.' },
    },
    { name: 'failures', label: 'Failed tries to plan a lesson', type: 'number' },
    {
      name: 'setAside',
      label: 'Set aside',
      type: 'text',
      admin: { description: 'Why no lesson can be planned, after five tries. Looked at again each day.' },
    },
    {
      name: 'nothingMore',
      label: 'Wants no mail at all',
      type: 'checkbox',
      admin: { description: 'Not even a correction of a lesson that was sent.' },
    },
  ],
};
