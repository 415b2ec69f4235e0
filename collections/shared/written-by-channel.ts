import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { isReading } from './operations.ts';

/**
 * Closes every operation of Payload but reading, the Local API with its overridden access included: the email
 * channel writes these collections through the database adapter, one atomic change at a time.
 */
export const writtenByChannel: CollectionConfig['hooks'] = {
  beforeOperation: [
    ({ operation }: { operation: string }) => {
      if (!isReading(operation)) throw new CodedError('not-allowed', 'Only the email channel writes this record.');
    },
  ],
};
