import { LRUCache } from 'lru-cache';
import { ifProved } from '../../../release-log/integrity.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { keywordsOf, synonymsOf, textsOf } from './findable.ts';

/** What a search shows of an entry, as the row that readers have now says it. */
export interface ShownText {
  /** title, other names and keywords */
  names: readonly string[];
  /** the texts that a passage is taken from */
  texts: readonly string[];
}

/**
 * The words of proved rows. A row never changes and is proved before its words are kept, under its position; which
 * position readers have the library says each time. So a search need not prove ten rows again.
 */
export interface ShownTexts {
  /** Null when the row does not verify. Rejects when the log cannot be read. */
  of: (entry: LibraryEntry, library: Library) => Promise<ShownText | null>;
  /** keeps the words of a row that was proved */
  keep: (row: ReleasedRow) => void;
}

/** Characters that are kept; one takes a byte, two outside Latin-1. About 6,000 entries. */
const MOST_CHARACTERS = 24_000_000;

export function createShownTexts(): ShownTexts {
  const kept = new LRUCache<string, ShownText>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ names, texts }) => 100 + [...names, ...texts].reduce((sum, { length }) => sum + length, 0),
  });
  const keep = (row: ReleasedRow): ShownText => {
    const { snapshot, title } = row;
    const shown = { names: [title, ...synonymsOf(snapshot), ...keywordsOf(snapshot)], texts: textsOf(snapshot) };
    kept.set(keyOf(row.logId, row.seq), shown);
    return shown;
  };
  return {
    keep,
    async of({ uid, seq }, library) {
      const known = kept.get(keyOf(library.logId, seq));
      if (known) return known;
      const row = await ifProved(library.released(uid));
      return row && keep(row);
    },
  };
}

const keyOf = (logId: string | null, seq: number): string => `${logId} ${seq}`;
