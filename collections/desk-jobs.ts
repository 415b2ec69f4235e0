import type { CollectionConfig } from 'payload';
import { nobody } from './shared/access.ts';
import { appendOnlyHooks } from './shared/append-only.ts';
import { options } from './shared/entry-fields.ts';
import { JOB_KINDS, JOB_STATES } from '../editorial/jobs/job-row.ts';

/**
 * Work on many entries that goes on after the answer: what a changed source or figure leaves to do, and verbs on a
 * list of entries. The jobs write it through the database adapter; its progress is told by endpoints of its own.
 */
export const deskJobs: CollectionConfig = {
  slug: 'desk-jobs',
  labels: { singular: 'Job of the desk', plural: 'Jobs of the desk' },
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  hooks: appendOnlyHooks,
  disableDuplicate: true,
  // What a process looks for, and what is going on about one document.
  indexes: [{ fields: ['state', 'uid'] }, { fields: ['subject', 'state'] }],
  fields: [
    { name: 'uid', type: 'text', required: true, unique: true, index: true },
    // One of a kind at a time: the database refuses the second.
    { name: 'slot', type: 'text', required: true, unique: true, index: true },
    { name: 'kind', type: 'select', required: true, options: options(JOB_KINDS) },
    { name: 'state', type: 'select', required: true, options: options(JOB_STATES) },
    { name: 'subject', type: 'text', required: true },
    { name: 'task', type: 'json', required: true },
    { name: 'members', type: 'json' },
    { name: 'total', type: 'number', required: true },
    { name: 'position', type: 'number', required: true },
    { name: 'refused', type: 'json', required: true },
    { name: 'actor', type: 'text' },
    { name: 'person', type: 'text' },
    { name: 'actorName', type: 'text' },
    { name: 'holder', type: 'text', required: true },
    { name: 'leaseUntil', type: 'date', required: true },
    { name: 'endedAt', type: 'date', index: true },
  ],
};
