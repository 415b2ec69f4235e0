import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createLocalReq, type Payload, type Where } from 'payload';
import { withUid } from '../../collections/shared/given-uid.ts';
import { COLLECTION_OF, type EntryCollection, type SharedCollection } from '../../model/entries/types.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { readReview, takeVerb } from '../../editorial/verbs/take-verb.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { ensureAccounts, type User } from './accounts.ts';
import { toData, type Ids } from './entry-data.ts';
import { keyOf, referencesOf } from './named-in.ts';
import type { Library, LibraryEntry } from './read-library.ts';

type Id = number | string;

export interface LoadReport {
  /** entries of the library */
  entries: number;
  /** entries that this run brought to readers */
  released: number;
}

export interface LoadOptions {
  payload: Payload;
  library: Library;
  /** told after each step */
  progress: (done: number, total: number, what: string) => void;
}

/** What an entry needs live before it can be released comes first. */
const ORDER: EntryCollection[] = ['red-flags', 'treatments', 'causes', 'guides', 'courses'];
const YEAR = 365 * 24 * 60 * 60 * 1000;

/**
 * Loads a library through the editorial verbs, as the demonstration editor and clinicians. Repeatable: goes
 * on where an interrupted run stopped, and leaves alone whatever readers ever had.
 */
export async function loadLibrary({ payload, library, progress }: LoadOptions): Promise<LoadReport> {
  const users = await ensureAccounts(payload);
  const editor = users.get('editor@example.com');
  const clinicians = [users.get('reviewer@example.com'), users.get('second-reviewer@example.com')];
  if (!editor) throw new Error('the demonstration editor is missing');

  const entries = inOrder(library.entries);
  const { sources, figures, locations, terms } = library;
  const total = sources.length + figures.length + locations.length + terms.length + entries.length * 2;
  let done = 0;
  const step = (what: string) => progress((done += 1), total, what);

  const known = await readKnown(payload);
  const shared: Record<SharedCollection, Map<string, Id>> = {
    sources: new Map(),
    media: new Map(),
    locations: new Map(),
    terms: new Map(),
  };
  for (const source of sources) {
    shared.sources.set(source.slug, await ensureNamed(payload, editor, 'sources', source));
    step(source.title);
  }
  for (const figure of figures) {
    shared.media.set(figure.file, await ensureFigure(payload, editor, figure));
    step(figure.file);
  }
  for (const place of locations) {
    shared.locations.set(place.slug, await ensureNamed(payload, editor, 'locations', place));
    step(place.label);
  }
  for (const term of terms) {
    shared.terms.set(term.slug, await ensureNamed(payload, editor, 'terms', term));
    step(term.name);
  }
  const ids: Ids = {
    entry: (reference) => known.get(reference)?.id ?? null,
    shared: (collection, name) => mustHave(shared[collection].get(name), name),
  };

  const reviewDue = new Date(servicesOf(payload).now().getTime() + YEAR).toISOString().slice(0, 10) + 'T00:00:00.000Z';
  const dataOf = ({ data }: LibraryEntry) => {
    const given = toData(data, ids);
    return { ...given, reviewDue: given.reviewDue ?? reviewDue };
  };
  const incomplete: LibraryEntry[] = [];
  for (const entry of entries) {
    const key = keyOf(entry);
    const existing = known.get(key);
    if (existing?.released) {
      step(entry.data.title);
      continue;
    }
    if (!existing) {
      const data = dataOf(entry);
      const created = await payload.create({
        collection: COLLECTION_OF[entry.data.type],
        data: data as never,
        draft: true,
        depth: 0,
        user: editor,
        overrideAccess: false,
        context: withUid(entry.data.uid),
      });
      known.set(key, { id: created.id, released: false });
    }
    if (existing || referencesOf(entry.data).some((reference) => !known.has(reference))) incomplete.push(entry);
    step(entry.data.title);
  }
  // Entries refer to each other in circles: what did not exist at the first pass is added at the second.
  for (const entry of incomplete) {
    const id = mustHave(ids.entry(keyOf(entry)) ?? undefined, entry.file);
    const sheet = await sheetOf(payload, editor, COLLECTION_OF[entry.data.type], id);
    if (sheet.state !== 'draft') continue;
    await payload.update({
      collection: COLLECTION_OF[entry.data.type],
      id,
      data: dataOf(entry) as never,
      draft: true,
      depth: 0,
      user: editor,
      overrideAccess: false,
    });
  }
  let released = 0;
  for (const entry of entries) {
    const { id, released: already } = mustHave(known.get(keyOf(entry)), entry.file);
    if (!already) {
      await releaseThroughVerbs(payload, COLLECTION_OF[entry.data.type], id, editor, clinicians);
      released += 1;
    }
    step(entry.data.title);
  }
  return { entries: entries.length, released };
}

function mustHave<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}

/** Broad entries before the ones that are part of them, whole types in the order of ORDER. */
function inOrder(entries: LibraryEntry[]): LibraryEntry[] {
  const rank = ({ data }: LibraryEntry) =>
    ORDER.indexOf(COLLECTION_OF[data.type]) * 2 + ('partOf' in data && data.partOf ? 1 : 0);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

async function readKnown(payload: Payload): Promise<Map<string, { id: Id; released: boolean }>> {
  const known = new Map<string, { id: Id; released: boolean }>();
  const { docs: addresses } = await payload.find({ collection: 'slug-history', limit: 0, pagination: false, depth: 0 });
  const everReleased = new Set(addresses.map(({ uid }) => uid));
  for (const collection of ORDER) {
    const { docs } = await payload.find({
      collection,
      draft: true,
      limit: 0,
      pagination: false,
      depth: 0,
      select: { slug: true, uid: true },
    });
    for (const { id, slug, uid } of docs)
      known.set(`${collection}/${slug}`, { id, released: everReleased.has(uid ?? '') });
  }
  // An entry that was renamed since keeps its first address.
  for (const { address } of addresses) {
    const [type = '', slug = ''] = address.split('/');
    const key = `${COLLECTION_OF[type as keyof typeof COLLECTION_OF]}/${slug}`;
    if (!known.has(key)) known.set(key, { id: 0, released: true });
  }
  return known;
}

/** A source or place, by its slug; made where there is none. */
async function ensureNamed<Shared extends 'sources' | 'locations' | 'terms'>(
  payload: Payload,
  editor: User,
  collection: Shared,
  data: Library[Shared][number],
): Promise<Id> {
  const where: Where = { slug: { equals: data.slug } };
  const { docs } = await payload.find({ collection, where, limit: 1, depth: 0 });
  if (docs[0]) return docs[0].id;
  const created = await payload.create({
    collection,
    data: data as never,
    user: editor,
    overrideAccess: false,
    depth: 0,
  });
  return created.id;
}

async function ensureFigure(
  payload: Payload,
  editor: User,
  { file, folder, ...data }: Library['figures'][number],
): Promise<Id> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { shortName: { equals: path.parse(file).name } },
    limit: 1,
    depth: 0,
  });
  if (docs[0]) return docs[0].id;
  const bytes = await readFile(path.join(folder, 'figures', file));
  const created = await payload.create({
    collection: 'media',
    data: { ...data, shortName: path.parse(file).name },
    file: { data: bytes, mimetype: 'image/png', name: file, size: bytes.length },
    user: editor,
    overrideAccess: false,
    depth: 0,
  });
  return created.id;
}

async function sheetOf(payload: Payload, user: User, collection: EntryCollection, id: Id): Promise<ReviewSheet> {
  return readReview(await createLocalReq({ user }, payload), collection, id);
}

/** Takes an entry the way a person would, from wherever an interrupted run left it. */
async function releaseThroughVerbs(
  payload: Payload,
  collection: EntryCollection,
  id: Id,
  editor: User,
  clinicians: (User | undefined)[],
): Promise<void> {
  let sheet = await sheetOf(payload, editor, collection, id);
  const { revision } = sheet;
  if (sheet.state === 'draft') {
    const body = { revision, changeKind: 'new', changeNote: 'First release of the demonstration library.' };
    sheet = await takeVerb({ payload, collection, id, verb: 'submit-for-review', body, by: { user: editor } });
  }
  for (const user of clinicians) {
    if (!user || sheet.state !== 'in-review') continue;
    const given = sheet.events.some(
      (event) => event.event === 'approved' && event.revision === revision && event.actor === String(user.id),
    );
    if (given) continue;
    sheet = await takeVerb({
      payload,
      collection,
      id,
      verb: 'approve',
      body: { revision, release: true },
      by: { user },
    });
  }
  if (sheet.state === 'approved') {
    sheet = await takeVerb({ payload, collection, id, verb: 'release', body: { revision }, by: { user: editor } });
  }
  if (sheet.state !== 'live') {
    throw new Error(
      `${collection}/${String(id)} is ${sheet.state}: ${sheet.issues.map(({ code, field }) => `${code} ${field}`).join(', ')}`,
    );
  }
}
