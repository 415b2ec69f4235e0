import type { CollectionConfig } from 'payload';
import { TRASH_DAYS } from '../editorial/records/deleted-draft.ts';
import { ENTRY_TYPES } from '../model/entries/types.ts';
import { nobodyField } from './shared/access.ts';
import { appendOnly } from './shared/append-only.ts';
import { options } from './shared/entry-fields.ts';
import { momentPicker } from './shared/pickers.ts';
import { putBackEndpoint } from './shared/put-back-endpoint.ts';

const sealed = { read: nobodyField, create: nobodyField, update: nobodyField };

/**
 * The trash: a copy of each draft that was deleted, for its time. Nothing that reads entries can meet one here; it
 * comes back through `putBack` alone.
 */
export const deletedDrafts: CollectionConfig = {
  slug: 'deleted-drafts',
  labels: { singular: 'Deleted draft', plural: 'Trash' },
  admin: {
    group: 'Library',
    useAsTitle: 'title',
    defaultColumns: ['title', 'putBack', 'type', 'deletedByName', 'deletedOn', 'expiresAt'],
    listSearchableFields: ['title', 'slug'],
    description: `Drafts that were deleted before any release. Each can be put back for ${TRASH_DAYS} days, then it is gone for good.`,
    hideAPIURL: true,
  },
  ...appendOnly,
  disableDuplicate: true,
  defaultSort: '-deletedOn',
  timestamps: false,
  endpoints: [putBackEndpoint],
  fields: [
    {
      name: 'putBack',
      label: 'Put back',
      type: 'ui',
      admin: {
        components: {
          Cell: '/admin/trash/put-back-cell.tsx#PutBackCell',
          Field: '/admin/trash/put-back.tsx#PutBackHere',
        },
      },
    },
    { name: 'title', label: 'Title', type: 'text' },
    { name: 'type', label: 'Kind', type: 'select', required: true, options: options(ENTRY_TYPES) },
    { name: 'slug', label: 'Web address', type: 'text' },
    { name: 'uid', label: 'Permanent id', type: 'text', required: true, index: true },
    { name: 'draft', type: 'json', required: true, access: sealed, admin: { hidden: true } },
    { name: 'versions', type: 'textarea', access: sealed, admin: { hidden: true } },
    { name: 'writers', type: 'json', required: true, access: sealed, admin: { hidden: true } },
    { name: 'deletedBy', type: 'text', admin: { hidden: true } },
    { name: 'deletedByName', label: 'Deleted by', type: 'text' },
    // Not deletedAt: the admin takes that for Payload's own mark.
    { name: 'deletedOn', label: 'Deleted', type: 'date', required: true, index: true, admin: { date: momentPicker } },
    {
      name: 'expiresAt',
      label: 'Gone for good',
      type: 'date',
      required: true,
      index: true,
      admin: { date: momentPicker },
    },
  ],
};
