import type { CollectionConfig } from 'payload';
import { ENTRY_TYPES } from '../model/entries/types.ts';
import { STATES } from '../model/lifecycle.ts';
import { WITHDRAWAL_REASONS } from '../model/withdrawal.ts';
import { hiddenFromNonAdmins, readByAdmins } from './shared/access.ts';
import { appendOnly } from './shared/append-only.ts';
import { chained, chainsOf, writtenAt } from './shared/chained.ts';
import { options } from './shared/entry-fields.ts';
import { dayPicker, momentPicker } from './shared/pickers.ts';

/** Collections that the system keeps for itself; nobody writes them through Payload. */

/**
 * One row per entry: where it stands. Derived from draft, review history and log in the same transaction
 * as these; verbs of one entry queue on its `turn`.
 */
export const entryStatus: CollectionConfig = {
  slug: 'entry-status',
  labels: { singular: 'Entry status', plural: 'Review queue' },
  admin: {
    group: 'Record',
    useAsTitle: 'title',
    defaultColumns: ['title', 'type', 'state', 'assignment', 'assignedDue', 'scheduledAt', 'reviewDue'],
    description: 'Where every entry stands. Filter by state to see what waits for review.',
  },
  ...appendOnly,
  enableQueryPresets: true,
  // How the text of another entry finds it, who else has its address, and the queues of the desk and the clock.
  indexes: [
    { fields: ['type', 'entryId'] },
    { fields: ['type', 'slug'] },
    { fields: ['state', 'updatedAt'] },
    { fields: ['state', 'reviewDue'] },
    { fields: ['state', 'rank'] },
    { fields: ['state', 'approvalsGiven', 'rank'] },
    { fields: ['needsReviewer', 'rank'] },
  ],
  fields: [
    { name: 'uid', type: 'text', required: true, unique: true, index: true },
    { name: 'type', type: 'select', required: true, index: true, options: options(ENTRY_TYPES) },
    { name: 'entryId', type: 'text', required: true },
    {
      name: 'title',
      label: 'Entry',
      type: 'text',
      admin: { components: { Cell: '/admin/workflow/entry-link-cell.tsx#EntryLinkCell' } },
    },
    { name: 'slug', type: 'text', index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: options(STATES),
      admin: { components: { Cell: '/admin/workflow/state-cell.tsx#StateCell' } },
    },
    { name: 'revision', type: 'text', required: true },
    { name: 'historyHead', type: 'text', admin: { hidden: true } },
    { name: 'editors', type: 'json', admin: { description: 'Who edited it since its last release.' } },
    { name: 'authors', type: 'json', admin: { description: 'Who wrote what readers have.' } },
    { name: 'writers', type: 'json', admin: { description: 'Who ever wrote any of it, and since when.' } },
    { name: 'base', type: 'json', admin: { description: 'What stood in it when it was released last.' } },
    { name: 'openThreads', label: 'Open comments', type: 'number', required: true, defaultValue: 0 },
    { name: 'openMusts', label: 'Open musts', type: 'number', required: true, defaultValue: 0 },
    { name: 'commentsHead', type: 'text', admin: { hidden: true } },
    { name: 'foundBy', type: 'text', admin: { hidden: true } },
    { name: 'turn', type: 'number', required: true, defaultValue: 0 },
    { name: 'changedSinceApproval', type: 'checkbox', defaultValue: false },
    {
      name: 'scheduledAt',
      label: 'Scheduled for',
      type: 'date',
      index: true,
      admin: { date: momentPicker },
    },
    { name: 'scheduledVerb', type: 'select', options: options(['release', 'withdraw']) },
    { name: 'scheduledRevision', type: 'text' },
    { name: 'scheduledReason', type: 'select', options: options(WITHDRAWAL_REASONS) },
    { name: 'scheduledBy', type: 'text' },
    { name: 'scheduledByName', type: 'text' },
    {
      name: 'lapsedAt',
      label: 'Schedule lapsed',
      type: 'date',
      index: true,
      admin: { date: momentPicker },
    },
    { name: 'lapsedBecause', type: 'textarea' },
    {
      name: 'assignment',
      label: 'Assigned to',
      type: 'json',
      admin: {
        description: 'Who is asked to write and to review it.',
        components: { Cell: '/admin/assignments/assigned-cell.tsx#AssignedCell' },
      },
    },
    // Account ids, to look the assignment up by; reviewers whose word is still to come.
    { name: 'assignedAuthor', type: 'text', index: true },
    { name: 'openReviewer1', type: 'text', index: true },
    { name: 'openReviewer2', type: 'text', index: true },
    { name: 'openReviewer3', type: 'text', index: true },
    { name: 'assignedDue', label: 'Due', type: 'date', index: true, admin: { date: dayPicker } },
    { name: 'needsReviewer', label: 'Needs a reviewer', type: 'checkbox', defaultValue: false },
    { name: 'needsReviewerBecause', type: 'textarea' },
    { name: 'approvalsGiven', label: 'Approvals given', type: 'number', defaultValue: 0 },
    { name: 'approvalsNeeded', label: 'Approvals needed', type: 'number', defaultValue: 0 },
    { name: 'approvers', type: 'json', admin: { description: 'Whose approval of the draft counts.' } },
    { name: 'isSafety', label: 'Safety change', type: 'checkbox', defaultValue: false },
    // What cannot wait comes first; within that what is due first.
    { name: 'rank', type: 'text', index: true, admin: { hidden: true } },
    { name: 'liveSeq', type: 'number' },
    { name: 'liveRevision', type: 'text' },
    // When somebody is next told of that date.
    { name: 'noticeDueAt', type: 'date', index: true, admin: { hidden: true } },
    // When somebody is told of the day until when they were asked, and the day that they were told of.
    { name: 'askNoticeAt', type: 'date', index: true, admin: { hidden: true } },
    { name: 'askTold', type: 'text', admin: { hidden: true } },
    {
      name: 'reviewDue',
      label: 'Next review',
      type: 'date',
      index: true,
      admin: { date: dayPicker },
    },
  ],
};

/**
 * Every web address that readers ever had, and whose it is: no other entry may take one. What redirects an old
 * address is the log, which the library reads.
 */
export const slugHistory: CollectionConfig = {
  slug: 'slug-history',
  admin: { hidden: true },
  ...appendOnly,
  fields: [
    { name: 'address', type: 'text', required: true, unique: true, index: true, admin: { description: 'type/slug' } },
    { name: 'uid', type: 'text', required: true, index: true },
    { name: 'seq', type: 'number', required: true },
  ],
};

/** Named positions: the log's counter and, per channel, how far its effects have got. */
export const cursors: CollectionConfig = {
  slug: 'cursors',
  admin: { hidden: true },
  ...appendOnly,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    { name: 'position', type: 'number', required: true },
    // The end of the release log: what the next row continues.
    { name: 'logId', type: 'text' },
    { name: 'signature', type: 'textarea' },
  ],
};

/** What each worker says of itself every ten seconds: one row per process, gone an hour after its last word. */
export const workerHeartbeats: CollectionConfig = {
  slug: 'worker-heartbeats',
  admin: { hidden: true },
  ...appendOnly,
  access: readByAdmins,
  fields: [
    { name: 'worker', type: 'text', required: true, unique: true, index: true },
    { name: 'host', type: 'text', required: true },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'beatAt', type: 'date', required: true, index: true },
    { name: 'loops', type: 'json', required: true },
  ],
};

/** Public halves of every key that ever signed a release, so that old signatures stay checkable. */
export const signingKeys: CollectionConfig = {
  slug: 'signing-keys',
  admin: { hidden: true },
  ...appendOnly,
  fields: [
    { name: 'kid', type: 'text', required: true, unique: true, index: true },
    { name: 'jwk', type: 'json', required: true },
    // Signed by another key of the installation: without it a key that was written here counts for nothing.
    { name: 'voucher', type: 'textarea' },
  ],
};

/** Who saved and deleted what, apart from reviews: entries, sources, figures, clinicians, accounts. */
export const auditEvents: CollectionConfig = {
  slug: 'audit-events',
  labels: { singular: 'Audit event', plural: 'Audit trail' },
  admin: {
    group: 'Record',
    hidden: hiddenFromNonAdmins,
    useAsTitle: 'action',
    defaultColumns: ['at', 'action', 'subject', 'actorName'],
  },
  ...chainsOf('subject'),
  // It names whoever logged in, and failed to.
  access: readByAdmins,
  fields: [
    writtenAt,
    { name: 'action', type: 'text', required: true, index: true },
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'actor', type: 'text' },
    { name: 'actorName', type: 'text' },
    { name: 'details', type: 'json' },
    ...chained,
    { name: 'last', type: 'checkbox', required: true, defaultValue: false, admin: { hidden: true } },
  ],
};
