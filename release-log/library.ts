import { LRUCache } from 'lru-cache';
import {
  figuresOf,
  referencesOf,
  summaryOf,
  type EntryType,
  type EvidenceLevel,
  type Urgency,
} from '../model/content.ts';
import type { ChangeKind, Release, ReleasedRow, WithdrawnRow } from '../model/release-row.ts';
import { addToGraph, copyGraph, emptyGraph, scopeIn, type NamingGraph } from './naming-graph.ts';
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

export type Lookup =
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
  /** everything live or withdrawn, newest log position first */
  newestFirst(): { uid: string; seq: number; kind: Release['kind'] }[];
  /**
   * The uids of a guide and of everything that belongs to it now or did at any earlier release, live or
   * withdrawn; other guides are not followed.
   */
  scopeOf(guide: string): ReadonlySet<string>;
  /** true when a released row, live or past, shows the figure file with this SHA-256 */
  hasFigure(sha256: string): boolean;
  /** the full row that readers get for a live entry; throws when the log lost it */
  released(uid: string): Promise<ReleasedRow | null>;
  /** any row by its position, live or not */
  release(seq: number): Promise<Release | null>;
}

export interface LibraryOptions {
  log: ReleaseLog;
  /** milliseconds since the epoch */
  now: () => number;
  /** how long a library may be served before the log head is looked at again (DESIGN §5: 250 ms) */
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
}

const PAGE = 100;

/**
 * Follows the log: `current()` answers a library that is at most `checkEveryMs` behind the committed
 * head. Throws when the database cannot be asked: a channel must not go on serving what may have been
 * withdrawn meanwhile.
 */
export function createLibrary({ log, now, checkEveryMs = 250, maxRowBytes = 32 * 1024 * 1024 }: LibraryOptions): {
  current: () => Promise<Library>;
} {
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
  };
  let library = toLibrary(state, rows, log);
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<Library> | null = null;

  const check = async (): Promise<Library> => {
    // The time is taken before the question: an answer is as old as its question.
    const askedAt = now();
    const head = await log.head();
    if (head !== state.head) {
      let next: State = {
        head: state.head,
        live: new Map(state.live),
        withdrawn: new Map(state.withdrawn),
        slugs: new Map(state.slugs),
        figures: new Set(state.figures),
        graph: copyGraph(state.graph),
      };
      while (next.head < head) {
        const page = await log.after(next.head, PAGE);
        if (page.length === 0) break;
        for (const row of page) next = apply(next, row);
      }
      state = next;
      library = toLibrary(state, rows, log);
    }
    checkedAt = askedAt;
    return library;
  };

  return {
    current() {
      if (now() - checkedAt < checkEveryMs) return Promise.resolve(library);
      checking ??= check().finally(() => {
        checking = null;
      });
      return checking;
    },
  };
}

function apply(state: State, row: Release): State {
  state.head = row.seq;
  state.slugs.set(`${row.type}/${row.slug}`, row.uid);
  addToGraph(state.graph, row);
  if (row.kind === 'withdrawn') {
    state.live.delete(row.uid);
    state.withdrawn.set(row.uid, toWithdrawn(row));
  } else {
    state.withdrawn.delete(row.uid);
    state.live.set(row.uid, toEntry(row));
    for (const figure of figuresOf(row.snapshot)) {
      for (const { sha256 } of figure.renditions) state.figures.add(sha256);
    }
  }
  return state;
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
  const lists = new Map<EntryType, LibraryEntry[]>();

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
    newestFirst() {
      newest ??= [
        ...[...state.live.values()].map(({ uid, seq }) => ({ uid, seq, kind: 'released' as const })),
        ...[...state.withdrawn.values()].map(({ uid, seq }) => ({ uid, seq, kind: 'withdrawn' as const })),
      ].sort((a, b) => b.seq - a.seq);
      return newest;
    },
    scopeOf: (guide) => scopeIn(state.graph, guide),
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
