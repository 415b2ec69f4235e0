import type { EntryType } from '../../model/content.ts';
import type { Library, LibraryEntry } from '../../release-log/library.ts';

/** The live entries among `uids`, in their order: what is not released is left out. */
export const liveOf = (library: Library, uids: string[]): LibraryEntry[] =>
  uids.map((uid) => library.live(uid)).filter((entry) => entry !== null);

/** Live entries that belong to a broader one, by title. */
export const childrenOf = (library: Library, { type, uid }: { type: EntryType; uid: string }): LibraryEntry[] =>
  library.list(type).filter((entry) => entry.partOf === uid);

/** The live entry that `partOf` names. */
export const parentOf = (library: Library, partOf: string | null): LibraryEntry | null =>
  partOf === null ? null : library.live(partOf);

/** Entries without a live broader entry: the top of the tree. */
export const topLevel = (library: Library, type: EntryType): LibraryEntry[] =>
  library.list(type).filter((entry) => parentOf(library, entry.partOf) === null);

/** The first live guide that names one of these entries. */
export const guideNaming = (library: Library, uids: string[]): LibraryEntry | null =>
  library.list('guide').find((guide) => guide.references.some((uid) => uids.includes(uid))) ?? null;

/** Live courses that teach one of these entries. */
export const coursesAbout = (library: Library, uids: string[]): LibraryEntry[] =>
  library.list('course').filter((course) => course.references.some((uid) => uids.includes(uid)));
