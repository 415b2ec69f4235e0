import { redFlagsOf } from '../../model/entries/references.ts';
import type { EntryType } from '../../model/entries/types.ts';
import type { ReleasedRow, WithdrawnRow } from '../../model/release-row.ts';
import type { Corrected } from '../../release-log/correction-list.ts';
import { ifProved } from '../../release-log/integrity.ts';
import type { Library, LibraryEntry, WithdrawnEntry } from '../../release-log/library.ts';
import { changesForReaders, type ReaderChanges } from './changes-for-readers.ts';

/** An entry by the name and address that it has now. */
type Named = { type: EntryType; slug: string; title: string };

/** A correction as it may be told now: nothing of a text that was withdrawn since, by whichever row. */
export type ToldCorrection = Corrected & { entry: Named; at: string } & (
    | { what: 'withdrawn'; row: WithdrawnRow; instead: LibraryEntry | null; isBack: boolean }
    /** the entry was withdrawn later: what it said before and after went with it */
    | { what: 'withdrawn-since'; gone: WithdrawnEntry }
    | {
        what: 'changed';
        row: ReleasedRow;
        /** null of a text that was released again after a withdrawal: there is none before it that may be read */
        changes: ReaderChanges | null;
        /** red flags of what the entry says now */
        flags: LibraryEntry[];
        /** what to do now, when the entry is a red flag itself */
        action: string | null;
      }
  );

/** Parts of a text that a list shows; the page and its release show the others. */
const MOST_PARTS = 4;

/** Null when the row, or the entry's latest, does not verify: nothing of it can be said. */
export async function readCorrection(corrected: Corrected, library: Library): Promise<ToldCorrection | null> {
  const { uid, seq } = corrected;
  const now = library.live(uid) ?? library.withdrawn(uid);
  const row = now && (await ifProved(library.release(seq)));
  if (!now || !row) return null;
  const told = { ...corrected, entry: named(now), at: row.releasedAt };
  if (row.kind === 'withdrawn') {
    const instead = row.replacedBy === null ? null : library.live(row.replacedBy);
    return { ...told, what: 'withdrawn', row, instead, isBack: library.live(uid) !== null };
  }
  const gone = library.withdrawnAfter(uid, seq);
  if (gone) return { ...told, what: 'withdrawn-since', gone };
  return { ...told, what: 'changed', row, changes: await changesOf(row, library), ...(await toDoNow(uid, library)) };
}

const named = ({ type, slug, title }: Named): Named => ({ type, slug, title });

/** What differs from the release before it that may still be read. */
async function changesOf(row: ReleasedRow, library: Library): Promise<ReaderChanges | null> {
  const releases = library.releasesOf(row.uid);
  const before = releases[releases.indexOf(row.seq) - 1];
  const old = before === undefined ? null : await ifProved(library.release(before));
  if (old?.kind !== 'released') return null;
  const titleOf = (uid: string) => library.live(uid)?.title ?? 'a page that is not available';
  return changesForReaders(old.snapshot, row.snapshot, { titleOf, most: MOST_PARTS });
}

/** From the text of today alone: what an older one said to do may be what was wrong. */
async function toDoNow(uid: string, library: Library): Promise<{ flags: LibraryEntry[]; action: string | null }> {
  const row = await ifProved(library.released(uid));
  if (!row) return { flags: [], action: null };
  const flags = redFlagsOf(row.snapshot).flatMap((flag) => library.live(flag) ?? []);
  return { flags, action: row.snapshot.type === 'red-flag' ? row.snapshot.action : null };
}
