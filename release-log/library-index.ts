import type { WithdrawalReason } from '../model/withdrawal.ts';
import type { Urgency } from '../model/entries/red-flag.ts';
import type { EvidenceLevel } from '../model/entries/treatment.ts';
import type { EntryType } from '../model/entries/types.ts';
import type { ChangeKind, Release, SignedRow } from '../model/release-row.ts';
import type { IndexRelease, IndexRow, IndexWithdrawal } from './index-rows.ts';
import { addToGraph, emptyGraph, scopeIn } from './naming-graph.ts';
import type { ReadKey } from './read-key.ts';
import { createChangeTimes, type ManyRowsPage } from './change-times.ts';
import { createChangeList } from './change-list.ts';
import { createFigureIndex, type LogFigure } from './figure-index.ts';
import { readApprovals } from './read-approvals.ts';
import { createClinicianIndex, type LogClinician } from './clinician-index.ts';
import { createCorrectionList, type Corrected, type Grade } from './correction-list.ts';
import { createSortedLists } from './sorted-lists.ts';

/** What the channels need to know of every entry without reading its text: kept in memory. */
export interface LibraryEntry {
  uid: string;
  type: EntryType;
  slug: string;
  title: string;
  summary: string;
  /** SHA-256 of the summary, as the row has it */
  summaryHash: string;
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
  reason: WithdrawalReason;
  /** a clinician's own words to readers */
  publicNote: string | null;
  replacedBy: string | null;
}

/** An entry or withdrawal in the order of the log. */
export interface Position {
  uid: string;
  seq: number;
  kind: Release['kind'];
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
  /** position of the row for which nothing of this entry is served */
  blockedAt: (uid: string) => number | null;
  uidAt: (address: string) => string | null;
  list: (type: EntryType) => LibraryEntry[];
  partsOf: (uid: string) => LibraryEntry[];
  naming: (type: EntryType, uid: string) => LibraryEntry[];
  newestFirst: (guide?: string) => Position[];
  /** the withdrawal that took this release from readers for good; null when there is none after it */
  withdrawnAfter: (uid: string, seq: number) => WithdrawnEntry | null;
  figure: (name: string) => LogFigure<WithdrawnEntry> | null;
  /** positions of the releases of a live entry since its last withdrawal or row that does not verify, oldest first */
  releasesOf: (uid: string) => readonly number[];
  corrected: (grade: Grade) => Corrected[];
  clinicianAt: (slug: string) => LogClinician | null;
  clinicians: () => LogClinician[];
  approvedBy: (uid: string) => number[];
  /** when a row last changed what stands for many rows, RFC 3339; null when none did */
  changeTime: (page: ManyRowsPage) => string | null;
  changedAt: (key: ReadKey) => number;
}

export function createLibraryIndex(): LibraryIndex {
  let head = 0;
  const live = new Map<string, LibraryEntry>();
  const withdrawn = new Map<string, WithdrawnEntry>();
  const blocked = new Map<string, number>();
  /** `type/slug` of every row ever → uid; the latest row wins */
  const addresses = new Map<string, string>();
  /** the last withdrawal of each entry that ever was, also of those that came back */
  const withdrawals = new Map<string, WithdrawnEntry>();
  /** by uid: positions of the releases since its last withdrawal, in their order */
  const releases = new Map<string, number[]>();
  const graph = emptyGraph();
  /** by uid: what its last row names, as the row says it and without repeats */
  const names = new Map<string, { text: string; uids: string[] }>();
  const changes = createChangeList();
  const lists = createSortedLists(() => live.values(), listsOf);
  let newest: Position[] | null = null;
  const corrected = createCorrectionList();
  const approvers = createClinicianIndex();
  const times = createChangeTimes();

  /** Takes an entry out of the lists and states that it stands in. */
  const takeOut = (uid: string): LibraryEntry | null => {
    const before = live.get(uid) ?? null;
    if (before) lists.remove(before);
    withdrawn.delete(uid);
    blocked.delete(uid);
    newest &&= newest.filter((position) => position.uid !== uid);
    return before;
  };

  /** The uids that a row names; they are in the graph already when the row before it of this entry named the same. */
  const namedBy = (uid: string, text: string): string[] => {
    const known = names.get(uid);
    if (known?.text === text) return known.uids;
    const references = JSON.parse(text) as SignedRow['references'];
    addToGraph(graph, uid, references);
    const uids = sameList(known?.uids, [...new Set(references.map((reference) => reference.uid))]);
    names.set(uid, { text, uids });
    return uids;
  };
  const withdrawnAfter = (uid: string, seq: number): WithdrawnEntry | null => {
    const last = withdrawals.get(uid);
    return last && last.seq > seq ? last : null;
  };
  const figures = createFigureIndex(withdrawnAfter);

  return {
    head: () => head,
    apply(row) {
      const references = namedBy(row.uid, row.references);
      head = row.seq;
      const approvals = readApprovals(row.approvals);
      approvers.add(row.seq, approvals);
      const before = takeOut(row.uid);
      const after = row.kind === 'released' ? toEntry(row, references, before) : null;
      if (after) {
        live.set(after.uid, after);
        lists.add(after);
        const known = releases.get(after.uid);
        if (known) known.push(row.seq);
        else releases.set(after.uid, [row.seq]);
      } else live.delete(row.uid);
      if (row.kind === 'withdrawn') {
        const gone = toWithdrawn(row);
        withdrawn.set(gone.uid, gone);
        withdrawals.set(gone.uid, gone);
        releases.delete(gone.uid);
        changes.ofFigures(row.seq);
      }
      const uid = after?.uid ?? row.uid;
      corrected.add(row, before?.uid ?? uid);
      times.add(row, { uid: before?.uid ?? uid, approvals, isCorrection: corrected.changedAt() === row.seq });
      newest &&= [{ uid, seq: row.seq, kind: row.kind }, ...newest];
      addresses.set(`${row.type}/${row.slug}`, uid);
      for (const sha256 of row.figures) {
        if (figures.find(sha256)?.withdrawal !== null) changes.ofFigures(row.seq);
        figures.add(sha256, { uid, seq: row.seq });
      }
      changes.ofEntry(uid, row.seq, before && after && standAlike(before, after) ? [after] : [before, after]);
    },
    block(seq, claimed) {
      head = Math.max(head, seq);
      if (!claimed) return;
      const { uid, type, slug } = claimed;
      const before = takeOut(uid);
      live.delete(uid);
      blocked.set(uid, seq);
      // What comes next is told of nothing before it: what stood between cannot be read.
      releases.delete(uid);
      const address = `${type}/${slug}`;
      if (!addresses.has(address)) addresses.set(address, uid);
      changes.ofEntry(uid, seq, [before]);
    },
    expectMany() {
      lists.drop();
      newest = null;
    },
    live: (uid) => live.get(uid) ?? null,
    withdrawn: (uid) => withdrawn.get(uid) ?? null,
    blockedAt: (uid) => blocked.get(uid) ?? null,
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
    withdrawnAfter,
    figure: figures.find,
    releasesOf: (uid) => (live.has(uid) ? [...(releases.get(uid) ?? [])] : []),
    corrected: corrected.of,
    clinicianAt: (slug) => approvers.get(approvers.uidAt(slug) ?? ''),
    clinicians: approvers.all,
    approvedBy: approvers.rowsOf,
    changeTime: times.of,
    changedAt(key) {
      const [kind, name = ''] = partsOfKey(key);
      if (kind === 'head' || kind === 'newest') return head;
      if (kind === 'corrections') return corrected.changedAt();
      if (kind === 'clinician') return approvers.changedAt(approvers.uidAt(name) ?? '');
      if (kind === 'approvals') return approvers.changedAt(name);
      if (kind === 'address') return changes.at('entry', addresses.get(name) ?? '');
      if (kind === 'scope') {
        return [...scopeIn(graph, name)].reduce((latest, uid) => Math.max(latest, changes.at('entry', uid)), 0);
      }
      return changes.at(kind, name);
    },
  };
}

/** True when both states of an entry stand in the same lists. */
const standAlike = (before: LibraryEntry, after: LibraryEntry): boolean =>
  before.type === after.type && before.partOf === after.partOf && before.references === after.references;

/** The lists that a live entry stands in: of its type, of what it is part of, of what it names. */
const listsOf = ({ type, partOf, references }: LibraryEntry): ReadKey[] => [
  `list:${type}`,
  ...(partOf === null ? [] : [`parts:${partOf}` as const]),
  ...references.map((uid) => `naming:${type}/${uid}` as const),
];

/**
 * The entry that a row makes live. What is the same as before is kept as it is in memory: a long log releases the
 * same entries again and again, and new copies of the same words would outlive their page.
 */
function toEntry(row: IndexRelease, references: string[], before: LibraryEntry | null): LibraryEntry {
  return {
    uid: before?.uid ?? row.uid,
    type: row.type,
    slug: same(before?.slug, row.slug),
    title: same(before?.title, row.title),
    summary: same(before?.summary, row.summary),
    summaryHash: same(before?.summaryHash, row.summaryHash),
    seq: row.seq,
    version: same(before?.version, row.version),
    changeKind: row.changeKind,
    firstReleasedAt: same(before?.firstReleasedAt, row.firstReleasedAt),
    releasedAt: row.releasedAt,
    reviewedAt: same(before?.reviewedAt, row.reviewedAt),
    reviewDue: same(before?.reviewDue, row.reviewDue),
    partOf: same(before?.partOf, row.partOf),
    urgency: row.urgency,
    treatmentKind: row.treatmentKind,
    evidenceLevel: row.evidenceLevel,
    references,
  };
}

const same = <T>(before: T | undefined, now: T): T => (before !== undefined && before === now ? before : now);

const sameList = (before: string[] | undefined, now: string[]): string[] =>
  before?.length === now.length && before.every((uid, i) => uid === now[i]) ? before : now;

const toWithdrawn = (row: IndexWithdrawal): WithdrawnEntry => ({
  uid: row.uid,
  type: row.type,
  slug: row.slug,
  title: row.title,
  seq: row.seq,
  releasedAt: row.releasedAt,
  reason: row.reason,
  publicNote: row.publicNote,
  replacedBy: row.replacedBy,
});

/** The kind of a key and what it names: `entry:x` → `entry`, `x`. */
function partsOfKey(key: ReadKey): [string, string?] {
  const colon = key.indexOf(':');
  return colon < 0 ? [key] : [key.slice(0, colon), key.slice(colon + 1)];
}
