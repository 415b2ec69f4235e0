import type { CollectionConfig } from 'payload';
import { issueKey, revokeKey } from './shared/api-key-endpoints.ts';
import { nobody, nobodyField, roleOf } from './shared/access.ts';
import { CodedError } from '../model/errors.ts';
import { refusesWriting } from './shared/operations.ts';
import { momentPicker } from './shared/pickers.ts';

const refuse = () => {
  throw new CodedError('not-allowed', 'Keys are made by POST /api/api-keys/issue and ended by …/revoke.');
};

const moment = { date: momentPicker };

/** Keys for scripts, each of one account. The key itself is shown once and kept nowhere; what is kept is its digest. */
export const apiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: { singular: 'API key', plural: 'API keys' },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'ownerName', 'begins', 'lastUsedAt', 'expiresAt', 'revokedAt'],
    description: 'Keys for scripts. They end by themselves, with the password of their account, and by hand.',
  },
  access: {
    read: ({ req }) => (roleOf(req) === 'admin' ? true : req.user ? { owner: { equals: String(req.user.id) } } : false),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  hooks: { beforeOperation: [refusesWriting(refuse)] },
  endpoints: [issueKey, revokeKey],
  disableDuplicate: true,
  fields: [
    { name: 'name', label: 'What it is for', type: 'text', required: true },
    { name: 'owner', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'ownerName', label: 'Acts for', type: 'text' },
    { name: 'begins', label: 'Begins with', type: 'text' },
    {
      name: 'digest',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      access: { read: nobodyField, create: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
    { name: 'expiresAt', label: 'Ends', type: 'date', required: true, admin: moment },
    { name: 'lastUsedAt', label: 'Last used, to the hour', type: 'date', admin: moment },
    { name: 'revokedAt', label: 'Ended by hand', type: 'date', admin: moment },
  ],
};
