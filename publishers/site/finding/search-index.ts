import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ifProved } from '../../../release-log/integrity.ts';
import type { Position } from '../../../release-log/library-index.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { findableOf, synonymsOf, type Findable } from './findable.ts';
import { titleTermsOf } from './title-terms.ts';
import { createTermCounts, type TermCounts } from './term-counts.ts';

/**
 * All live entries by their words. It follows the log by what changed, in the background and in slices; meanwhile what
 * it had goes on answering. It says uids and terms alone: whatever is shown is read from the library, so that nothing
 * withdrawn comes back by it.
 */
export interface SearchIndex {
  /** Brings it up to this library; asked several times at once it does it once. Rejects when the log cannot be read. */
  follow: (library: Library) => Promise<void>;
  /** whether it stands where the library stands and has no reason to look again at what did not verify */
  isUpTo: (library: Library) => boolean;
  /** how many live entries it leaves out because their text did not verify when it was last read */
  unproved: () => number;
  /** how many entries changed that it has not read yet */
  behind: (library: Library) => number;
  /** whether it knows an entry by any of its releases */
  has: (uid: string) => boolean;
  /** whether it knows an entry as readers have it now */
  isCurrent: (entry: LiveRelease) => boolean;
  /** `wanted`: which entries; all that it knows unless told */
  search: (query: Query, wanted?: (uid: string) => boolean) => SearchResult[];
  /** the same among warning signs alone */
  searchSigns: (query: Query, wanted: (uid: string) => boolean) => SearchResult[];
  /** entries that have a term */
  having: (term: string) => number;
  /** other names of an entry, as the text that readers have now lists them; none until that was read */
  synonymsOf: (entry: LiveRelease) => readonly string[];
}

type LiveRelease = Pick<LibraryEntry, 'uid' | 'seq'>;

/** Milliseconds of processor that a slice may take before others have their turn. */
const SLICE_MS = 8;
/** Words of all texts together, each counted once for an entry. One takes about 70 bytes. */
const MOST_POSTINGS = 1_000_000;
/** Milliseconds until what did not verify is looked at again: somebody may have repaired it. */
const LOOK_AGAIN_MS = 10_000;
/** What each entry has room for at least. */
const LEAST_TERMS = 60;

const FIELDS = ['title', 'synonyms', 'keywords', 'codes', 'summary', 'text'] satisfies (keyof Findable)[];
/** The fields that name what an entry is about. */
export const NAMES = ['title', 'synonyms', 'keywords'] satisfies (keyof Findable)[];
/** The fields that say what a warning sign is. */
export const SIGN_FIELDS = ['title', 'synonyms'] satisfies (keyof Findable)[];

export interface SearchIndexOptions {
  /** milliseconds */
  now?: () => number;
  /** is told each row that was proved for the index */
  onRead?: (row: ReleasedRow) => void;
}

export function createSearchIndex({
  now = () => performance.now(),
  onRead = () => undefined,
}: SearchIndexOptions = {}): SearchIndex {
  let state = emptyState(null);
  let following: Promise<void> | null = null;

  const isUpTo = ({ head, logId }: Library) =>
    state.logId === logId && state.position >= head && state.unread.size === 0 && !isToLookAgain(state, now());

  const followOn = async (library: Library): Promise<void> => {
    const slice = inSlices(now);
    while (!isUpTo(library)) {
      if (state.logId !== library.logId) state = emptyState(library.logId);
      await takeChanges(state, library, slice);
      if (isToLookAgain(state, now())) for (const uid of state.unproved) state.unread.add(uid);
      await readTexts(state, library, { slice, onRead });
      state.lookedAt = now();
    }
  };

  return {
    isUpTo,
    unproved: () => state.unproved.size,
    async follow(library) {
      while (!isUpTo(library)) await (following ??= followOn(library).finally(() => (following = null)));
    },
    behind: (library) => changedSince(state, library).length + state.unread.size,
    has: (uid) => state.names.has(uid),
    isCurrent: ({ uid, seq }) => state.names.get(uid)?.seq === seq,
    search: (query, wanted) => state.words.search(query, wanted ? only(wanted) : {}),
    searchSigns: (query, wanted) => state.signs.search(query, only(wanted)),
    having: (term) => state.counts.of(term),
    synonymsOf({ uid, seq }) {
      const names = state.names.get(uid);
      return names?.seq === seq ? names.synonyms : [];
    },
  };
}

/** Nothing is said of what is not wanted, and its score is not worked out. */
const only = (wanted: (uid: string) => boolean): SearchOptions => ({
  boostDocument: (id) => (typeof id === 'string' && wanted(id) ? 1 : 0),
});

interface State {
  logId: string | null;
  /** what changed up to here is known */
  position: number;
  words: MiniSearch<Findable>;
  /** warning signs once more: they are looked for in every search, and are few */
  signs: MiniSearch<Findable>;
  counts: TermCounts;
  /** uids whose text has to be read yet */
  unread: Set<string>;
  /** live uids whose text did not verify when it was last read */
  unproved: Set<string>;
  /** when that was, by the clock of the index */
  lookedAt: number;
  /** other names, and the position of the row that they are from */
  names: Map<string, { seq: number; synonyms: readonly string[] }>;
}

const isToLookAgain = ({ unproved, lookedAt }: State, now: number): boolean =>
  unproved.size > 0 && now - lookedAt >= LOOK_AGAIN_MS;

const emptyState = (logId: string | null): State => ({
  logId,
  position: 0,
  words: emptyWords(FIELDS),
  signs: emptyWords(SIGN_FIELDS),
  counts: createTermCounts(),
  unread: new Set(),
  unproved: new Set(),
  lookedAt: 0,
  names: new Map(),
});

const emptyWords = (fields: readonly (keyof Findable)[]): MiniSearch<Findable> =>
  new MiniSearch<Findable>({
    idField: 'uid',
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 6, synonyms: 5, keywords: 3, codes: 12, summary: 2, text: 1 },
      weights: { fuzzy: 0.3, prefix: 0.5 },
    },
  });

type Slice = () => Promise<void>;

/** What came since the position; nothing is read for it. */
async function takeChanges(state: State, library: Library, slice: Slice): Promise<void> {
  const { head } = library;
  for (const { uid } of changedSince(state, library)) {
    const entry = library.live(uid);
    if (entry) {
      state.unread.add(uid);
      // Until its text is read it is found by its title: a search would have to take all of them apart at once.
      titleTermsOf(entry);
    } else forget(state, uid);
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

/**
 * Reads the texts that are not read yet. One that does not verify leaves the index, as it has no page either, but is
 * not forgotten: with its row repaired its page comes back, and it has to be found again.
 */
async function readTexts(
  state: State,
  library: Library,
  { slice, onRead }: { slice: Slice; onRead: (row: ReleasedRow) => void },
): Promise<void> {
  const room = Math.max(LEAST_TERMS, Math.floor(MOST_POSTINGS / (state.unread.size + state.words.documentCount)));
  for (const uid of state.unread) {
    const row = await ifProved(library.released(uid));
    state.unread.delete(uid);
    if (row) {
      put(state, findableOf(row, room), row);
      onRead(row);
    } else forget(state, uid);
    if (!row && library.live(uid)) state.unproved.add(uid);
    await slice();
  }
}

function put(state: State, findable: Findable, { seq, type, snapshot }: ReleasedRow): void {
  const { words, signs, counts, names, unproved } = state;
  const { uid } = findable;
  for (const known of type === 'red-flag' ? [words, signs] : [words]) {
    if (known.has(uid)) known.replace(findable);
    else known.add(findable);
  }
  counts.put(
    uid,
    FIELDS.map((field) => findable[field])
      .join(' ')
      .split(' '),
  );
  names.set(uid, { seq, synonyms: synonymsOf(snapshot) });
  unproved.delete(uid);
}

function forget({ words, signs, counts, unread, unproved, names }: State, uid: string): void {
  unread.delete(uid);
  unproved.delete(uid);
  names.delete(uid);
  counts.drop(uid);
  for (const known of [words, signs]) if (known.has(uid)) known.discard(uid);
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
