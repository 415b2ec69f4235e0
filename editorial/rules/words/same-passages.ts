import { diffArrays } from 'diff';
import type { Passage } from './passages.ts';
import { sameButForSpelling } from './spelling.ts';
import { PAUSE, type Token } from './tokens.ts';

interface Sides {
  old: Passage[];
  now: Passage[];
}

/** What is left of two texts once everything that says the same in both is taken out, wherever it stands. */
export function withoutSame(old: Passage[], now: Passage[]): Sides {
  if (written(old) === written(now)) return { old: [], now: [] };
  const left = withoutRespelt(withoutReheaded(withoutMoved(old, now), old, now));
  // A full stop that became a comma cuts passages elsewhere and says nothing new.
  return written(left.old) === written(left.now) ? { old: [], now: [] } : left;
}

export const isWordOf = ({ key }: Token): boolean => key !== PAUSE;

const keyOf = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join(' ');
const ownKey = ({ tokens, lead, isHeading }: Passage): string =>
  `${isHeading ? '#' : ''}${keyOf(lead)} > ${keyOf(tokens)}`;
const fullKey = (passage: Passage): string => `${keyOf(passage.heading)} # ${ownKey(passage)}`;
/**
 * The words in their order, each run of passages with the headings above it and how deep in lists it stands. Where
 * one passage ends says nothing, and what leads to a list is among the words before it.
 */
function written(passages: readonly Passage[]): string {
  const place = ({ heading, isHeading, depth }: Passage) => `${keyOf(heading)} ${isHeading ? '#' : '•'.repeat(depth)}`;
  return passages
    .map((passage, i) => {
      const before = passages[i - 1];
      const words = keyOf(passage.tokens);
      return before && place(before) === place(passage) ? words : `\n${place(passage)}> ${words}`;
    })
    .join(` ${PAUSE} `);
}

/** Passages that are in both, as often as they are in both. */
function withoutMoved(old: Passage[], now: Passage[]): Sides {
  const counts = new Map<string, number>();
  for (const passage of now) counts.set(fullKey(passage), (counts.get(fullKey(passage)) ?? 0) + 1);
  const kept = new Map<string, number>();
  const take = (passage: Passage, from: Map<string, number>): boolean => {
    const count = from.get(fullKey(passage)) ?? 0;
    if (count > 0) from.set(fullKey(passage), count - 1);
    return count > 0;
  };
  const oldLeft = old.filter((passage) => {
    const same = take(passage, counts);
    if (same) kept.set(fullKey(passage), (kept.get(fullKey(passage)) ?? 0) + 1);
    return !same;
  });
  return { old: oldLeft, now: now.filter((passage) => !take(passage, kept)) };
}

/** Passages in the same order under a heading that was only reworded: not the same as moved to another heading. */
function withoutReheaded({ old, now }: Sides, allOld: readonly Passage[], allNow: readonly Passage[]): Sides {
  const [before, after] = [allOld, allNow].map((all) => new Set(all.map(({ heading }) => keyOf(heading))));
  const rules = ({ heading }: Passage) => heading.some((token) => token.rules);
  const reworded = (a: Passage, b: Passage): boolean =>
    ownKey(a) === ownKey(b) &&
    !rules(a) &&
    !rules(b) &&
    (!after?.has(keyOf(a.heading)) || !before?.has(keyOf(b.heading)));
  return without({ old, now }, reworded);
}

function withoutRespelt({ old, now }: Sides): Sides {
  return without(
    { old, now },
    (a, b) =>
      keyOf(a.heading) === keyOf(b.heading) &&
      keyOf(a.lead) === keyOf(b.lead) &&
      sameButForSpelling(a.tokens, b.tokens),
  );
}

/** Takes out what `same` finds on both sides in the same order. */
function without({ old, now }: Sides, same: (a: Passage, b: Passage) => boolean): Sides {
  const parts = diffArrays(old, now, { comparator: same, maxEditLength: 200 });
  if (!parts) return { old, now };
  return {
    old: parts.filter(({ removed }) => removed).flatMap(({ value }) => value),
    now: parts.filter(({ added }) => added).flatMap(({ value }) => value),
  };
}
