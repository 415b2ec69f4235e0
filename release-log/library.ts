import { LRUCache } from 'lru-cache';
import type { Urgency } from '../model/entries/red-flag.ts';
import { figuresOf, referencesOf, summaryOf } from '../model/entries/references.ts';
import type { EvidenceLevel } from '../model/entries/treatment.ts';
import type { EntryType } from '../model/entries/types.ts';
import type { ChangeKind, Release, ReleasedRow, WithdrawnRow } from '../model/release-row.ts';
import { createHeadWatch, type HeadWatch } from './head-watch.ts';
import { addToGraph, copyGraph, emptyGraph, scopeIn, type NamingGraph } from './naming-graph.ts';
import type { ReadKey } from './read-key.ts';
import type { ReleaseLog } from './read-rows.ts';

/** What the channels need to know of every entry without reading its text: kept in memory. */
export interface LibraryEntry {
  uid: string;
  type: EntryType;
  slug: string;
  title: string;
  summary: string;
  /** log position of the row that readers get */
  seq: number;
  version: string;
  changeKind: ChangeKind;
  firstReleasedAt: string;
  releasedAt: string;
  reviewedAt: string;
  reviewDue: string;
  /** uid of the broader entry, for causes and treatments */
  partOf: string | null;
  urgency: Urgency | null;
  treatmentKind: string | null;
  evidenceLevel: EvidenceLevel | null;
  /** uids of the entries it names, in reading order, without repeats */
  references: string[];
}

export interface WithdrawnEntry {
  uid: string;
  type: EntryType;
  slug: string;
  title: string;
  seq: number;
  releasedAt: string;
  reason: string;
  replacedBy: string | null;
}

type Lookup =
  | { status: 'live'; entry: LibraryEntry }
  /** an old slug: answer 301 to the entry's current slug */
  | { status: 'moved'; entry: LibraryEntry }
  | { status: 'withdrawn'; entry: WithdrawnEntry };

/** The projection of the log at one position. Immutable: a newer position is a new object. */
export interface Library {
  /** log position that this library stands at */
  head: number;
  live(uid: string): LibraryEntry | null;
  withdrawn(uid: string): WithdrawnEntry | null;
  find(type: EntryType, slug: string): Lookup | null;
  /** live entries of a type, by title */
  list(type: EntryType): LibraryEntry[];
  /** live entries that are part of this one, by title */
  partsOf(uid: string): LibraryEntry[];
  /** live entries of a type that name this one, by title */
  naming(type: EntryType, uid: string): LibraryEntry[];
  /**
   * Everything live or withdrawn, newest log position first. With the uid of a guide only what belongs to it now or
   * did at any earlier release; other guides are not followed.
   */
  newestFirst(guide?: string): { uid: string; seq: number; kind: Release['kind'] }[];
  /** true when a released row, live or past, shows the figure file with this SHA-256 */
  hasFigure(sha256: string): boolean;
  /** the full row that readers get for a live entry; throws when the log lost it */
  released(uid: string): Promise<ReleasedRow | null>;
  /** any row by its position, live or not */
  release(seq: number): Promise<Release | null>;
  /** the log position at which what the key names last changed; 0 when never */
  changedAt(key: ReadKey): number;
}

export interface LibraryOptions {
  log: ReleaseLog;
  /** milliseconds since the epoch */
  now: () => number;
  /** how long a library may be served before the log head is looked at again (docs/channels.md: 250 ms) */
  checkEveryMs?: number;
  /** memory bound of the cache of full rows */
  maxRowBytes?: number;
}

interface State {
  head: number;
  live: Map<string, LibraryEntry>;
  withdrawn: Map<string, WithdrawnEntry>;
  /** `type/slug` of every row ever → uid; the latest row wins */
  slugs: Map<string, string>;
  figures: Set<string>;
  graph: NamingGraph;
  /** when what a key names last changed; addresses and scopes follow from their entries */
  changed: Map<ReadKey, number>;
}

const PAGE = 100;

/**
 * Follows the log: what `current()` and `peek()` answer is a library at most `checkEveryMs` behind the committed
 * head. Throws when the database cannot be asked: a channel must not go on serving what may have been withdrawn
 * meanwhile.
 */
export function createLibrary({
  log,
  now,
  checkEveryMs = 250,
  maxRowBytes = 32 * 1024 * 1024,
}: LibraryOptions): HeadWatch<Library> {
  const rows = new LRUCache<number, ReleasedRow | WithdrawnRow>({
    maxSize: maxRowBytes,
    sizeCalculation: (row) => JSON.stringify(row).length * 2,
  });
  let state: State = {
    head: 0,
    live: new Map(),
    withdrawn: new Map(),
    slugs: new Map(),
    figures: new Set(),
    graph: emptyGraph(),
    changed: new Map(),
  };
  let library = toLibrary(state, rows, log);

  const look = async (): Promise<Library> => {
    const head = await log.head();
    if (head !== state.head) {
      let next: State = {
        head: state.head,
        live: new Map(state.live),
        withdrawn: new Map(state.withdrawn),
        slugs: new Map(state.slugs),
        figures: new Set(state.figures),
        graph: copyGraph(state.graph),
        changed: new Map(state.changed),
      };
      while (next.head < head) {
        const page = await log.after(next.head, PAGE);
        if (page.length === 0) break;
        for (const row of page) next = apply(next, row);
      }
      state = next;
      library = toLibrary(state, rows, log);
    }
    return library;
  };

  return createHeadWatch({ look, now, maxAgeMs: checkEveryMs });
}

function apply(state: State, row: Release): State {
  state.head = row.seq;
  state.slugs.set(`${row.type}/${row.slug}`, row.uid);
  addToGraph(state.graph, row);
  const before = state.live.get(row.uid);
  if (row.kind === 'withdrawn') {
    state.live.delete(row.uid);
    state.withdrawn.set(row.uid, toWithdrawn(row));
  } else {
    state.withdrawn.delete(row.uid);
    state.live.set(row.uid, toEntry(row));
    for (const figure of figuresOf(row.snapshot)) {
      for (const { sha256 } of figure.renditions) {
        if (!state.figures.has(sha256)) state.changed.set('figures', row.seq);
        state.figures.add(sha256);
      }
    }
  }
  for (const key of touchedBy(row, [before, state.live.get(row.uid)])) state.changed.set(key, row.seq);
  return state;
}

/** What a row changes: its entry, the list of its type, and what is known of those that it named or names. */
function* touchedBy({ uid, type }: Release, states: (LibraryEntry | undefined)[]): Iterable<ReadKey> {
  yield `entry:${uid}`;
  yield `list:${type}`;
  for (const entry of states) {
    if (!entry) continue;
    if (entry.partOf !== null) yield `parts:${entry.partOf}`;
    for (const named of entry.references) yield `naming:${type}/${named}`;
  }
}

function toEntry(row: ReleasedRow): LibraryEntry {
  const { snapshot } = row;
  return {
    uid: row.uid,
    type: row.type,
    slug: row.slug,
    title: row.title,
    summary: summaryOf(snapshot),
    seq: row.seq,
    version: row.version,
    changeKind: row.changeKind,
    firstReleasedAt: row.firstReleasedAt,
    releasedAt: row.releasedAt,
    reviewedAt: row.reviewedAt,
    reviewDue: row.reviewDue,
    partOf: snapshot.type === 'cause' || snapshot.type === 'treatment' ? snapshot.partOf : null,
    urgency: snapshot.type === 'red-flag' ? snapshot.urgency : null,
    treatmentKind: snapshot.type === 'treatment' ? snapshot.kind : null,
    evidenceLevel: snapshot.type === 'treatment' ? snapshot.evidence.level : null,
    references: [...new Set(referencesOf(snapshot).map(({ uid }) => uid))],
  };
}

const toWithdrawn = (row: WithdrawnRow): WithdrawnEntry => ({
  uid: row.uid,
  type: row.type,
  slug: row.slug,
  title: row.title,
  seq: row.seq,
  releasedAt: row.releasedAt,
  reason: row.reason,
  replacedBy: row.replacedBy,
});

function toLibrary(state: State, rows: LRUCache<number, Release>, log: ReleaseLog): Library {
  const byTitle = (a: LibraryEntry, b: LibraryEntry) => a.title.localeCompare(b.title, 'en');
  let newest: ReturnType<Library['newestFirst']> | null = null;
  let scoped: { parts: Index; naming: Index } | null = null;
  const lists = new Map<EntryType, LibraryEntry[]>();
  const entryChangedAt = (uid: string) => state.changed.get(`entry:${uid}`) ?? 0;
  const indexes = () => (scoped ??= indexesOf([...state.live.values()].sort(byTitle)));

  const release = async (seq: number): Promise<Release | null> => {
    const cached = rows.get(seq);
    if (cached) return cached;
    const row = await log.bySeq(seq);
    if (row) rows.set(seq, row);
    return row;
  };
  return {
    head: state.head,
    live: (uid) => state.live.get(uid) ?? null,
    withdrawn: (uid) => state.withdrawn.get(uid) ?? null,
    find(type, slug) {
      const uid = state.slugs.get(`${type}/${slug}`);
      if (uid === undefined) return null;
      const gone = state.withdrawn.get(uid);
      if (gone) return { status: 'withdrawn', entry: gone };
      const entry = state.live.get(uid);
      return entry ? { status: entry.slug === slug ? 'live' : 'moved', entry } : null;
    },
    list(type) {
      const known = lists.get(type);
      if (known) return known;
      const list = [...state.live.values()].filter((entry) => entry.type === type).sort(byTitle);
      lists.set(type, list);
      return list;
    },
    partsOf: (uid) => indexes().parts.get(uid) ?? [],
    naming: (type, uid) => indexes().naming.get(`${type}/${uid}`) ?? [],
    newestFirst(guide) {
      newest ??= [
        ...[...state.live.values()].map(({ uid, seq }) => ({ uid, seq, kind: 'released' as const })),
        ...[...state.withdrawn.values()].map(({ uid, seq }) => ({ uid, seq, kind: 'withdrawn' as const })),
      ].sort((a, b) => b.seq - a.seq);
      if (guide === undefined) return newest;
      const scope = scopeIn(state.graph, guide);
      return newest.filter(({ uid }) => scope.has(uid));
    },
    changedAt(key) {
      const [kind, name = ''] = partsOfKey(key);
      if (kind === 'head' || kind === 'newest') return state.head;
      if (kind === 'address') return entryChangedAt(state.slugs.get(name) ?? '');
      if (kind === 'scope')
        return [...scopeIn(state.graph, name)].map(entryChangedAt).reduce((a, b) => Math.max(a, b), 0);
      return state.changed.get(key) ?? 0;
    },
    hasFigure: (sha256) => state.figures.has(sha256),
    release,
    async released(uid) {
      const entry = state.live.get(uid);
      if (!entry) return null;
      const row = await release(entry.seq);
      if (row?.kind !== 'released') throw new Error(`release ${entry.seq} of ${uid} is missing from the log`);
      return row;
    },
  };
}

type Index = Map<string, LibraryEntry[]>;

function indexesOf(entries: LibraryEntry[]): { parts: Index; naming: Index } {
  const parts: Index = new Map();
  const naming: Index = new Map();
  const add = (index: Index, key: string, entry: LibraryEntry) => {
    const known = index.get(key);
    if (known) known.push(entry);
    else index.set(key, [entry]);
  };
  for (const entry of entries) {
    if (entry.partOf !== null) add(parts, entry.partOf, entry);
    for (const uid of entry.references) add(naming, `${entry.type}/${uid}`, entry);
  }
  return { parts, naming };
}

/** The kind of a key and what it names: `entry:x` → `entry`, `x`. */
function partsOfKey(key: ReadKey): [string, string?] {
  const colon = key.indexOf(':');
  return colon < 0 ? [key] : [key.slice(0, colon), key.slice(colon + 1)];
}
