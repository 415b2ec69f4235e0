import type { CollectionBeforeOperationHook, SanitizedConfig } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { isReading } from './operations.ts';

/** Documents that one request can list. */
export const MOST_LISTED = 100;

/** An operation of Payload, whatever it is called. `overrideAccess` is what the caller says, nothing from outside. */
interface Asked {
  args: object;
  operation: string;
}

interface Args {
  id?: unknown;
  where?: unknown;
  limit?: unknown;
  pagination?: boolean;
  data?: unknown;
  overrideAccess?: boolean;
}

/**
 * What holds for every request from outside, of every collection there is, Payload's own included. What our own code
 * asks through the Local API says that it overrides access, or who asks, and is not meant.
 */
export function guardRequests(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { hooks } = collection;
    // No button for what is refused.
    Object.assign(collection, { disableBulkEdit: true, disableBulkDelete: true });
    hooks.beforeOperation = [boundList, oneDocumentAtATime, keepTimes, ...hooks.beforeOperation];
  }
  return config;
}

/** REST and GraphQL say nothing; a list of the admin says that access counts, and how many it wants. */
const boundList: CollectionBeforeOperationHook = ({ args: given, operation }: Asked) => {
  const args: Args = given;
  if (!isReading(operation) || args.id !== undefined || args.overrideAccess === true) return;
  if (args.overrideAccess === false && (args.limit === undefined || args.pagination === false)) return;
  if (args.limit === undefined && args.pagination !== false) return;
  const asked = Math.trunc(Number(args.limit));
  args.limit = asked >= 1 && asked <= MOST_LISTED ? asked : MOST_LISTED;
};

/** One slip of a condition would empty a collection, or write the same words over all of it. */
const oneDocumentAtATime: CollectionBeforeOperationHook = ({ args: given, operation }: Asked) => {
  const args: Args = given;
  if (isReading(operation) || args.overrideAccess === true) return;
  if (args.where !== undefined && args.id === undefined) {
    throw new CodedError('method-not-allowed', 'One document at a time: name it by its id.');
  }
};

/** When something was made and saved is for the system to say. Forms send the times that they were shown. */
const keepTimes: CollectionBeforeOperationHook = ({ args: given, operation }: Asked) => {
  const args: Args = given;
  if (isReading(operation) || args.overrideAccess === true) return;
  const { data } = args;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return;
  const { createdAt: _made, updatedAt: _saved, ...kept } = data as Record<string, unknown>;
  args.data = kept;
};
