import type { CollectionConfig } from 'payload';
import { hiddenFromNonMailers, nobodyField } from './shared/access.ts';
import { decideHeldByStaff } from './shared/held-mail-endpoint.ts';
import { momentPicker } from './shared/pickers.ts';
import { writtenByChannel } from './shared/written-by-channel.ts';

const moment = { date: momentPicker };
const hidden = { read: nobodyField, create: nobodyField, update: nobodyField };

/** The ledger of sent mail. */
export const deliveries: CollectionConfig = {
  slug: 'deliveries',
  labels: { singular: 'Delivery', plural: 'Deliveries' },
  admin: {
    group: 'Email',
    hidden: hiddenFromNonMailers,
    useAsTitle: 'subject',
    defaultColumns: ['recipient', 'subject', 'kind', 'state', 'dueAt', 'acceptedAt', 'note'],
    listSearchableFields: ['recipient', 'subject', 'messageId', 'uid'],
    description:
      'Every mail to every person. Filter State by “Uncertain” for mails that need a look: the line broke after the mail was handed over, so it may or may not have arrived, and it is not sent again by itself; a correction or confirmation was tried for 7 days before. Look for the Message-ID in the log of the mail server, or ask the person. Mail that a restore holds stands above the list until somebody says whether it goes.',
    components: { beforeListTable: ['/admin/mail/held-mail.tsx#HeldMail'] },
  },
  ...writtenByChannel,
  endpoints: [decideHeldByStaff],
  defaultSort: '-createdAt',
  // No column has an index of its own that one of these begins with: each change of state writes all that name it.
  indexes: [
    // As they are taken up: all of a kind, or of one share of it; of many that are due at one moment the oldest first.
    { fields: ['kind', 'state', 'dueAt', 'createdAt'] },
    { fields: ['kind', 'state', 'share', 'dueAt', 'createdAt'] },
    { fields: ['state', 'leaseUntil'] },
    { fields: ['subscriberUid', 'kind'] },
    { fields: ['enrolmentUid', 'kind'] },
  ],
  fields: [
    {
      name: 'decision',
      type: 'ui',
      admin: {
        condition: ({ state }: { state?: unknown }) => state === 'held-after-restore',
        components: { Field: '/admin/mail/held-one.tsx#HeldOne' },
        disableListColumn: true,
        disableBulkEdit: true,
      },
    },
    { name: 'uid', label: 'Permanent id', type: 'text', required: true, unique: true, index: true },
    {
      name: 'ledgerKey',
      label: 'Ledger key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: { description: 'What makes this mail one mail: it can never be planned twice.' },
    },
    {
      name: 'kind',
      label: 'Kind',
      type: 'select',
      required: true,
      options: [
        { label: 'Confirmation', value: 'confirmation' },
        { label: 'Lesson', value: 'lesson' },
        { label: 'Correction', value: 'correction' },
        { label: 'Notice to the staff', value: 'notice' },
      ],
    },
    {
      name: 'state',
      label: 'State',
      type: 'select',
      required: true,
      options: [
        { label: 'Waiting', value: 'pending' },
        { label: 'Taken up by a worker', value: 'claimed' },
        { label: 'On the wire', value: 'on-wire' },
        { label: 'Accepted by the mail server', value: 'accepted' },
        { label: 'Put off, will be tried again', value: 'deferred' },
        { label: 'Rejected', value: 'rejected' },
        { label: 'Uncertain: needs a look', value: 'uncertain' },
        { label: 'Suppressed: must not be sent', value: 'suppressed' },
        { label: 'Held after a restore: may have gone out already', value: 'held-after-restore' },
        { label: 'Discarded after a restore: not sent again', value: 'discarded' },
      ],
    },
    {
      name: 'note',
      label: 'Note',
      type: 'text',
      admin: { description: 'Last word of the mail server, or why it was not sent.' },
    },
    { name: 'recipient', label: 'To', type: 'text', required: true },
    { name: 'subject', label: 'Subject', type: 'text' },
    { name: 'enrolmentUid', label: 'Enrolment', type: 'text', required: true },
    { name: 'subscriberUid', label: 'Subscriber', type: 'text', required: true },
    { name: 'courseUid', label: 'Course id', type: 'text', required: true },
    { name: 'lessonKey', label: 'Lesson', type: 'text', required: true },
    { name: 'round', label: 'Round', type: 'number', required: true },
    { name: 'resumes', label: 'Was held back', type: 'checkbox' },
    {
      name: 'correctionSeq',
      label: 'Corrects by release',
      type: 'number',
      admin: { description: 'Position in the release log.' },
    },
    { name: 'plannedAt', label: 'Planned', type: 'date', required: true, admin: moment },
    { name: 'dueAt', label: 'Due', type: 'date', required: true, admin: moment },
    { name: 'tries', label: 'Tries', type: 'number', required: true },
    { name: 'acceptedAt', label: 'Accepted', type: 'date', admin: moment },
    { name: 'messageId', label: 'Message-ID', type: 'text' },
    { name: 'sha256', label: 'SHA-256 of the mail', type: 'text' },
    {
      name: 'contents',
      label: 'Releases in it',
      type: 'json',
      admin: { description: 'Which releases the mail was made of: uid, position in the log, revision.' },
    },
    // Which workers take up apart, so that they are not in each other's way (ADR 0097).
    { name: 'share', type: 'number', admin: { hidden: true } },
    { name: 'leaseToken', type: 'text', access: hidden, admin: { hidden: true } },
    { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
    // Holds the links that act in the person's name, so not even the staff may read it.
    { name: 'raw', type: 'textarea', access: hidden, admin: { hidden: true } },
  ],
};

/** Which releases each delivery was made of, one row each: how a correction finds who was sent the old text. */
export const deliveryContents: CollectionConfig = {
  slug: 'delivery-contents',
  admin: { hidden: true },
  ...writtenByChannel,
  // A mail has some 27 of these rows: each column and each index of one is written as often.
  timestamps: false,
  indexes: [{ fields: ['uid', 'contentKey'] }],
  fields: [
    { name: 'contentKey', type: 'text', required: true, unique: true, index: true },
    { name: 'deliveryUid', type: 'text', required: true, index: true },
    { name: 'subscriberUid', type: 'text', required: true, index: true },
    { name: 'uid', type: 'text', required: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'revision', type: 'text', required: true },
  ],
};
