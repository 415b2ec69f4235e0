import type { CollectionConfig } from 'payload';
import { ENTRY_TYPES } from '../model/entries/types.ts';
import { nobodyField } from './shared/access.ts';
import { appendOnly } from './shared/append-only.ts';
import { options } from './shared/entry-fields.ts';
import { momentPicker } from './shared/pickers.ts';

const sealed = { read: nobodyField, create: nobodyField, update: nobodyField };
const moment = { date: momentPicker };

/**
 * Links for people outside, each to one exact text of one entry, with the text and with what they said of it. Staff
 * reads what was said; the text is the entry's own affair, and of the token a digest is kept.
 */
export const expertLinks: CollectionConfig = {
  slug: 'expert-links',
  labels: { singular: 'Outside expert', plural: 'Outside experts' },
  admin: {
    group: 'Record',
    useAsTitle: 'title',
    defaultColumns: ['title', 'invited', 'madeAt', 'expiresAt', 'answeredAt', 'verdict'],
    description: 'Whom the team asked outside, and what they said. Their word is no approval.',
    hideAPIURL: true,
  },
  ...appendOnly,
  disableDuplicate: true,
  defaultSort: '-madeAt',
  timestamps: false,
  indexes: [{ fields: ['entry', 'madeAt'] }],
  fields: [
    { name: 'title', label: 'Entry', type: 'text' },
    { name: 'uid', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
    {
      name: 'digest',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      access: sealed,
      admin: { hidden: true },
    },
    { name: 'entry', label: 'Entry id', type: 'text', required: true, admin: { hidden: true } },
    { name: 'entryType', label: 'Type', type: 'select', required: true, options: options(ENTRY_TYPES) },
    { name: 'revision', type: 'text', required: true },
    { name: 'invited', label: 'Made for', type: 'text' },
    { name: 'madeAt', label: 'Made', type: 'date', required: true, admin: moment },
    { name: 'madeBy', type: 'text', admin: { hidden: true } },
    { name: 'madeByName', label: 'Made by', type: 'text' },
    { name: 'expiresAt', label: 'Ends', type: 'date', required: true, admin: moment },
    { name: 'revokedAt', label: 'Ended by hand', type: 'date', admin: moment },
    { name: 'revokedByName', label: 'Ended by', type: 'text' },
    { name: 'answeredAt', label: 'Answered', type: 'date', admin: moment },
    { name: 'verdict', label: 'Says', type: 'select', options: options(['yes', 'no']) },
    { name: 'expertName', label: 'Name, in their own words', type: 'text' },
    { name: 'credentials', label: 'Credentials, in their own words', type: 'textarea' },
    { name: 'words', label: 'What they said', type: 'textarea' },
    { name: 'comments', label: 'About single parts', type: 'json' },
    { name: 'titles', type: 'json', access: sealed, admin: { hidden: true } },
    // Last, because SQLite reads a row from its front: what a list needs is read without the text.
    { name: 'snapshot', type: 'json', required: true, access: sealed, admin: { hidden: true } },
  ],
};
