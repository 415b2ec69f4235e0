import type { PayloadRequest } from 'payload';
import { COLLECTION_OF, isShared, type EntryCollection, type SharedCollection } from '../../model/entries/types.ts';
import { embeddedOf, memberOf } from '../../model/entries/leaves.ts';
import { CodedError } from '../../model/errors.ts';
import type { State } from '../../model/lifecycle.ts';
import { ifProved } from '../../release-log/integrity.ts';
import { libraryOf } from '../../release-log/library-of.ts';
import { entriesUsing } from '../records/entries-using.ts';
import { findDraft, toDossier } from '../records/dossier.ts';
import type { Draft } from '../records/read-draft.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { passagesOf, type Passage } from '../rules/impact/passages.ts';
import { readersOf } from './readers-by-mail.ts';

/** Entries whose passages are quoted in one answer. */
const PAGE = 20;

/** An entry that a change of a shared document touches. */
export interface TouchedEntry {
  collection: EntryCollection;
  id: DocumentId;
  uid: string;
  title: string;
  state: State | null;
  /** readers have it */
  isLive: boolean;
  /** the revision of its draft with the document as it is now; null where the draft cannot be read */
  revision: string | null;
  /** its draft is another text than readers have, and so can be submitted */
  isChanged: boolean;
  /** where its words rest on the document */
  passages: Passage[];
  /** `look`: its words rest on the document, so that somebody must look at them; `approve`: it only lists it */
  needs: 'look' | 'approve';
  /** readers who were mailed it */
  readers: number;
}

export interface Impact {
  about: { collection: SharedCollection | 'red-flags'; id: DocumentId; title: string };
  /** entries that carry or show it */
  total: number;
  /** a change of it changes the revision of these entries; a red flag they only name */
  changesRevisions: boolean;
  /** from `from` on, a page of them */
  entries: TouchedEntry[];
  next: number | null;
  /** lessons that send one of them, by course */
  lessons: { course: string; title: string; lessons: number }[];
  /** readers who were mailed any of them */
  readers: number;
}

/** What a change of a shared document or a red flag touches. Throws `not-found`. */
export async function readImpact(
  req: PayloadRequest,
  collection: SharedCollection | 'red-flags',
  id: DocumentId,
  from: number,
): Promise<Impact> {
  const doc = await req.payload.db.findOne<Doc>({ collection, where: { id: { equals: id } }, req });
  if (!doc) throw new CodedError('not-found', 'There is no such document.');
  const library = await libraryOf(req.payload).current();
  const named = isShared(collection) ? await using(req, collection, id) : naming(doc, library);
  const uids = named.map(({ uid }) => uid);
  const entries: TouchedEntry[] = [];
  for (const one of named.slice(from, from + PAGE)) entries.push(await touched(req, collection, doc, one));
  return {
    about: { collection, id, title: titleOf(doc) },
    total: named.length,
    changesRevisions: isShared(collection),
    entries,
    next: from + PAGE < named.length ? from + PAGE : null,
    lessons: await lessonsWith(req, uids),
    readers: await readersOf(req, uids),
  };
}

type Doc = Record<string, unknown> & { id: DocumentId };
type Row = {
  id: DocumentId;
  title?: string | null;
  state: State;
  revision?: string | null;
  liveSeq?: number | null;
  liveRevision?: string | null;
};

interface Used {
  collection: EntryCollection;
  /** null where only readers have it */
  id: DocumentId | null;
  uid: string;
}

async function using(req: PayloadRequest, collection: SharedCollection, id: DocumentId): Promise<Used[]> {
  const found = await entriesUsing(req, collection, id);
  return found.map(({ collection: of, id: entry, uid }) => ({ collection: of, id: entry, uid }));
}

/** A red flag and what readers have that shows it: nothing carries it, so no other revision changes. */
function naming(
  doc: Record<string, unknown>,
  library: Awaited<ReturnType<ReturnType<typeof libraryOf>['current']>>,
): Used[] {
  const uid = typeof doc.uid === 'string' ? doc.uid : '';
  const others = (['guide', 'cause', 'treatment', 'course'] as const).flatMap((type) => library.naming(type, uid));
  return [
    { collection: 'red-flags', id: null, uid },
    ...others.map(({ type, uid: other }) => ({ collection: COLLECTION_OF[type], id: null, uid: other })),
  ];
}

async function touched(
  req: PayloadRequest,
  about: SharedCollection | 'red-flags',
  doc: Record<string, unknown>,
  { collection, id, uid }: Used,
): Promise<TouchedEntry> {
  const row = await req.payload.db.findOne<Row>({
    collection: 'entry-status',
    where: { uid: { equals: uid } },
    req,
  });
  const draft = await findDraft(req, collection, id ?? uid).catch((error: unknown) => {
    if (error instanceof CodedError) return null;
    throw error;
  });
  const content = draft?.revision.content;
  const key = content && isShared(about) ? keyIn(about, doc, content) : null;
  const passages = content && isShared(about) && key !== null ? passagesOf(content, { collection: about, key }) : [];
  return {
    collection,
    id: draft?.doc.id ?? id ?? uid,
    uid,
    title: row?.title ?? content?.title ?? '',
    state: draft ? await stateNow(req, collection, draft, row) : (row?.state ?? null),
    isLive: typeof row?.liveSeq === 'number',
    revision: draft?.revision.hash ?? null,
    isChanged: draft !== null && draft.revision.hash !== (row?.liveRevision ?? null),
    passages,
    needs: passages.length > 0 ? 'look' : 'approve',
    readers: await readersOf(req, [uid]),
  };
}

/** The row may still be of the text before the change, until a job has come to it. */
async function stateNow(req: PayloadRequest, collection: EntryCollection, draft: Draft, row: Row | null) {
  if (row?.revision === draft.revision.hash) return row.state;
  const { policy, now } = servicesOf(req.payload);
  return (await toDossier(req, collection, draft, { policy, now: now() })).state;
}

/** How a text knows the document: by its short name, a figure by the file that its words belong to. */
function keyIn(
  about: SharedCollection,
  doc: Record<string, unknown>,
  content: Parameters<typeof embeddedOf>[0],
): string | null {
  if (about !== 'media') return typeof doc.slug === 'string' ? doc.slug : null;
  const [mine] = embeddedOf(content).flatMap(({ field, value }) =>
    field.collection === 'media' && memberOf(value, 'alt') === doc.alt ? [memberOf(value, 'renditions')] : [],
  );
  const hash = Array.isArray(mine) ? memberOf(mine[0], 'sha256') : null;
  return typeof hash === 'string' ? hash : null;
}

async function lessonsWith(req: PayloadRequest, uids: readonly string[]): Promise<Impact['lessons']> {
  const library = await libraryOf(req.payload).current();
  const touchedUids = new Set(uids);
  const found: Impact['lessons'] = [];
  for (const { uid, title, references } of library.list('course')) {
    if (!touchedUids.has(uid) && !references.some((one) => touchedUids.has(one))) continue;
    const row = await ifProved(library.released(uid));
    const content = row?.snapshot;
    const lessons = content?.type === 'course' ? content.lessons : [];
    const sends = lessons.filter(({ entries }) =>
      entries.some(({ entry }) => entry !== null && touchedUids.has(entry)),
    );
    if (sends.length > 0 || touchedUids.has(uid)) found.push({ course: uid, title, lessons: sends.length });
  }
  return found;
}

const titleOf = ({ title, name, label, alt, sign }: Record<string, unknown>): string => {
  const said = [title, name, label, alt, sign].find((one) => typeof one === 'string');
  return typeof said === 'string' ? said : '';
};
