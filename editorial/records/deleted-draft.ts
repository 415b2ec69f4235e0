import type { PayloadRequest, Where } from 'payload';
import { TYPE_OF, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { namedBy, titleOf, type Named } from './named-documents.ts';
import { UUID } from './dossier.ts';
import { packOlderVersions } from './older-versions.ts';
import { servicesOf } from './services.ts';
import type { DocumentId, Stored } from './stored-entry.ts';
import { toWriters, withWriters, type Writer } from './writers.ts';

/** How long a deleted draft can be put back. */
export const TRASH_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** A row of the trash. */
export interface DeletedDraft {
  id: DocumentId;
  uid: string;
  type: EntryType;
  title?: string | null;
  /** the fields as the entry's table held them, and what their relations mean */
  draft: { fields: Record<string, unknown>; named: Named[] };
  /** packed: `older-versions.ts` */
  versions?: string | null;
  /** who ever wrote any of it: of a draft that was never released, its authors */
  writers: Writer[];
  deletedOn: string;
  deletedByName?: string | null;
  expiresAt: string;
}

/** Puts a copy of a draft that is about to be deleted into the trash, in the caller's transaction. */
export async function keepDeleted(req: PayloadRequest, collection: EntryCollection, stored: Stored): Promise<void> {
  const now = servicesOf(req.payload).now();
  const { id, ...fields } = stored;
  const { uid, slug } = stored;
  const data = {
    uid,
    type: TYPE_OF[collection],
    title: titleOf(req, collection, stored),
    slug: typeof slug === 'string' ? slug : null,
    draft: { fields: asJson(fields), named: await namedBy(req, collection, [fields]) },
    versions: await packOlderVersions(req, collection, id),
    writers: await writersOf(req, uid, now),
    deletedBy: req.user ? String(req.user.id) : null,
    deletedByName: req.user?.name ?? 'System',
    deletedOn: now.toISOString(),
    expiresAt: new Date(now.getTime() + TRASH_DAYS * DAY).toISOString(),
  };
  await req.payload.db.create({ collection: 'deleted-drafts', data, req, returning: false });
}

/** A row of the trash by its id, or the newest one of an entry's uid. Throws `not-found`. */
export async function findDeleted(req: PayloadRequest, idOrUid: DocumentId): Promise<DeletedDraft> {
  const where: Where = UUID.test(String(idOrUid))
    ? { uid: { equals: String(idOrUid).toLowerCase() } }
    : { id: { equals: idOrUid } };
  const { docs } = await req.payload.db.find<DeletedDraft>({
    collection: 'deleted-drafts',
    where,
    sort: '-deletedOn',
    pagination: false,
    limit: 1,
    req,
  });
  const [row] = docs;
  if (!row) throw new CodedError('not-found', 'There is no such draft in the trash.');
  return row;
}

/** Who wrote the text that was deleted under this uid and can still be put back; whoever brings it back did not. */
export async function writersInTrash(req: PayloadRequest, uid: string): Promise<Writer[]> {
  const { docs } = await req.payload.db.find<Pick<DeletedDraft, 'writers'> & { id: DocumentId }>({
    collection: 'deleted-drafts',
    where: { uid: { equals: uid } },
    select: { writers: true },
    pagination: false,
    limit: 0,
    req,
  });
  return docs.flatMap(({ writers }) => toWriters(writers));
}

async function writersOf(req: PayloadRequest, uid: string, now: Date): Promise<Writer[]> {
  const status = await req.payload.db.findOne<{ id: DocumentId; writers?: unknown; editors?: unknown }>({
    collection: 'entry-status',
    where: { uid: { equals: uid } },
    req,
  });
  const known = toWriters(status?.writers);
  const others = toWriters(status?.editors).filter(
    ({ actor, person }) => !known.some((one) => one.actor === actor && one.person === person),
  );
  return withWriters(known, others, now.toISOString());
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
