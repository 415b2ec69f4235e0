import type { CollectionConfig } from 'payload';
import { SET_STATES } from '../../editorial/change-sets/set-row.ts';
import { CHANGE_KINDS } from '../../model/release-row.ts';
import { changeSetEndpoints } from './endpoints.ts';
import { readByStaff } from '../shared/access.ts';
import { refusesWriting } from '../shared/operations.ts';
import { options } from '../shared/entry-fields.ts';
import { momentPicker } from '../shared/pickers.ts';
import { CodedError } from '../../model/errors.ts';

const refuse = () => {
  throw new CodedError('not-allowed', 'A change set is made and acted on through its own endpoints (docs/http.md).');
};

/** Entries that one change touches: submitted, reviewed, approved and released as one. Each approval is of its entry. */
export const changeSets: CollectionConfig = {
  slug: 'change-sets',
  labels: { singular: 'Change set', plural: 'Change sets' },
  admin: {
    group: 'Record',
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'madeByName', 'createdAt'],
    description: 'Entries that are submitted, approved and released as one. Made from what a shared document touches.',
    hideAPIURL: true,
  },
  access: readByStaff,
  hooks: { beforeOperation: [refusesWriting(refuse)] },
  endpoints: changeSetEndpoints,
  disableDuplicate: true,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['about', 'state'] }],
  fields: [
    {
      name: 'name',
      label: 'Change set',
      type: 'text',
      required: true,
      admin: { components: { Cell: '/admin/change-sets/set-link-cell.tsx#SetLinkCell' } },
    },
    { name: 'uid', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
    { name: 'state', label: 'State', type: 'select', required: true, options: options(SET_STATES) },
    { name: 'changeKind', label: 'Kind', type: 'select', required: true, options: options(CHANGE_KINDS) },
    { name: 'changeNote', label: 'What changed', type: 'textarea', required: true },
    { name: 'about', type: 'text', admin: { hidden: true } },
    { name: 'aboutTitle', label: 'Because of', type: 'text' },
    { name: 'members', type: 'json', required: true, admin: { hidden: true } },
    { name: 'approvals', type: 'json', required: true, admin: { hidden: true } },
    { name: 'job', type: 'text', admin: { hidden: true } },
    { name: 'turn', type: 'number', required: true, admin: { hidden: true } },
    { name: 'madeBy', type: 'text', admin: { hidden: true } },
    { name: 'madeByName', label: 'Made by', type: 'text', required: true },
    { name: 'submittedAt', label: 'Submitted', type: 'date', admin: { date: momentPicker } },
    { name: 'submittedByName', label: 'Submitted by', type: 'text' },
    { name: 'releasedAt', label: 'Released', type: 'date', admin: { date: momentPicker } },
    { name: 'releasedByName', label: 'Released by', type: 'text' },
    { name: 'discardedAt', label: 'Discarded', type: 'date', admin: { date: momentPicker } },
    { name: 'discardedByName', label: 'Discarded by', type: 'text' },
  ],
};
