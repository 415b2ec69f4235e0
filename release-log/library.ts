import type { EntryType } from '../model/entries/types.ts';
import type { Release, ReleasedRow } from '../model/release-row.ts';
import { LRUCache } from 'lru-cache';
import { createFollower, type Correction, type Follower } from './follow-log.ts';
import type { HeadMarkFile } from './head-mark.ts';
import { createHeadWatch, type HeadWatch } from './head-watch.ts';
import type { ManyRowsPage } from './change-times.ts';
import type { LogClinician } from './clinician-index.ts';
import type { Corrected, Grade } from './correction-list.ts';
import { createFaultList, IntegrityError, type Fault, type FaultList } from './integrity.ts';
import {
  createLibraryIndex,
  type LibraryEntry,
  type LibraryIndex,
  type Position,
  type WithdrawnEntry,
} from './library-index.ts';
import type { LogFigure } from './figure-index.ts';
import { toConsole, type OnTrouble } from './on-trouble.ts';
import { inPatience } from './patience.ts';
import type { ReadKey } from './read-key.ts';
import type { LogSource } from './read-rows.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { verifiedRow } from './verify-row.ts';

export type { LibraryEntry, WithdrawnEntry } from './library-index.ts';

type Lookup =
  | { status: 'live'; entry: LibraryEntry }
  /** an old slug: answer 301 to the entry's current slug */
  | { status: 'moved'; entry: LibraryEntry }
  | { status: 'withdrawn'; entry: WithdrawnEntry };

/** The log as channels see it: an index in memory that follows it, and the texts on request. */
export interface Library {
  /** log position that this library stands at */
  readonly head: number;
  /** id of the log, as the last row that was proved says it; null before the first */
  readonly logId: string | null;
  live(uid: string): LibraryEntry | null;
  withdrawn(uid: string): WithdrawnEntry | null;
  /** what stands at a web address; throws `IntegrityError` where a row did that does not verify */
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
  newestFirst(guide?: string): Position[];
  /** the figure file of this name, whole or short, and how it stands; null when no row ever showed it */
  figure(name: string): LogFigure<WithdrawnEntry> | null;
  /**
   * The withdrawal that took a release of an entry from readers: the entry's last one, if it came after this position.
   * What was withdrawn stays so when the entry comes back: only what is released anew may be read.
   */
  withdrawnAfter(uid: string, seq: number): WithdrawnEntry | null;
  /**
   * Log positions of the releases of an entry that may still be read, oldest first: since its last withdrawal, the live
   * one last. Empty of an entry that is not live.
   */
  releasesOf(uid: string): readonly number[];
  /** every row of this grade, newest first: what was changed after readers had it */
  corrected(grade: Grade): Corrected[];
  /** the clinician who first had this address; null when no row carries an approval of such a one */
  clinicianAt(slug: string): LogClinician | null;
  /** everybody whose approval any row carries, by name */
  clinicians(): LogClinician[];
  /** positions of the rows that carry an approval of the clinician with this uid, newest first */
  approvedBy(uid: string): number[];
  /** when a row last changed what stands for many rows, RFC 3339, by the rows' own times; null when none did */
  changeTime(page: ManyRowsPage): string | null;
  /** the full row that readers get for a live entry; throws `IntegrityError` when it does not verify or is lost */
  released(uid: string): Promise<ReleasedRow | null>;
  /** any row up to the head by its position, live or not; throws `IntegrityError` as `released` does */
  release(seq: number): Promise<Release | null>;
  /** row hash of a row that was proved when the log was followed; null when it was not */
  hashAt(seq: number): string | null;
  /**
   * Rows after `since` up to `upTo` that withdraw an entry or correct it for safety, in their order: by what was
   * signed, whatever their columns, their texts or their summaries say now.
   */
  corrections(since: number, upTo: number): Correction[];
  /** the log position at which what the key names last changed; 0 when never */
  changedAt(key: ReadKey): number;
}

export interface LibraryOptions {
  log: LogSource;
  /** milliseconds since the epoch */
  now: () => number;
  /** how long a library may be served before the log head is looked at again (docs/channels.md: 250 ms) */
  checkEveryMs?: number;
  /** memory bound of the cache of full rows */
  maxRowBytes?: number;
  /** where the log's high-water mark is kept, outside the database */
  mark?: HeadMarkFile;
  /** told once of each row that does not verify */
  onFault?: (fault: Fault) => void;
  /** told of what failed and stops nobody: a mark that cannot be written, a look ahead that nobody waited for */
  onTrouble?: OnTrouble;
}

export interface LibraryWatch extends HeadWatch<Library> {
  /** what in the log does not verify, as far as it was looked at; empty when all does */
  faults: () => readonly Fault[];
}

/**
 * Follows the log: what `current()` and `peek()` answer is a library at most `checkEveryMs` behind the committed
 * head. Throws when the database cannot be asked: a channel must not go on serving what may have been withdrawn
 * meanwhile. What does not verify is not served and is listed in `faults()` (ADR 0017).
 */
export function createLibrary({
  log,
  now,
  checkEveryMs = 250,
  maxRowBytes = 32 * 1024 * 1024,
  mark,
  onFault = () => undefined,
  onTrouble = toConsole,
}: LibraryOptions): LibraryWatch {
  const faults = createFaultList(onFault);
  const index = createLibraryIndex();
  const follower = createFollower({ log, index, faults, mark, onTrouble });
  const { hashAt, logId, corrections } = follower;
  const library = toLibrary(index, {
    hashAt,
    logId,
    corrections,
    release: createRowReader({ log, index, faults, maxRowBytes, hashAt, now, keysForMs: checkEveryMs }),
  });
  const look = async (): Promise<Library> => {
    await follower.follow();
    return library;
  };
  return { ...createHeadWatch({ look, now, maxAgeMs: checkEveryMs, onTrouble }), faults: faults.all };
}

type ReadRow = (seq: number) => Promise<Release | null>;

/** Reads whole rows, each proved once before it is kept in memory. */
function createRowReader({
  log,
  index,
  faults,
  maxRowBytes,
  hashAt,
  now,
  keysForMs,
}: {
  log: LogSource;
  index: LibraryIndex;
  faults: FaultList;
  maxRowBytes: number;
  hashAt: (seq: number) => string | null;
  now: () => number;
  /** how long keys that were read count, milliseconds: no longer than the head of the log may be old */
  keysForMs: number;
}): ReadRow {
  const rows = new LRUCache<number, Release>({
    maxSize: maxRowBytes,
    sizeCalculation: (row) => JSON.stringify(row).length * 2,
  });
  let known: { at: number; keys: readonly TrustedKey[] } | null = null;
  const keysNow = async () => (known = { at: now(), keys: await log.keys() }).keys;
  const prove = async (seq: number): Promise<Release> => {
    const stored = await log.stored(seq);
    const hash = hashAt(seq);
    if (!stored) throw new IntegrityError(seq, 'the row is missing');
    if (hash === null) throw new IntegrityError(seq, 'the row did not verify when the log was followed');
    const proved = (keys: readonly TrustedKey[]) => verifiedRow({ ...stored, seq }, { keys, hash });
    // Whoever reads row after row need not ask for the keys at each.
    if (known && now() - known.at < keysForMs) {
      try {
        return proved(known.keys);
      } catch (error) {
        // A key may have been added since.
        if (!(error instanceof IntegrityError)) throw error;
      }
    }
    return proved(await keysNow());
  };
  return async (seq) => {
    const kept = rows.get(seq);
    if (kept) return kept;
    if (seq > index.head()) return null;
    try {
      const row = await inPatience(prove(seq), `hand out release ${seq}`);
      rows.set(seq, row);
      faults.clear(seq);
      return row;
    } catch (error) {
      if (error instanceof IntegrityError) faults.add(error.fault);
      throw error;
    }
  };
}

function toLibrary(
  index: LibraryIndex,
  { hashAt, logId, corrections, release }: Pick<Follower, 'hashAt' | 'logId' | 'corrections'> & { release: ReadRow },
): Library {
  return {
    get head() {
      return index.head();
    },
    get logId() {
      return logId();
    },
    live: index.live,
    withdrawn: index.withdrawn,
    find(type, slug) {
      const uid = index.uidAt(`${type}/${slug}`);
      if (uid === null) return null;
      const blocked = index.blockedAt(uid);
      if (blocked !== null) throw new IntegrityError(blocked, 'the row of this entry does not verify');
      const gone = index.withdrawn(uid);
      if (gone) return { status: 'withdrawn', entry: gone };
      const entry = index.live(uid);
      return entry ? { status: entry.slug === slug ? 'live' : 'moved', entry } : null;
    },
    list: index.list,
    partsOf: index.partsOf,
    naming: index.naming,
    newestFirst: index.newestFirst,
    figure: index.figure,
    withdrawnAfter: index.withdrawnAfter,
    releasesOf: index.releasesOf,
    corrected: index.corrected,
    clinicianAt: index.clinicianAt,
    clinicians: index.clinicians,
    approvedBy: index.approvedBy,
    changeTime: index.changeTime,
    changedAt: index.changedAt,
    hashAt,
    corrections,
    release,
    async released(uid) {
      const entry = index.live(uid);
      if (!entry) return null;
      const row = await release(entry.seq);
      if (row?.kind !== 'released') throw new IntegrityError(entry.seq, 'the row is missing');
      return row;
    },
  };
}
