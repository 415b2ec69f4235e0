import { isFigureNamed } from '../../model/figure-name.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import type { Library, LibraryEntry } from '../../release-log/library.ts';
import type { ReadKey } from '../../release-log/read-key.ts';
import { placedByTitle } from '../../release-log/sorted-lists.ts';

/**
 * The library as it would be with these rows released: they stand before what readers have of their entries, and all
 * else is as it is live. Changes nothing in the library behind it. Every member is listed, and the compiler asks for a
 * new one.
 */
export function overlaid(source: Library, rows: readonly ReleasedRow[]): Library {
  const laid = new Map(rows.map((row) => [row.uid, { row, entry: entryOf(row) }]));
  const entries = [...laid.values()].map(({ entry }) => entry);
  const others = (list: LibraryEntry[]) => list.filter(({ uid }) => !laid.has(uid));
  const withLaid = (list: LibraryEntry[], belongs: (entry: LibraryEntry) => boolean) =>
    entries.filter(belongs).reduce(placedByTitle, others(list));
  return {
    get head() {
      return source.head;
    },
    get logId() {
      return source.logId;
    },
    live: (uid) => laid.get(uid)?.entry ?? source.live(uid),
    withdrawn: (uid) => (laid.has(uid) ? null : source.withdrawn(uid)),
    find(type, slug) {
      const own = entries.find((entry) => entry.type === type && entry.slug === slug);
      if (own) return { status: 'live', entry: own };
      const found = source.find(type, slug);
      const now = found && laid.get(found.entry.uid);
      return now ? { status: 'moved', entry: now.entry } : found;
    },
    list: (type) => withLaid(source.list(type), (entry) => entry.type === type),
    partsOf: (uid) => withLaid(source.partsOf(uid), (entry) => entry.partOf === uid),
    naming: (type, uid) =>
      withLaid(source.naming(type, uid), (entry) => entry.type === type && entry.references.includes(uid)),
    newestFirst(guide) {
      const rest = source.newestFirst(guide).filter(({ uid }) => !laid.has(uid));
      const belongs = new Set(source.newestFirst(guide).map(({ uid }) => uid));
      const own = rows.filter(({ uid }) => guide === undefined || uid === guide || belongs.has(uid));
      return [...own.map(({ uid, seq }) => ({ uid, seq, kind: 'released' as const })), ...rest];
    },
    figure(name) {
      const sha256 = rows.flatMap(({ figures }) => figures).find((one) => isFigureNamed(one, name));
      return sha256 === undefined ? source.figure(name) : { sha256, withdrawal: null };
    },
    changeTime: (page) => source.changeTime(page),
    withdrawnAfter: (uid, seq) => (laid.has(uid) ? null : source.withdrawnAfter(uid, seq)),
    releasesOf: (uid) => {
      const own = laid.get(uid);
      const before = source.releasesOf(uid);
      return own ? [...before.filter((seq) => seq < own.row.seq), own.row.seq] : before;
    },
    corrected: (grade) => source.corrected(grade),
    clinicianAt: (slug) => source.clinicianAt(slug),
    clinicians: () => source.clinicians(),
    approvedBy: (uid) => source.approvedBy(uid),
    released: (uid) => {
      const own = laid.get(uid);
      return own ? Promise.resolve(own.row) : source.released(uid);
    },
    release: (seq) => {
      const own = rows.find((row) => row.seq === seq);
      return own ? Promise.resolve(own) : source.release(seq);
    },
    hashAt: (seq) => source.hashAt(seq),
    corrections: (since, upTo) => source.corrections(since, upTo),
    changedAt: (key: ReadKey) => source.changedAt(key),
  };
}

/** What an index would tell of a row. */
const entryOf = (row: ReleasedRow): LibraryEntry => ({
  uid: row.uid,
  type: row.type,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  summaryHash: row.summaryHash,
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
