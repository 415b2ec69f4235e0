import {
  ValidationError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
} from 'payload';
import { CodedError } from '../../model/errors.ts';
import { faultsOf } from './known-fields.ts';
import { isReading } from './operations.ts';

/** Documents that one request can list. */
export const MOST_LISTED = 100;

/** An operation of Payload, whatever it is called. `overrideAccess` is what the caller says, nothing from outside. */
interface Asked {
  args: object;
  operation: string;
  collection: SanitizedCollectionConfig;
  req: PayloadRequest;
}

interface Args {
  id?: number | string | null;
  duplicateFromID?: number | string | null;
  page?: unknown;
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
    // No button for what is refused.
    Object.assign(collection, { disableBulkEdit: true, disableBulkDelete: true });
    const { hooks } = collection;
    // A collection's description outlives a configuration that was made of it.
    if (hooks.beforeOperation.includes(boundList)) continue;
    const beforeOperation = [
      refuseNowhere,
      boundList,
      oneDocumentAtATime,
      keepTimes,
      ...hooks.beforeOperation,
      refuseUnknown,
    ];
    collection.hooks = { ...hooks, beforeOperation };
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
  // In place: some operations have taken hold of the object before they ask.
  for (const time of ['createdAt', 'updatedAt']) Reflect.deleteProperty(data, time);
};

/** Questions of places on a map, which no field answers, and on which both databases break. */
const OF_A_MAP = new Set(['near', 'within', 'intersects']);
const LAST_PAGE = 1_000_000;

/** Ids that no document can have, and conditions that no database understands. */
const refuseNowhere: CollectionBeforeOperationHook = ({ args: given, req }: Asked) => {
  const args: Args = given;
  if (args.overrideAccess === true) return;
  const isId = ID[req.payload.db.defaultIDType];
  const ids = [args.id, args.duplicateFromID].filter((id) => id !== undefined && id !== null);
  for (const id of ids) {
    if (!isId.test(String(id))) throw new CodedError('not-found', 'There is no such document.');
  }
  if (args.page !== undefined && !(Number(args.page) <= LAST_PAGE)) args.page = 1;
  for (const condition of conditionsOf(args.where)) {
    if (OF_A_MAP.has(condition)) throw new CodedError('invalid-request', `No field can be asked for ${condition}.`);
  }
};

const ID = { number: /^[0-9]{1,15}$/, text: /^[0-9a-f]{24}$/i } as const;

const conditionsOf = (where: unknown): string[] =>
  typeof where === 'object' && where !== null
    ? Object.entries(where).flatMap(([name, inner]) => [name, ...conditionsOf(inner)])
    : [];

/** What a request would have dropped without a word, or what breaks on the way to the database. */
const refuseUnknown: CollectionBeforeOperationHook = ({ args: given, operation, collection, req }: Asked) => {
  const args: Args = given;
  if ((operation !== 'create' && operation !== 'update') || args.overrideAccess !== undefined) return;
  const { data } = args;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    if (data === undefined && args.duplicateFromID !== undefined) return;
    throw new CodedError('invalid-request', 'Send the fields as a JSON object.');
  }
  const errors = faultsOf(collection.flattenedFields, data as Record<string, unknown>);
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
};
