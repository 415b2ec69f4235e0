import type { Quote } from '../../../model/comment.ts';
import { findAll } from './find-all.ts';
import { likeness } from './likeness.ts';
import { withSingleBlanks, type Passage } from './passages.ts';

/** Characters before and after the words that are kept to find them again. */
export const CONTEXT = 32;
/** Words that are less alike than this are other words. */
const ALIKE = 0.5;
/** Places that are looked at: in a text of nothing but the same words one is as good as another. */
const MOST = 64;
/** Words that are shorter stand in many texts: found in another one, they are not the same passage. */
const TELLING = 16;

/** Where a quote stands now. `changed`: other words stand there by now, alike enough to be the same passage. */
export type Anchor =
  | { status: 'here'; path: string; start: number; end: number }
  | { status: 'changed'; path: string; start: number; end: number; text: string }
  | { status: 'orphaned' };

/**
 * Finds quotes in a content as it is now. As long as the exact words stand in their place a quote is `here`, whatever
 * was edited around them; of equal words those count that stand between the same others, and then those that are
 * nearest. Words that moved to another text are found when they stand there alone. Else the nearest that is alike is
 * `changed`. Takes time in proportion to the text of the place for each quote.
 */
export function anchorsIn(passages: readonly Passage[]): (quote: Quote) => Anchor {
  const byPlace = new Map<string, Passage[]>();
  for (const passage of passages) byPlace.set(passage.place, [...(byPlace.get(passage.place) ?? []), passage]);
  return (quote) => {
    const own = byPlace.get(quote.place) ?? [];
    const exact = best(own.flatMap((passage) => exactIn(passage, quote)));
    if (exact) return { status: 'here', path: exact.path, start: exact.start, end: exact.start + quote.exact.length };
    return movedTo(passages, quote) ?? best(own.flatMap((passage) => alikeIn(passage, quote)))?.anchor ?? ORPHANED;
  };
}

const ORPHANED: Anchor = { status: 'orphaned' };

/**
 * The quote that a selection comes to: at or below a path, or without one wherever its words stand. Null when
 * they stand nowhere. `prefix` and `suffix` tell equal words apart.
 */
export function quoteOf(
  passages: readonly Passage[],
  selected: { field?: string | undefined; exact: string; prefix?: string | undefined; suffix?: string | undefined },
): Quote | null {
  const exact = withSingleBlanks(selected.exact);
  if (exact === '') return null;
  const [left, right] = [oneBlank(selected.prefix ?? ''), oneBlank(selected.suffix ?? '')];
  const around = { prefix: before(left, left.length), suffix: after(right, 0) };
  const where = below(passages, selected.field);
  const found = best(
    where.flatMap((passage) => exactIn(passage, { place: passage.place, exact, ...around, start: 0 })),
  );
  const passage = found && where.find(({ path }) => path === found.path);
  return found && passage ? cut(passage, found.start, found.start + exact.length) : null;
}

/** The texts at a path or below it; of a path that no text has, all: it is a form's, not the content's. */
function below(passages: readonly Passage[], field: string | undefined): readonly Passage[] {
  const found = passages.filter(({ path }) => field !== undefined && `${path}.`.startsWith(`${field}.`));
  return found.length > 0 ? found : passages;
}

/** The quote of a stretch of a passage. */
export const cut = ({ place, text }: Passage, start: number, end: number): Quote => ({
  place,
  exact: text.slice(start, end),
  prefix: before(text, start),
  suffix: after(text, end),
  start,
});

interface Candidate {
  path: string;
  start: number;
  /** higher is better; of equals the nearer one counts */
  score: number;
  distance: number;
}

/** The exact words in a text, as far as they may be those: the whole context on a side says more than parts of it. */
function exactIn({ path, text }: Passage, { exact, prefix, suffix, start: was }: Quote): Candidate[] {
  const all = findAll(text, exact, MOST);
  // Of too many those that are looked at have one side of their context at least.
  const told = all.length < MOST ? [] : besideContext(text, { exact, prefix, suffix });
  return [...new Set([...all, ...told])].map((start) => {
    const end = start + exact.length;
    const [left, right] = [before(text, start), after(text, end)];
    // What stood at an end stands there still, unless something was put before or after it.
    const whole = (left === prefix ? CONTEXT : 0) + (right === suffix ? CONTEXT : 0);
    const score = commonTail(left, prefix) + commonHead(right, suffix) + whole;
    return { path, start, score, distance: Math.abs(start - was) };
  });
}

const besideContext = (
  text: string,
  { exact, prefix, suffix }: Pick<Quote, 'exact' | 'prefix' | 'suffix'>,
): number[] => [
  ...findAll(text, prefix + exact, MOST).map((at) => at + prefix.length),
  ...findAll(text, exact + suffix, MOST),
];

function movedTo(passages: readonly Passage[], quote: Quote): Anchor | null {
  const { exact } = quote;
  if (exact.length < TELLING) return null;
  const found = passages.flatMap(({ path, text }) => findAll(text, exact, 2).map((start) => ({ path, start })));
  const [only] = found;
  return only && found.length === 1 ? { status: 'here', ...only, end: only.start + exact.length } : null;
}

/** Stretches of a text where the words may have stood: between their old neighbours, or from one of their ends on. */
function alikeIn({ path, text }: Passage, { exact, prefix, suffix, start: was }: Quote) {
  const [lead, trail] = [prefix.slice(-CONTEXT / 2), suffix.slice(0, CONTEXT / 2)];
  const begins = [
    ...findAll(text, lead, FEW).map((at) => at + lead.length),
    ...findAll(text, exact.slice(0, SEED), FEW),
    ...(lead === '' ? [0] : []),
  ];
  const ends = [
    ...findAll(text, trail, FEW),
    ...findAll(text, exact.slice(-SEED), FEW).map((at) => at + Math.min(SEED, exact.length)),
    ...(trail === '' ? [text.length] : []),
  ];
  const most = 2 * exact.length + CONTEXT;
  const stretches = [
    ...begins.map((start) => ({
      start,
      end: ends.filter((end) => end > start && end - start <= most).sort(numerically)[0] ?? start + exact.length,
    })),
    ...ends.map((end) => ({ start: end - exact.length, end })),
  ];
  return stretches.flatMap(({ start, end }) => {
    const from = isInCharacter(text, start) ? start - 1 : Math.max(0, start);
    const to = isInCharacter(text, end) ? end + 1 : Math.min(text.length, end);
    const words = text.slice(from, to);
    const score = likeness(words, exact);
    if (score < ALIKE) return [];
    const anchor: Anchor = { status: 'changed', path, start: from, end: to, text: words.trim() };
    return [{ path, start: from, score, distance: Math.abs(from - was), anchor }];
  });
}

const SEED = 12;
/** Traces of a passage that are followed. */
const FEW = 4;
const numerically = (one: number, other: number): number => one - other;

function best<One extends Candidate>(candidates: readonly One[]): One | null {
  return candidates.reduce<One | null>((so, one) => {
    if (so === null || one.score > so.score) return one;
    return one.score === so.score && one.distance < so.distance ? one : so;
  }, null);
}

/** What stands before and after a place, at most `CONTEXT`, in whole characters: half of one can be hashed nowhere. */
function before(text: string, at: number): string {
  const from = Math.max(0, at - CONTEXT);
  return text.slice(isInCharacter(text, from) ? from + 1 : from, at);
}
function after(text: string, at: number): string {
  const to = at + CONTEXT;
  return text.slice(at, isInCharacter(text, to) ? to - 1 : to);
}
/** Whether a place is between the two halves of one character. */
const isInCharacter = (text: string, at: number): boolean => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
const oneBlank = (text: string): string => text.replace(/\s+/gu, ' ');

function commonHead(one: string, other: string): number {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common += 1;
  return common;
}

function commonTail(one: string, other: string): number {
  let common = 0;
  while (common < one.length && common < other.length && one.at(-1 - common) === other.at(-1 - common)) common += 1;
  return common;
}
