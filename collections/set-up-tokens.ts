import type { CollectionConfig } from 'payload';
import { CodedError } from '../model/errors.ts';
import { nobody } from './shared/access.ts';
import { refusesWriting } from './shared/operations.ts';

const refuse = () => {
  throw new CodedError('not-allowed', 'The server makes set-up tokens when it starts.');
};

/** Digests of the tokens that servers printed while there was no account. Each counts for a day; the first account ends all. */
export const setUpTokens: CollectionConfig = {
  slug: 'set-up-tokens',
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  hooks: { beforeOperation: [refusesWriting(refuse)] },
  disableDuplicate: true,
  fields: [
    { name: 'digest', type: 'text', required: true, unique: true, index: true },
    { name: 'until', type: 'date', required: true, index: true },
  ],
};
