import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ifProved } from '../../../release-log/integrity.ts';
import type { Position } from '../../../release-log/library-index.ts';
import type { Library } from '../../../release-log/library.ts';
import { findableOf, synonymsOf, type Findable } from './findable.ts';
import { createTermCounts, type TermCounts } from './term-counts.ts';

/**
 * All live entries by their words. It follows the log by what changed, in the background and in slices; meanwhile what
 * it had goes on answering. It says uids and terms alone: whatever is shown is read from the library, so that nothing
 * withdrawn comes back by it.
 */
export interface SearchIndex {
  /** Brings it up to this library; asked several times at once it does it once. Rejects when the log cannot be read. */
  follow: (library: Library) => Promise<void>;
  /** whether it stands where the library stands */
  isUpTo: (library: Library) => boolean;
  /** how many entries changed that it has not read yet */
  behind: (library: Library) => number;
  /** whether it knows an entry by any of its releases */
  has: (uid: string) => boolean;
  search: (query: Query, wanted: (uid: string) => boolean) => SearchResult[];
  /** entries that have a term */
  having: (term: string) => number;
  /** other names of an entry, as its text lists them; none until it was read */
  synonymsOf: (uid: string) => readonly string[];
}

/** Milliseconds of processor that a slice may take before others have their turn. */
const SLICE_MS = 8;
/** Words of all texts together, each counted once for an entry. One takes about 70 bytes. */
const MOST_POSTINGS = 1_000_000;
/** What each entry has room for at least. */
const LEAST_TERMS = 60;

const FIELDS = ['title', 'synonyms', 'keywords', 'codes', 'summary', 'text'] satisfies (keyof Findable)[];
/** The fields that name what an entry is about. */
export const NAMES = ['title', 'synonyms', 'keywords'] satisfies (keyof Findable)[];

export function createSearchIndex(now: () => number = () => performance.now()): SearchIndex {
  let state = emptyState(null);
  let following: Promise<void> | null = null;

  const isUpTo = ({ head, logId }: Library) =>
    state.logId === logId && state.position >= head && state.unread.size === 0;

  const followOn = async (library: Library): Promise<void> => {
    const slice = inSlices(now);
    while (!isUpTo(library)) {
      if (state.logId !== library.logId) state = emptyState(library.logId);
      await takeChanges(state, library, slice);
      await readTexts(state, library, slice);
    }
  };

  return {
    isUpTo,
    async follow(library) {
      while (!isUpTo(library)) await (following ??= followOn(library).finally(() => (following = null)));
    },
    behind: (library) => changedSince(state, library).length + state.unread.size,
    has: (uid) => state.words.has(uid),
    search: (query, wanted) =>
      state.words.search(query, { boostDocument: (id) => (typeof id === 'string' && wanted(id) ? 1 : 0) }),
    having: (term) => state.counts.of(term),
    synonymsOf: (uid) => state.synonyms.get(uid) ?? [],
  };
}

interface State {
  logId: string | null;
  /** what changed up to here is known */
  position: number;
  words: MiniSearch<Findable>;
  counts: TermCounts;
  /** uids whose text has to be read yet */
  unread: Set<string>;
  synonyms: Map<string, readonly string[]>;
}

const emptyState = (logId: string | null): State => ({
  logId,
  position: 0,
  words: new MiniSearch<Findable>({
    idField: 'uid',
    fields: FIELDS,
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 6, synonyms: 5, keywords: 3, codes: 12, summary: 2, text: 1 },
      weights: { fuzzy: 0.3, prefix: 0.5 },
    },
  }),
  counts: createTermCounts(),
  unread: new Set(),
  synonyms: new Map(),
});

type Slice = () => Promise<void>;

/** What came since the position; nothing is read for it. */
async function takeChanges(state: State, library: Library, slice: Slice): Promise<void> {
  const { head } = library;
  for (const { uid } of changedSince(state, library)) {
    if (library.live(uid)) state.unread.add(uid);
    else forget(state, uid);
    await slice();
  }
  state.position = head;
}

/** What changed since the position. A log of another id has no position in common with it. */
function changedSince({ position, logId }: State, library: Library): Position[] {
  const positions = library.newestFirst();
  const known = logId === library.logId ? positions.findIndex(({ seq }) => seq <= position) : -1;
  return known === -1 ? positions : positions.slice(0, known);
}

/** Reads the texts that are not read yet. One that does not verify leaves the index: it has no page either. */
async function readTexts(state: State, library: Library, slice: Slice): Promise<void> {
  const room = Math.max(LEAST_TERMS, Math.floor(MOST_POSTINGS / (state.unread.size + state.words.documentCount)));
  for (const uid of state.unread) {
    const row = await ifProved(library.released(uid));
    state.unread.delete(uid);
    if (row) put(state, findableOf(row, room), synonymsOf(row.snapshot));
    else forget(state, uid);
    await slice();
  }
}

function put({ words, counts, synonyms }: State, findable: Findable, names: readonly string[]): void {
  if (words.has(findable.uid)) words.replace(findable);
  else words.add(findable);
  counts.put(
    findable.uid,
    FIELDS.map((field) => findable[field])
      .join(' ')
      .split(' '),
  );
  synonyms.set(findable.uid, names);
}

function forget({ words, counts, unread, synonyms }: State, uid: string): void {
  unread.delete(uid);
  synonyms.delete(uid);
  counts.drop(uid);
  if (words.has(uid)) words.discard(uid);
}

/** Lets others have their turn whenever a slice is used up. */
function inSlices(now: () => number): Slice {
  let began = now();
  return async () => {
    if (now() - began < SLICE_MS) return;
    await nextTurn();
    began = now();
  };
}
