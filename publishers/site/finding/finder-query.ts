import { ONSETS } from '../../../model/entries/cause.ts';

export type AskedOnset = Exclude<(typeof ONSETS)[number], 'varies'>;
export const ASKED_ONSETS = ONSETS.filter((onset): onset is AskedOnset => onset !== 'varies');

/** What a reader answered so far: all of it stands in the address and nowhere else. */
export interface FinderAnswers {
  /** slug of a guide */
  guide: string | null;
  /** key of a place */
  location: string | null;
  onset: AskedOnset | null;
  /** keys of what makes it worse */
  worse: readonly string[];
}

/** Things that make it worse that can be said at once: no more are offered. */
export const MOST_WORSE = 6;
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST_CHARACTERS = 100;

/** The answers in a query. What is no key is as good as not said; whether a key is known, and counts, the library says. */
export function answersIn(search: URLSearchParams): FinderAnswers {
  const onset = search.get('onset');
  const worse = search.getAll('worse').slice(0, 4 * MOST_WORSE);
  return {
    guide: keyOrNull(search.get('guide')),
    location: keyOrNull(search.get('location')),
    onset: ASKED_ONSETS.find((known) => known === onset) ?? null,
    worse: [...new Set(worse.filter(isKey))].sort(),
  };
}

/** The address of these answers: the same answers always make the same one. */
export function finderPath({ guide, location, onset, worse }: Partial<FinderAnswers>): string {
  const query = new URLSearchParams();
  if (guide) query.set('guide', guide);
  if (location) query.set('location', location);
  if (onset) query.set('onset', onset);
  for (const key of [...(worse ?? [])].sort()) query.append('worse', key);
  return query.size === 0 ? '/find' : `/find?${query.toString()}`;
}

/** These answers with one thing that makes it worse added, or taken away where it was said. */
export function toggled(answers: FinderAnswers, key: string): FinderAnswers {
  const { worse } = answers;
  return { ...answers, worse: worse.includes(key) ? worse.filter((one) => one !== key) : [...worse, key] };
}

const isKey = (text: string): boolean => text.length <= MOST_CHARACTERS && KEY.test(text);
const keyOrNull = (text: string | null): string | null => (text !== null && isKey(text) ? text : null);
