import { URGENCIES, type RedFlagContent } from '../../model/entries/red-flag.ts';
import { EVIDENCE_LEVELS } from '../../model/entries/treatment.ts';
import type { EntryType } from '../../model/entries/types.ts';
import { ifProved } from '../../release-log/integrity.ts';
import type { Library, LibraryEntry } from '../../release-log/library.ts';

/** The live entries among `uids`, in their order: what is not released is left out. */
export const liveOf = (library: Library, uids: string[]): LibraryEntry[] =>
  uids.map((uid) => library.live(uid)).filter((entry) => entry !== null);

/** Live entries of the same type that belong to a broader one, by title. */
export const childrenOf = (library: Library, { type, uid }: { type: EntryType; uid: string }): LibraryEntry[] =>
  library.partsOf(uid).filter((entry) => entry.type === type);

/** The live entry that `partOf` names. */
export const parentOf = (library: Library, partOf: string | null): LibraryEntry | null =>
  partOf === null ? null : library.live(partOf);

/** Entries without a live broader entry: the top of the tree. */
export const topLevel = (library: Library, type: EntryType): LibraryEntry[] =>
  library.list(type).filter((entry) => parentOf(library, entry.partOf) === null);

/** Warning signs, emergencies first; of one urgency in their order. */
export const mostUrgentFirst = (flags: LibraryEntry[]): LibraryEntry[] =>
  [...URGENCIES, null].flatMap((urgency) => flags.filter((flag) => flag.urgency === urgency));

/**
 * Treatments in the one order of every page: strongest evidence first, what takes no grade before what guidelines advise
 * against. Surgery is last of its level; of one rank in their order.
 */
export const byEvidence = <Item>(items: readonly Item[], entryOf: (item: Item) => LibraryEntry): Item[] =>
  items.toSorted((a, b) => rankOf(entryOf(a)) - rankOf(entryOf(b)));

const RANKS = [...EVIDENCE_LEVELS.filter((level) => level !== 'against'), null, 'against'] as const;

const rankOf = ({ evidenceLevel, treatmentKind }: LibraryEntry): number =>
  RANKS.indexOf(evidenceLevel) * 2 + (treatmentKind === 'surgery' ? 1 : 0);

/** A live warning sign with its text; without, where the text does not verify: its sign and order are proved by the index. */
export interface Sign {
  entry: LibraryEntry;
  text: RedFlagContent | null;
}

/** The live warning signs among `uids`, emergencies first. */
export const signsOf = (library: Library, uids: string[]): Promise<Sign[]> =>
  Promise.all(
    mostUrgentFirst(liveOf(library, uids)).map(async (entry) => {
      const text = (await ifProved(library.released(entry.uid)))?.snapshot;
      return { entry, text: text?.type === 'red-flag' ? text : null };
    }),
  );

/** The live guides that name this entry or its broader one, by title. */
export const guidesOf = (library: Library, { uid, partOf = null }: { uid: string; partOf?: string | null }) =>
  naming(library, 'guide', [uid, ...liveOf(library, partOf === null ? [] : [partOf]).map((broader) => broader.uid)]);

/** What a page leads on to: its “see also”, and the guides that share it. One guide alone stands above the page. */
export function seeAlso(
  library: Library,
  entry: { uid: string; partOf?: string | null; related: string[] },
): LibraryEntry[] {
  const guides = guidesOf(library, entry);
  const all = [...liveOf(library, entry.related), ...(guides.length > 1 ? guides : [])];
  return [...new Map(all.map((one) => [one.uid, one])).values()];
}

/** Live courses that teach a guide, by title; where there is none, those that teach something of it. */
export function coursesAbout(library: Library, guide: { uid: string }, partly: string[]): LibraryEntry[] {
  const own = naming(library, 'course', [guide.uid]);
  return own.length > 0 ? own : naming(library, 'course', partly);
}

/** Asked for entry by entry, so that a page does not depend on every guide and course that there is. */
function naming(library: Library, type: EntryType, uids: string[]): LibraryEntry[] {
  const found = uids.flatMap((uid) => library.naming(type, uid));
  return [...new Map(found.map((entry) => [entry.uid, entry])).values()].sort((a, b) =>
    a.title.localeCompare(b.title, 'en'),
  );
}
