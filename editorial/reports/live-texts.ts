import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { PayloadRequest } from 'payload';
import { ENTRY_TYPES } from '../../model/entries/types.ts';
import { ifProved } from '../../release-log/integrity.ts';
import { libraryOf } from '../../release-log/library-of.ts';
import type { LibraryEntry } from '../../release-log/library.ts';
import { gradeOfEntry } from '../rules/reading.ts';

export interface LiveText {
  entry: LibraryEntry;
  /** Flesch–Kincaid grade of all its running text; null of too few words */
  grade: number | null;
  sources: number;
  /** sources that are guidelines */
  guidelines: number;
}

/** What was read of a row stays true: rows never change. By row hash. */
const known = new LRUCache<string, Omit<LiveText, 'entry'>>({ max: 50_000 });

/** What readers have, each entry's text once; one whose row does not verify is left out, and stands among the faults. */
export async function liveTexts({ payload }: PayloadRequest): Promise<LiveText[]> {
  const library = await libraryOf(payload).current();
  const entries = ENTRY_TYPES.flatMap((type) => library.list(type));
  const texts: LiveText[] = [];
  for (const entry of entries) {
    const hash = library.hashAt(entry.seq);
    let found = hash === null ? undefined : known.get(hash);
    if (!found) {
      const row = await ifProved(library.released(entry.uid));
      if (!row) continue;
      const { sources } = row.snapshot;
      found = {
        grade: gradeOfEntry(row.snapshot),
        sources: sources.length,
        guidelines: sources.filter(({ kind }) => kind === 'guideline').length,
      };
      if (hash !== null) known.set(hash, found);
      await setImmediate();
    }
    texts.push({ entry, ...found });
  }
  return texts;
}
