/** Signs before items of a list: a list has its own. */
const BULLETS = /[·•▪◦‣]/gu;
/** Words that are shown to whoever imports. */
const SHOWN = 12;

/**
 * The words that are in one text and not, or not as often, in the other, in their order. Two words that were joined
 * are lost, both: what was written is not there.
 */
export function lostWords(before: string, after: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsIn(after)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsIn(before).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** Lost words, in words for an editor; null of none. */
export function lostInWords(lost: readonly string[]): string | null {
  if (lost.length === 0) return null;
  const shown = `“${lost.slice(0, SHOWN).join(' ')}${lost.length > SHOWN ? ' …' : ''}”`;
  return `${lost.length === 1 ? 'the word' : `${lost.length} words:`} ${shown}`;
}

const wordsIn = (text: string): string[] => text.replaceAll(BULLETS, ' ').split(/\s+/u).filter(Boolean);
