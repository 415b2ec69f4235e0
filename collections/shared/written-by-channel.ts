import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { readByStaff } from './access.ts';
import { refusesWriting } from './operations.ts';

const refuse = () => {
  throw new CodedError('not-allowed', 'Only the email channel writes this record.');
};

/**
 * Closes every operation of Payload but reading, the Local API with its overridden access included: the email
 * channel writes these collections through the database adapter, one atomic change at a time. Staff may read them.
 */
export const writtenByChannel = {
  access: readByStaff,
  hooks: { beforeOperation: [refusesWriting(refuse)] },
  disableDuplicate: true,
} satisfies Partial<CollectionConfig>;
