import type { PayloadRequest, Where } from 'payload';
import { COLLECTION_OF, TYPE_OF, type EntryType } from '../../model/entries/types.ts';
import { isEntryCollection, MOST_ASKED, MOST_FOUND, type Found, type FoundCollection } from '../../model/finder.ts';
import type { State } from '../../model/lifecycle.ts';
import { distance, finderWords, matches, rarest } from './words.ts';

/** Rows that one question looks at, words that it may have, and entries that are named without one. */
const LOOKED_AT = 400;
const MOST_WORDS = 8;
const LATEST = 8;

interface Row {
  id: number | string;
  subject: string;
  kind: FoundCollection;
  document: string;
  title?: string | null;
  detail?: string | null;
  words?: string | null;
}

interface StatusRow {
  id: number | string;
  type: EntryType;
  entryId: string;
  title?: string | null;
  slug?: string | null;
  state: State;
}

/**
 * Entries, sources, figures and explained words with each word of the question at the beginning of one of their own:
 * title, other names, address, permanent id, DOI, link. What is called so comes first. Without a question the entries
 * that were worked on last. One look at an index, whatever there is; of a word that begins very many, the first by name.
 */
export async function find(req: PayloadRequest, question: string): Promise<Found[]> {
  const asked = finderWords(question.slice(0, MOST_ASKED)).slice(0, MOST_WORDS);
  const first = rarest(asked);
  if (first === null) return latest(req);
  const { docs } = await req.payload.db.find<Row>({
    collection: 'finder-words',
    where: { and: [{ word: { greater_than_equal: first } }, { word: { less_than: `${first}\uFFFF` } }] },
    sort: 'word',
    pagination: false,
    limit: LOOKED_AT,
    req,
  });
  const found = new Map(docs.filter(({ words }) => matches(asked, words ?? '')).map((row) => [row.subject, row]));
  const ranked = [...found.values()]
    .map((row) => ({ row, rank: distance(asked, row.title ?? '') }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        sharedLast(a.row) - sharedLast(b.row) ||
        (a.row.title ?? '').localeCompare(b.row.title ?? '', 'en'),
    )
    .slice(0, MOST_FOUND)
    .map(({ row }) => row);
  const states = await statesOf(req, ranked);
  return ranked.map(({ subject, kind, document, title, detail }) => ({
    ...{ collection: kind, id: document, title: title ?? '', detail: detail ?? '' },
    state: states.get(subject) ?? null,
  }));
}

/** Entries are what people look for most. */
const sharedLast = ({ kind }: Row): 0 | 1 => (isEntryCollection(kind) ? 0 : 1);

async function statesOf(req: PayloadRequest, rows: readonly Row[]): Promise<Map<string, State>> {
  const ofType = new Map<EntryType, string[]>();
  for (const { kind, document } of rows) {
    if (!isEntryCollection(kind)) continue;
    const type = TYPE_OF[kind];
    ofType.set(type, [...(ofType.get(type) ?? []), document]);
  }
  if (ofType.size === 0) return new Map();
  const or = [...ofType].map(([type, ids]): Where => ({ and: [{ type: { equals: type } }, { entryId: { in: ids } }] }));
  const { docs } = await req.payload.db.find<StatusRow>({
    collection: 'entry-status',
    where: { or },
    pagination: false,
    limit: 0,
    req,
  });
  return new Map(docs.map(({ type, entryId, state }) => [`${COLLECTION_OF[type]}/${entryId}`, state]));
}

async function latest(req: PayloadRequest): Promise<Found[]> {
  const { docs } = await req.payload.db.find<StatusRow>({
    collection: 'entry-status',
    sort: '-updatedAt',
    pagination: false,
    limit: LATEST,
    req,
  });
  return docs.map(({ type, entryId, title, slug, state }) => ({
    ...{ collection: COLLECTION_OF[type], id: entryId, title: title ?? '', detail: slug ?? '' },
    state,
  }));
}
