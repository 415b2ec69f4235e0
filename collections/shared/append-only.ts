import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { isReading } from './operations.ts';

const refuse = () => {
  throw new CodedError('append-only', 'This record is written by the editorial verbs alone and never changed.');
};

/**
 * Closes every Payload operation but reading, the Local API with its overridden access included: the verbs write
 * these collections through the database adapter, inside their transaction.
 */
export const appendOnlyHooks = {
  beforeOperation: [
    ({ operation }: { operation: string }) => {
      if (!isReading(operation)) refuse();
    },
  ],
  beforeChange: [refuse],
  beforeDelete: [refuse],
} satisfies CollectionConfig['hooks'];
