import { OPPOSITE_BEGINNINGS, OPPOSITE_ENDINGS } from './english.ts';

/** The words in `ones` of which `others` holds the opposite by form: likely and unlikely, painful and painless. */
export function opposites(ones: readonly string[], others: ReadonlySet<string>): string[] {
  return ones.filter((word) => turned(word).some((other) => others.has(other)));
}

function turned(word: string): string[] {
  const both = (pairs: typeof OPPOSITE_BEGINNINGS) => pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  return [
    ...both(OPPOSITE_BEGINNINGS).flatMap(([from, to]) =>
      word.startsWith(from) && word.length - from.length > 2 ? [to + word.slice(from.length)] : [],
    ),
    ...both(OPPOSITE_ENDINGS).flatMap(([from, to]) =>
      word.endsWith(from) && word.length - from.length > 2 ? [word.slice(0, word.length - from.length) + to] : [],
    ),
  ];
}
