import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';

const WRITES = ['create', 'update', 'updateByID', 'delete', 'deleteByID', 'restoreVersion', 'duplicate'];

/**
 * Closes every writing operation of Payload, the Local API with its overridden access included: the email
 * channel writes these collections through the database adapter, one atomic change at a time.
 */
export const writtenByChannel: CollectionConfig['hooks'] = {
  beforeOperation: [
    ({ operation }: { operation: string }) => {
      if (WRITES.includes(operation)) throw new CodedError('not-allowed', 'Only the email channel writes this record.');
    },
  ],
};
