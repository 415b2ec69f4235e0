import { OPPOSITE_BEGINNINGS, OPPOSITE_ENDINGS } from './english.ts';

type Pair = readonly [from: string, to: string];
const eitherWay = (pairs: readonly Pair[]): Pair[] => pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
const BEGINNINGS = eitherWay(OPPOSITE_BEGINNINGS);
const ENDINGS = eitherWay(OPPOSITE_ENDINGS);

/** The words in `ones` of which `others` holds the opposite by form: likely and unlikely, painful and painless. */
export const opposites = (ones: readonly string[], others: ReadonlySet<string>): string[] =>
  others.size === 0 ? [] : ones.filter((word) => turned(word).some((other) => others.has(other)));

const turned = (word: string): string[] => [
  ...BEGINNINGS.flatMap(([from, to]) =>
    word.startsWith(from) && word.length - from.length > 2 ? [to + word.slice(from.length)] : [],
  ),
  ...ENDINGS.flatMap(([from, to]) =>
    word.endsWith(from) && word.length - from.length > 2 ? [word.slice(0, word.length - from.length) + to] : [],
  ),
];
