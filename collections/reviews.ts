import type { CollectionConfig } from 'payload';
import { APPROVAL_SCOPES, CHANGE_KINDS } from '../model/release-row.ts';
import { REVIEW_EVENTS } from '../model/review-event.ts';
import { WITHDRAWAL_REASONS } from '../model/withdrawal.ts';
import { chained, chainsOf, writtenAt } from './shared/chained.ts';
import { options } from './shared/entry-fields.ts';

export const reviews: CollectionConfig = {
  slug: 'reviews',
  labels: { singular: 'Review event', plural: 'Review history' },
  admin: {
    group: 'Record',
    useAsTitle: 'event',
    defaultColumns: ['at', 'event', 'title', 'actorName', 'comment'],
    description: 'Who did what to which revision. Written by the verbs, never changed.',
  },
  ...chainsOf('entry'),
  fields: [
    { name: 'event', type: 'select', required: true, options: options(REVIEW_EVENTS) },
    { name: 'entry', label: 'Entry id', type: 'text', required: true, index: true },
    { name: 'entryType', label: 'Type', type: 'text', required: true },
    { name: 'title', label: 'Entry', type: 'text' },
    { name: 'revision', type: 'text', required: true, index: true },
    writtenAt,
    { name: 'actor', type: 'text', admin: { hidden: true } },
    { name: 'person', type: 'text', admin: { hidden: true } },
    { name: 'actorName', label: 'Who', type: 'text' },
    { name: 'clinician', label: 'As clinician', type: 'json' },
    { name: 'comment', type: 'textarea' },
    { name: 'changeKind', type: 'select', options: options(CHANGE_KINDS) },
    { name: 'changeNote', type: 'textarea' },
    { name: 'sectionsChecked', type: 'json' },
    { name: 'checklist', type: 'json' },
    { name: 'scope', label: 'What was looked at', type: 'select', options: options(APPROVAL_SCOPES) },
    { name: 'oldTextHarmless', label: 'Why the old text could not hurt', type: 'textarea' },
    { name: 'reason', label: 'Reason of a withdrawal', type: 'select', options: options(WITHDRAWAL_REASONS) },
    { name: 'scheduledVerb', label: 'What is planned', type: 'select', options: options(['release', 'withdraw']) },
    { name: 'scheduledFor', type: 'date' },
    { name: 'seq', label: 'Log position', type: 'number' },
    ...chained,
  ],
};
