import type { Token } from './tokens.ts';

/** True when two sentences have the same words but for slips of spelling and plurals in words that cannot hurt. */
export const sameButForSpelling = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length &&
  a.every((token, i) => {
    const other = b[i];
    if (!other) return false;
    return token.key === other.key || (!token.kind && !other.kind && isSlip(token.key, other.key));
  });

const SHORTEST = 5;

/**
 * True when one word is the other with a slip that rarely makes another word: two letters swapped, one doubled
 * or not, one letter too many or too few inside a long word, a plural. “Abduct” and “adduct” are two words.
 */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST - 1 || !/^\p{L}+$/u.test(long)) return false;
  if (`${short}s` === long) return true;
  if (short.length < SHORTEST || !long.startsWith(short.charAt(0))) return false;
  const at = firstDifference(short, long);
  if (short.length === long.length) {
    const swapped = short.slice(0, at) + (short[at + 1] ?? '') + (short[at] ?? '') + short.slice(at + 2);
    return at > 0 && swapped === long;
  }
  if (long.length !== short.length + 1 || short.slice(at) !== long.slice(at + 1)) return false;
  const doubled = long[at] === long[at - 1];
  return doubled || (short.length >= 8 && at > 2 && at < short.length - 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
