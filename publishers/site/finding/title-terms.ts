import type { LibraryEntry } from '../../../release-log/library.ts';
import { termsOf } from './search-words.ts';

const known = new WeakMap<LibraryEntry, readonly string[]>();

/**
 * The terms of an entry's title. An entry of the library is never changed, a new row makes another: so each title is
 * taken apart once, not by every search that finds the index behind.
 */
export function titleTermsOf(entry: LibraryEntry): readonly string[] {
  const before = known.get(entry);
  if (before) return before;
  const terms = termsOf(entry.title);
  known.set(entry, terms);
  return terms;
}
