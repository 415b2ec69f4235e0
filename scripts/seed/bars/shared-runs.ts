import type { PlacedText } from '../../../editorial/rules/placed-texts.ts';

interface Place {
  file: string;
  path: string;
}

/** Words that two pages may not have in the same order. */
const RUN = 12;

/** A run of words that stands on two pages. */
interface SharedRun {
  page: string;
  path: string;
  /** where it stands as well */
  other: Place;
  words: string;
}

/** The texts of one page that are its own. */
interface Page {
  file: string;
  texts: readonly Pick<PlacedText, 'path' | 'text'>[];
}

/**
 * Runs of twelve words or more that a page shares with one before it; each as long as it goes, told once. Capitals
 * and points make no difference; a run stays within one text, and within one line of it.
 */
export function sharedRuns(pages: readonly Page[]): SharedRun[] {
  const seen = new Map<string, Place>();
  return pages.flatMap(({ file, texts }) => {
    const found: SharedRun[] = [];
    const own = new Map<string, Place>();
    for (const { path, text } of texts) {
      for (const words of text.split('\n').map(plainWords)) {
        let end = -1;
        for (let at = 0; at + RUN <= words.length; at += 1) {
          const run = words.slice(at, at + RUN).join(' ');
          const other = seen.get(run);
          if (!other) own.set(run, { file, path });
          else if (at >= end) {
            found.push({ page: file, path, other, words: run });
            end = at + RUN;
          }
        }
      }
    }
    for (const [run, place] of own) seen.set(run, place);
    return found;
  });
}

const plainWords = (line: string): string[] =>
  line.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];
