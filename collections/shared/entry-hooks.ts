import DataLoader from 'dataloader';
import type {
  CollectionAfterChangeHook,
  CollectionAfterReadHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { COLLECTION_OF, type EntryCollection } from '../../model/entries/types.ts';
import { beingRefreshed } from '../../editorial/jobs/being-refreshed.ts';
import { forgetFindable } from '../../editorial/finder/keep-findable.ts';
import { keepDeleted } from '../../editorial/records/deleted-draft.ts';
import { refreshStatus } from '../../editorial/records/entry-status.ts';
import { putMainBack, readMain, readNewest, type Stored } from '../../editorial/records/stored-entry.ts';
import { CodedError } from '../../model/errors.ts';
import type { State } from '../../model/lifecycle.ts';
import { wasEverReleased } from '../../release-log/read-standing.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { isPastReview } from '../../model/review-due.ts';
import { isReading } from './operations.ts';
import { givenUid } from './given-uid.ts';
import { takeOrigin } from './text-origin.ts';

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  args: unknown;
}

/** What the hooks know of a document: Payload gives them whatever the collection has. */
interface EntryDocument {
  id: number | string;
  uid?: string | null;
}

/**
 * Every save that is not a verb is a draft, through whatever door it comes: REST, GraphQL, Local API, bulk
 * edit, duplicate, restore. Asking to publish is refused, so that nobody believes to have published.
 */
export const refusePublishing: CollectionBeforeOperationHook = ({ args, operation }: Asked) => {
  const given = args as { data?: { _status?: unknown } | null; draft?: boolean };
  // Deleting has a rule of its own; what is neither that nor reading saves, and is held to be saving.
  if (isReading(operation) || operation === 'delete') return;
  if (given.data !== undefined && (typeof given.data !== 'object' || given.data === null)) {
    throw new CodedError('invalid-request', 'Send the fields of the entry as a JSON object.');
  }
  if (given.data?._status === 'published') {
    throw new CodedError(
      'publish-through-verbs',
      'Publishing is releasing: submit, approve and release this revision.',
    );
  }
  given.draft = true;
};

/** The status that a door may still try to set after `refusePublishing` (restore brings its own), and the uid. */
export const keepUid: CollectionBeforeChangeHook<EntryDocument> = ({ data, originalDoc, operation, req }) => {
  const uid = (operation === 'update' ? originalDoc?.uid : (givenUid(req) ?? data.uid)) ?? uuidv7();
  beingSaved(req).add(uid);
  return { ...data, uid, _status: 'draft' };
};

/** Where a request keeps it. Payload copies `context` as a request goes on; nobody outside this file can name a symbol. */
const KEPT_MAIN = Symbol('the main document before restoring');

/**
 * Restoring a version saves a draft, as every save does. Payload writes the main document over as well, unless the
 * caller says `draft`, which a hook comes too late for: it is kept here, and put back by `putBackMain`.
 */
export const keepMain =
  (collection: EntryCollection): CollectionBeforeChangeHook<EntryDocument> =>
  async ({ data, originalDoc, req }) => {
    if (req.context.isRestoringVersion !== true || !originalDoc) return data;
    Object.assign(req.context, { [KEPT_MAIN]: await readMain(req, collection, originalDoc.id) });
    return data;
  };

export const putBackMain =
  (collection: EntryCollection): CollectionAfterChangeHook<EntryDocument> =>
  async ({ doc, req }) => {
    const { [KEPT_MAIN]: main } = req.context as { [KEPT_MAIN]?: Stored | null };
    if (!main) return doc;
    Object.assign(req.context, { [KEPT_MAIN]: null });
    await putMainBack(req, collection, main);
    return doc;
  };

/** Keeps the entry's status in step with its draft, in the same transaction, and answers the state after it. */
export const refresh =
  (collection: EntryCollection): CollectionAfterChangeHook<EntryDocument> =>
  async ({ doc, req }) => {
    const { uid, state } = await refreshStatus(req, collection, doc.id, {
      editor: req.user ?? null,
      origin: takeOrigin(req),
    });
    beingSaved(req).delete(uid);
    return { ...doc, state };
  };

/**
 * Fills the derived `state`, and the revisions of the draft and of what readers have that go with it, so that a verb
 * from a list speaks of what the list showed: one query for all documents of a request. Of a document being saved they
 * are not known yet.
 */
export const addStates: CollectionAfterReadHook<EntryDocument> = async ({ doc, req }) => {
  if (typeof doc.uid !== 'string' || beingSaved(req).has(doc.uid)) return doc;
  const known = await statesOf(req).load(doc.uid);
  const { state = null, revision = null, liveRevision = null, isRefreshed = false } = known ?? {};
  return { ...doc, state, revision, liveRevision, ...(isRefreshed ? { beingRefreshed: true } : {}) };
};

const saving = new WeakMap<object, Set<string>>();

/** Uids of the entries that this request is saving. */
function beingSaved(req: object): Set<string> {
  const known = saving.get(req) ?? new Set<string>();
  saving.set(req, known);
  return known;
}

interface Known {
  state: State;
  revision: string;
  liveRevision: string | null;
  /** what it carries was changed, and its row does not know yet */
  isRefreshed: boolean;
}

const loaders = new WeakMap<object, DataLoader<string, Known | null>>();

function statesOf(req: PayloadRequest): DataLoader<string, Known | null> {
  const known = loaders.get(req);
  if (known) return known;
  const loader = new DataLoader<string, Known | null>(
    async (uids) => {
      const { docs } = await req.payload.find({
        collection: 'entry-status',
        where: { uid: { in: [...uids] } },
        limit: uids.length,
        pagination: false,
        depth: 0,
        overrideAccess: true,
        select: {
          ...{ uid: true, type: true, entryId: true, state: true, reviewDue: true },
          ...{ revision: true, liveRevision: true },
        },
        req,
      });
      const isWaiting = await beingRefreshed(req);
      const states = new Map(
        docs.map(({ uid, type, entryId, state, reviewDue, revision, liveRevision = null }): [string, Known] => {
          const isOverdue = state === 'live' && isPastReview(reviewDue, servicesOf(req.payload).now());
          const entry = { collection: COLLECTION_OF[type], id: entryId, uid };
          const shown = isOverdue ? 'review-overdue' : state;
          return [uid, { state: shown, revision, liveRevision, isRefreshed: isWaiting(entry) }];
        }),
      );
      return uids.map((uid) => states.get(uid) ?? null);
    },
    { cache: false },
  );
  loaders.set(req, loader);
  return loader;
}

/** What readers once had must stay traceable for ever; a draft that never was goes to the trash. */
export const moveToTrash =
  (collection: EntryCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const draft = await readNewest(req, collection, id);
    // Payload says that there is none.
    if (!draft) return;
    if (await wasEverReleased(req, draft.uid)) {
      throw new CodedError('wrong-state', 'Readers have had this entry: withdraw it instead of deleting it.');
    }
    await keepDeleted(req, collection, draft);
    const { db } = req.payload;
    await db.deleteMany({ collection: 'entry-status', where: { uid: { equals: draft.uid } }, req });
    await forgetFindable(req, collection, id);
    // Payload goes on when this fails, and whoever saves a version that is left has an entry without a document.
    await db.deleteVersions({ collection, where: { parent: { equals: id } }, req });
  };
