import type { Urgency } from '../model/entries/red-flag.ts';
import type { EvidenceLevel } from '../model/entries/treatment.ts';
import type { EntryType } from '../model/entries/types.ts';
import type { ChangeKind, Release } from '../model/release-row.ts';
import type { IndexRelease, IndexRow, IndexWithdrawal } from './index-rows.ts';
import { addToGraph, emptyGraph, scopeIn } from './naming-graph.ts';
import type { ReadKey } from './read-key.ts';
import { createSortedLists } from './sorted-lists.ts';

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

/** An entry or withdrawal in the order of the log. */
export interface Position {
  uid: string;
  seq: number;
  kind: Release['kind'];
}

/** An entry's address, and the row for which nothing stands there. */
interface Blocked {
  seq: number;
}

/**
 * What the log says of every entry at its latest position: one index in memory, changed in place by one row at a
 * time. What it hands out is never changed: a list that changes is another list.
 */
export interface LibraryIndex {
  /** log position of the last row taken in */
  head: () => number;
  /** takes in a proved row; rows come in log order */
  apply: (row: IndexRow) => void;
  /**
   * Takes in that the row at `seq` does not verify: if it claims an entry, nothing of this entry is served until a
   * later row of it does. The claim is not proved: it can take away, and give nothing.
   */
  block: (seq: number, claimed: { uid: string; type: string; slug: string } | null) => void;
  /** many rows are coming: lists are made anew when they are next asked for */
  expectMany: () => void;
  live: (uid: string) => LibraryEntry | null;
  withdrawn: (uid: string) => WithdrawnEntry | null;
  blocked: (uid: string) => Blocked | null;
  uidAt: (address: string) => string | null;
  list: (type: EntryType) => LibraryEntry[];
  partsOf: (uid: string) => LibraryEntry[];
  naming: (type: EntryType, uid: string) => LibraryEntry[];
  newestFirst: (guide?: string) => Position[];
  hasFigure: (sha256: string) => boolean;
  changedAt: (key: ReadKey) => number;
}

export function createLibraryIndex(): LibraryIndex {
  let head = 0;
  const live = new Map<string, LibraryEntry>();
  const withdrawn = new Map<string, WithdrawnEntry>();
  const blocked = new Map<string, Blocked>();
  /** `type/slug` of every row ever → uid; the latest row wins */
  const addresses = new Map<string, string>();
  const figures = new Set<string>();
  const graph = emptyGraph();
  /** when what a key names last changed; addresses and scopes follow from their entries */
  const changed = new Map<ReadKey, number>();
  const lists = createSortedLists(function* () {
    for (const entry of live.values()) for (const key of listsOf(entry)) yield [key, entry];
  });
  let newest: Position[] | null = null;

  const entryChangedAt = (uid: string) => changed.get(`entry:${uid}`) ?? 0;

  const takeOut = (uid: string): LibraryEntry | null => {
    const before = live.get(uid) ?? null;
    if (before) for (const key of listsOf(before)) lists.remove(key, before);
    live.delete(uid);
    withdrawn.delete(uid);
    blocked.delete(uid);
    newest &&= newest.filter((position) => position.uid !== uid);
    return before;
  };
  const touch = (seq: number, uid: string, entries: (LibraryEntry | null)[]) => {
    changed.set(`entry:${uid}`, seq);
    for (const key of entries.flatMap((entry) => (entry ? listsOf(entry) : []))) changed.set(key, seq);
  };
  const putIn = (entry: LibraryEntry) => {
    live.set(entry.uid, entry);
    for (const key of listsOf(entry)) lists.add(key, entry);
  };

  return {
    head: () => head,
    apply(row) {
      head = row.seq;
      addresses.set(`${row.type}/${row.slug}`, row.uid);
      addToGraph(graph, row);
      const before = takeOut(row.uid);
      const after = row.kind === 'released' ? toEntry(row) : null;
      if (row.kind === 'withdrawn') withdrawn.set(row.uid, toWithdrawn(row));
      if (after) putIn(after);
      if (newest) newest = [{ uid: row.uid, seq: row.seq, kind: row.kind }, ...newest];
      for (const sha256 of row.figures) {
        if (!figures.has(sha256)) changed.set('figures', row.seq);
        figures.add(sha256);
      }
      touch(row.seq, row.uid, [before, after]);
    },
    block(seq, claimed) {
      head = Math.max(head, seq);
      if (!claimed) return;
      const { uid, type, slug } = claimed;
      const before = takeOut(uid);
      blocked.set(uid, { seq });
      const address = `${type}/${slug}`;
      if (!addresses.has(address)) addresses.set(address, uid);
      touch(seq, uid, [before]);
    },
    expectMany() {
      lists.drop();
      newest = null;
    },
    live: (uid) => live.get(uid) ?? null,
    withdrawn: (uid) => withdrawn.get(uid) ?? null,
    blocked: (uid) => blocked.get(uid) ?? null,
    uidAt: (address) => addresses.get(address) ?? null,
    list: (type) => lists.get(`list:${type}`),
    partsOf: (uid) => lists.get(`parts:${uid}`),
    naming: (type, uid) => lists.get(`naming:${type}/${uid}`),
    newestFirst(guide) {
      newest ??= [
        ...[...live.values()].map(({ uid, seq }) => ({ uid, seq, kind: 'released' as const })),
        ...[...withdrawn.values()].map(({ uid, seq }) => ({ uid, seq, kind: 'withdrawn' as const })),
      ].sort((a, b) => b.seq - a.seq);
      if (guide === undefined) return newest;
      const scope = scopeIn(graph, guide);
      return newest.filter(({ uid }) => scope.has(uid));
    },
    hasFigure: (sha256) => figures.has(sha256),
    changedAt(key) {
      const [kind, name = ''] = partsOfKey(key);
      if (kind === 'head' || kind === 'newest') return head;
      if (kind === 'address') return entryChangedAt(addresses.get(name) ?? '');
      if (kind === 'scope') return [...scopeIn(graph, name)].map(entryChangedAt).reduce((a, b) => Math.max(a, b), 0);
      return changed.get(key) ?? 0;
    },
  };
}

/** The lists that a live entry stands in: of its type, of what it is part of, of what it names. */
const listsOf = ({ type, partOf, references }: LibraryEntry): ReadKey[] => [
  `list:${type}`,
  ...(partOf === null ? [] : [`parts:${partOf}` as const]),
  ...references.map((uid) => `naming:${type}/${uid}` as const),
];

const toEntry = (row: IndexRelease): LibraryEntry => ({
  uid: row.uid,
  type: row.type,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  seq: row.seq,
  version: row.version,
  changeKind: row.changeKind,
  firstReleasedAt: row.firstReleasedAt,
  releasedAt: row.releasedAt,
  reviewedAt: row.reviewedAt,
  reviewDue: row.reviewDue,
  partOf: row.partOf,
  urgency: row.urgency,
  treatmentKind: row.treatmentKind,
  evidenceLevel: row.evidenceLevel,
  references: [...new Set(row.references.map(({ uid }) => uid))],
});

const toWithdrawn = (row: IndexWithdrawal): WithdrawnEntry => ({
  uid: row.uid,
  type: row.type,
  slug: row.slug,
  title: row.title,
  seq: row.seq,
  releasedAt: row.releasedAt,
  reason: row.reason,
  replacedBy: row.replacedBy,
});

/** The kind of a key and what it names: `entry:x` → `entry`, `x`. */
function partsOfKey(key: ReadKey): [string, string?] {
  const colon = key.indexOf(':');
  return colon < 0 ? [key] : [key.slice(0, colon), key.slice(colon + 1)];
}
