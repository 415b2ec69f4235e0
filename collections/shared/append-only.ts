import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';

const refuse = () => {
  throw new CodedError('append-only', 'This record is written by the editorial verbs alone and never changed.');
};

/**
 * Closes every Payload operation, the Local API with its overridden access included: the verbs write
 * these collections through the database adapter, inside their transaction.
 */
export const appendOnlyHooks: CollectionConfig['hooks'] = {
  beforeOperation: [
    ({ operation }: { operation: string }) => {
      const writes = ['create', 'update', 'updateByID', 'delete', 'deleteByID', 'restoreVersion', 'duplicate'];
      if (writes.includes(operation)) refuse();
    },
  ],
  beforeChange: [refuse],
  beforeDelete: [refuse],
};
