import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { readByMailers } from './access.ts';
import { refusesWriting } from './operations.ts';

const refuse = () => {
  throw new CodedError('not-allowed', 'Only the email channel writes this record.');
};

/**
 * Closes every operation of Payload but reading, the Local API with its overridden access included: the email
 * channel writes these collections through the database adapter, one atomic change at a time. Mailers and admins may read them: they say who the
 * readers are.
 */
export const writtenByChannel = {
  access: readByMailers,
  hooks: { beforeOperation: [refusesWriting(refuse)] },
  disableDuplicate: true,
} satisfies Partial<CollectionConfig>;
