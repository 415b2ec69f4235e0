import { withSingleBlanks } from '../rules/comments/passages.ts';

/** Words at a path, as `passagesOf` counts them. */
export interface Words {
  path: string;
  start: number;
  end: number;
  /** the whole text there, with single blanks: what the counting rests on */
  text: string;
}

/** A character of one of several pieces of text. */
interface Spot {
  piece: number;
  at: number;
}

/**
 * Where words of a text with single blanks stand in the pieces that it is made of: their first character, and the one
 * after their last, in the piece of that. Null when the pieces do not come to that text.
 */
export function stretchOf(
  pieces: readonly string[],
  { start, end, text }: Pick<Words, 'start' | 'end' | 'text'>,
): { from: Spot; to: Spot } | null {
  if (withSingleBlanks(pieces.join('')) !== text || end <= start) return null;
  let from: Spot | null = null;
  let counted = 0;
  let isBlankDue = false;
  for (const [piece, words] of pieces.entries()) {
    for (let at = 0; at < words.length; at += 1) {
      if (/\s/u.test(words.charAt(at))) {
        isBlankDue = counted > 0;
        continue;
      }
      if (isBlankDue) counted += 1;
      isBlankDue = false;
      if (counted === start) from = { piece, at };
      counted += 1;
      if (counted === end) return from && { from, to: { piece, at: at + 1 } };
    }
  }
  return null;
}

/** A text with other words in a stretch of it; where there are none, without the blank that parted them. */
export function replaceStretch(text: string, { from, to }: { from: number; to: number }, words: string): string {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const isBlankLeft = words === '' && (after === '' || /^[\s.,;:!?)]/u.test(after));
  return (isBlankLeft ? before.replace(/[^\S\n]$/u, '') : before) + words + after;
}
