import { LRUCache } from 'lru-cache';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
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

/** Bytes that are kept, outside V8's heap. More than 10,000 entries of some 500 words. */
const MOST_BYTES = 24_000_000;
/** What the cache itself takes for an entry, about. */
const OVERHEAD = 300;
/** The quickest: texts become half as long, and reading one again takes 30 µs, where proving its row takes milliseconds. */
const QUICK = { level: 1 };

export function createShownTexts(): ShownTexts {
  const kept = new LRUCache<string, Buffer>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ length }) => OVERHEAD + length,
  });
  const keep = (row: ReleasedRow): ShownText => {
    const { snapshot, title } = row;
    const shown = { names: [title, ...synonymsOf(snapshot), ...keywordsOf(snapshot)], texts: textsOf(snapshot) };
    kept.set(keyOf(row.logId, row.seq), deflateRawSync(JSON.stringify(shown), QUICK));
    return shown;
  };
  return {
    keep,
    async of({ uid, seq }, library) {
      const known = kept.get(keyOf(library.logId, seq));
      // Its own words, kept by the line above.
      if (known) return JSON.parse(inflateRawSync(known).toString('utf8')) as ShownText;
      const row = await ifProved(library.released(uid));
      return row && keep(row);
    },
  };
}

const keyOf = (logId: string | null, seq: number): string => `${logId} ${seq}`;
