import type { Library } from '../../../release-log/library.ts';
import { azOf, type Az } from './az.ts';
import type { BodyMap } from './body-map.ts';
import { createFinderOptions, type FinderOptions } from './finder-options.ts';
import { createGuidesByPlace, type GuideAt } from './guides-by-place.ts';
import { createPlaceMaps, type PlaceMaps } from './place-map.tsx';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { createShownTexts, type ShownTexts } from './shown-texts.ts';

/** What finds pages: made once for a process, it follows the log whenever it is asked for. */
export interface Finding {
  index: SearchIndex;
  texts: ShownTexts;
  /**
   * Brings the index up to the library, in the background where that takes longer than a reader may wait; true when it
   * stands where the library stands. Rejects when the log could not be read meanwhile.
   */
  follow: (library: Library) => Promise<boolean>;
  options: FinderOptions;
  guideAt: GuideAt;
  placeMap: PlaceMaps;
  /** all names; other names only of entries that the index knows as readers have them */
  az: (library: Library) => Az;
}

/** How long an answer may wait for words that are new in the log, milliseconds: for a few for as long as they take. */
const FEW = 200;
const PATIENCE_MS = { few: 3000, many: 150 };

export function createFinding(maps: readonly BodyMap[], onError: (error: unknown) => void): Finding {
  const texts = createShownTexts();
  const index = createSearchIndex({ onRead: texts.keep });
  let kept: { head: number; read: string; az: Az } | null = null;
  return {
    index,
    texts,
    options: createFinderOptions(),
    guideAt: createGuidesByPlace(),
    placeMap: createPlaceMaps(maps),
    async follow(library) {
      if (index.isUpTo(library)) return true;
      const patienceMs = index.behind(library) > FEW ? PATIENCE_MS.many : PATIENCE_MS.few;
      const following = index.follow(library);
      following.catch(onError);
      await Promise.race([following, patience(patienceMs)]);
      return index.isUpTo(library);
    },
    az(library) {
      const read = `${index.isUpTo(library)} ${index.unproved()}`;
      if (kept?.head !== library.head || kept.read !== read) {
        kept = { head: library.head, read, az: azOf(library, index.synonymsOf) };
      }
      return kept.az;
    },
  };
}

const patience = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
