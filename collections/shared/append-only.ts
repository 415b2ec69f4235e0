import type { CollectionConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { readByStaff } from './access.ts';
import { refusesWriting } from './operations.ts';

const refuse = () => {
  throw new CodedError('append-only', 'This record is written by the editorial verbs alone and never changed.');
};

/**
 * Closes every Payload operation but reading, the Local API with its overridden access included: the verbs write
 * these collections through the database adapter, inside their transaction.
 */
export const appendOnlyHooks = {
  beforeOperation: [refusesWriting(refuse)],
  beforeChange: [refuse],
  beforeDelete: [refuse],
} satisfies CollectionConfig['hooks'];

/** A record of the system's own, which staff may read. */
export const appendOnly = { access: readByStaff, hooks: appendOnlyHooks } satisfies Partial<CollectionConfig>;
