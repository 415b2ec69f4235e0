import type { Access, CollectionBeforeOperationHook, CollectionSlug, PayloadRequest, SanitizedConfig } from 'payload';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { CodedError } from '../../model/errors.ts';
import { nobody } from './access.ts';

const LOCKS = 'payload-locked-documents';

interface Lock {
  document?: { relationTo: CollectionSlug; value: DocumentId } | null;
}

/**
 * Payload's locks on documents that are being edited stop the saves of others, and anybody who can log in may write
 * them. Here a page takes its own by being opened; over the API somebody who may change the document takes it over, in
 * the own name, and gives up the own.
 */
export function guardEditLocks(config: SanitizedConfig): SanitizedConfig {
  const locks = config.collections.find(({ slug }) => slug === LOCKS);
  if (!locks) return config;
  Object.assign(locks.access, { create: nobody, update: overWhatOneMayChange, delete: own });
  const { hooks } = locks;
  locks.hooks = { ...hooks, beforeOperation: [...hooks.beforeOperation, inOwnName] };
  return config;
}

const own: Access = ({ req }) => (req.user ? { 'user.value': { equals: req.user.id } } : false);

const overWhatOneMayChange: Access = async ({ req, id }) => {
  if (!req.user || id === undefined) return false;
  const lock = await req.payload.db.findOne<Lock & { id: DocumentId }>({
    collection: LOCKS,
    where: { id: { equals: id } },
    req,
  });
  return lock?.document ? mayChange(req, lock.document.relationTo, lock.document.value) : false;
};

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  args: object;
  req: PayloadRequest;
}

const inOwnName: CollectionBeforeOperationHook = ({ operation, args, req }: Asked) => {
  const { data, overrideAccess } = args as { data?: Record<string, unknown> | null; overrideAccess?: boolean };
  if (operation !== 'update' || overrideAccess === true) return;
  const { user, ...rest } = data ?? {};
  const named = typeof user === 'object' && user !== null && 'value' in user ? user.value : undefined;
  if (Object.keys(rest).length === 0 && req.user && String(named) === String(req.user.id)) return;
  throw new CodedError('not-allowed', 'A lock is taken over in the own name, and says nothing else.');
};

async function mayChange(req: PayloadRequest, name: string, id: DocumentId): Promise<boolean> {
  const slug = (Object.keys(req.payload.collections) as CollectionSlug[]).find((each) => each === name);
  if (slug === undefined) return false;
  // None of ours asks which document it is: what depends on it is a condition.
  const may = await req.payload.collections[slug].config.access.update({ req });
  if (typeof may === 'boolean') return may;
  const where = { and: [{ id: { equals: id } }, may] };
  return (await req.payload.count({ collection: slug, where, overrideAccess: true, req })).totalDocs > 0;
}

interface Opened {
  id?: DocumentId;
  collectionSlug?: string;
  returnLockStatus?: boolean;
  req: PayloadRequest;
}

/** Payload's function that a form asks for its state, which locks what it shows: here for whoever may change it. */
export const lockedByWriters =
  <Args extends Opened, State>(formState: (args: Args) => State | Promise<State>) =>
  async (args: Args): Promise<State> => {
    const { id, collectionSlug, returnLockStatus, req } = args;
    if (returnLockStatus !== true) return formState(args);
    const may = id !== undefined && collectionSlug !== undefined && (await mayChange(req, collectionSlug, id));
    return formState({ ...args, returnLockStatus: may });
  };
