import type { Library } from '../../../release-log/library.ts';
import { azOf, type Az } from './az.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

/** What finds pages: made once for a process, it follows the log whenever it is asked for. */
export interface Finding {
  index: SearchIndex;
  /**
   * Brings the index up to the library, in the background where that takes longer than a reader may wait; true when it
   * stands where the library stands. Rejects when the log could not be read meanwhile.
   */
  follow: (library: Library) => Promise<boolean>;
  /** all names; other names only of entries that the index knows */
  az: (library: Library) => Az;
}

/** How long an answer may wait for words that are new in the log, milliseconds: for a few for as long as they take. */
const FEW = 200;
const PATIENCE_MS = { few: 3000, many: 150 };

export function createFinding(onError: (error: unknown) => void): Finding {
  const index = createSearchIndex();
  let kept: { head: number; upTo: boolean; az: Az } | null = null;
  return {
    index,
    async follow(library) {
      if (index.isUpTo(library)) return true;
      const patienceMs = index.behind(library) > FEW ? PATIENCE_MS.many : PATIENCE_MS.few;
      const following = index.follow(library);
      following.catch(onError);
      await Promise.race([following, patience(patienceMs)]);
      return index.isUpTo(library);
    },
    az(library) {
      const upTo = index.isUpTo(library);
      if (kept?.head !== library.head || kept.upTo !== upTo) {
        kept = { head: library.head, upTo, az: azOf(library, index.synonymsOf) };
      }
      return kept.az;
    },
  };
}

const patience = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
