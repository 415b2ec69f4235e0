import type { CollectionConfig } from 'payload';
import { ENTRY_TYPES } from '../model/entries/types.ts';
import { CodedError } from '../model/errors.ts';
import { NOTICE_KINDS } from '../model/notices.ts';
import { nobody, nobodyField } from './shared/access.ts';
import { options } from './shared/entry-fields.ts';
import { markRead, unreadNotices } from './shared/notice-endpoints.ts';
import { refusesWriting } from './shared/operations.ts';

const refuse = () => {
  throw new CodedError('not-allowed', 'What somebody is told is written by what happens, and read by them alone.');
};
const system = { read: nobodyField, create: nobodyField, update: nobodyField };

/** What each member of the staff is told; their own is all that anybody reads, admins included. */
export const notices: CollectionConfig = {
  slug: 'notices',
  labels: { singular: 'Notice', plural: 'Notices' },
  admin: { hidden: true, useAsTitle: 'title' },
  access: {
    read: ({ req }) => (req.user ? { recipient: { equals: String(req.user.id) } } : false),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  hooks: { beforeOperation: [refusesWriting(refuse)] },
  endpoints: [unreadNotices, markRead],
  disableDuplicate: true,
  defaultSort: '-at',
  timestamps: false,
  // The bell and the list of one person, the mail that is due and what is in it, and what the clock clears.
  indexes: [
    { fields: ['recipient', 'unread', 'at'] },
    { fields: ['recipient', 'at'] },
    { fields: ['mailState', 'mailDue'] },
    { fields: ['mailKey', 'unread'] },
    { fields: ['unread', 'at'] },
  ],
  fields: [
    { name: 'uid', label: 'Permanent id', type: 'text', required: true, unique: true, index: true },
    { name: 'noticeKey', type: 'text', required: true, unique: true, index: true, access: system },
    { name: 'recipient', type: 'text', required: true, access: system },
    { name: 'kind', type: 'select', required: true, options: options(NOTICE_KINDS) },
    { name: 'named', label: 'By name', type: 'checkbox' },
    { name: 'entryType', label: 'Type', type: 'select', required: true, options: options(ENTRY_TYPES) },
    { name: 'entry', label: 'Entry id', type: 'text', required: true },
    { name: 'title', label: 'Entry', type: 'text' },
    { name: 'detail', label: 'Reason', type: 'textarea' },
    { name: 'anchor', type: 'text' },
    { name: 'at', label: 'When', type: 'date', required: true, index: true },
    { name: 'unread', type: 'checkbox' },
    { name: 'readAt', label: 'Read', type: 'date' },
    {
      name: 'mailState',
      label: 'Mail',
      type: 'select',
      required: true,
      options: [
        { value: 'none', label: 'Not mailed, as chosen' },
        { value: 'waiting', label: 'Waits for its mail' },
        { value: 'planned', label: 'In the ledger of mail' },
        { value: 'dropped', label: 'Not mailed again after a restore' },
      ],
    },
    { name: 'mailDue', type: 'date', access: system },
    { name: 'mailKey', type: 'text', access: system },
  ],
};
