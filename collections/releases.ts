import type { CollectionConfig, Where } from 'payload';
import { WITHDRAWAL_REASONS } from '../model/withdrawal.ts';
import { ENTRY_TYPES } from '../model/entries/types.ts';
import { CHANGE_KINDS } from '../model/release-row.ts';
import { nobody, roleOf } from './shared/access.ts';
import { appendOnlyHooks } from './shared/append-only.ts';
import { options } from './shared/entry-fields.ts';
import { readWholeRows, serveProved } from './shared/serve-proved.ts';

const LIVE_ONLY: Where = { and: [{ live: { equals: true } }, { kind: { equals: 'released' } }] };

const COLUMNS = ['seq', 'title', 'kind', 'version', 'changeKind', 'releasedAt', 'live'];

/** The release log: the only thing that channels read and the only meaning of "published". */
export const releases: CollectionConfig = {
  slug: 'releases',
  labels: { singular: 'Release', plural: 'Release log' },
  admin: {
    group: 'Record',
    useAsTitle: 'title',
    defaultColumns: COLUMNS,
    description: 'What readers have and had, in order. Written by releasing and withdrawing, never changed.',
  },
  access: {
    read: ({ req }) => (roleOf(req) === null ? LIVE_ONLY : true),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  hooks: {
    ...appendOnlyHooks,
    beforeOperation: [...appendOnlyHooks.beforeOperation, readWholeRows],
    afterOperation: [serveProved],
  },
  defaultSort: '-seq',
  timestamps: false,
  // The releases of an entry, and what readers may see, by whatever column they ask for.
  indexes: [
    { fields: ['uid', 'seq'] },
    ...COLUMNS.filter((column) => column !== 'live' && column !== 'kind').map((column) => ({
      fields: ['live', 'kind', column],
    })),
  ],
  fields: [
    { name: 'seq', label: 'Position', type: 'number', required: true, unique: true, index: true },
    { name: 'logId', label: 'Log', type: 'text', required: true },
    { name: 'previous', label: 'Hash of the row before', type: 'text' },
    { name: 'kind', type: 'select', required: true, options: options(['released', 'withdrawn']) },
    { name: 'type', type: 'select', required: true, options: options(ENTRY_TYPES) },
    { name: 'uid', label: 'Entry id', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true },
    { name: 'title', type: 'text', required: true },
    { name: 'summary', type: 'textarea' },
    { name: 'summaryHash', type: 'text' },
    { name: 'version', type: 'text', required: true },
    { name: 'revision', type: 'text', required: true, index: true },
    // `schema` in the row; a document of that name field breaks mongoose.
    { name: 'snapshotSchema', label: 'Shape of the snapshot', type: 'number' },
    { name: 'approvals', type: 'json' },
    { name: 'changeKind', type: 'select', required: true, options: options(CHANGE_KINDS) },
    { name: 'changeNote', type: 'textarea' },
    { name: 'reviewedAt', type: 'date' },
    { name: 'reviewDue', type: 'text' },
    { name: 'firstReleasedAt', type: 'date', required: true },
    { name: 'releasedAt', type: 'date', required: true },
    { name: 'locale', type: 'text', required: true, defaultValue: 'en' },
    { name: 'live', type: 'checkbox', required: true, defaultValue: false },
    { name: 'reason', type: 'select', options: options(WITHDRAWAL_REASONS) },
    { name: 'publicNote', type: 'textarea' },
    { name: 'replacedBy', type: 'text' },
    { name: 'references', type: 'json' },
    { name: 'figures', type: 'json' },
    { name: 'partOf', type: 'text' },
    { name: 'urgency', type: 'text' },
    { name: 'treatmentKind', type: 'text' },
    { name: 'evidenceLevel', type: 'text' },
    { name: 'signature', type: 'textarea', required: true },
    // Last, because SQLite reads a row from its front: what an index needs is read without the text.
    { name: 'snapshot', type: 'json' },
  ],
};
