import { list } from './describe/composed.ts';
import { reference } from './describe/reference.ts';
import { choice } from './describe/value.ts';
import { entry } from './entry.ts';
import type { ValueOf } from './field.ts';
import { location } from './location.ts';
import {
  common,
  icd10,
  kindsOf,
  ON_THE_PAGE,
  references,
  related,
  sections,
  summary,
  synonyms,
  words,
} from './shared.ts';

export const ONSETS = ['sudden', 'gradual', 'varies'] as const;

const SECTIONS = {
  'what-it-is': { safety: 'by-words' },
  anatomy: { safety: 'by-words' },
  'who-gets-it': { safety: 'by-words' },
  symptoms: { safety: 'by-words' },
  diagnosis: { safety: 'by-words' },
  'treatment-overview': { safety: 'by-words' },
  outlook: { safety: 'by-words' },
} as const;
export const CAUSE_SECTIONS = kindsOf(SECTIONS);

/** What the pain can come from. */
export const cause = entry('cause', {
  ...common({ safety: 'by-words' }),
  summary,
  synonyms,
  sections: sections(SECTIONS),
  /** where the pain is typically felt */
  locations: list(location, { safety: 'by-words' }),
  /** where it can also be felt */
  possibleLocations: list(location, { safety: 'by-words' }),
  onset: choice(ONSETS, { safety: 'by-words', notShown: ON_THE_PAGE }),
  worse: words({ safety: 'by-words', notShown: ON_THE_PAGE }),
  better: words({ safety: 'by-words', notShown: ON_THE_PAGE }),
  tests: words({ safety: 'by-words', notShown: ON_THE_PAGE }),
  specialists: words({ safety: 'by-words', notShown: ON_THE_PAGE }),
  treatments: references('treatment', { safety: 'always', notShown: ON_THE_PAGE }),
  redFlags: references('red-flag', { safety: 'always' }),
  /** the broader cause this page belongs to */
  partOf: reference(['cause'], { optional: true, safety: 'never', notShown: ON_THE_PAGE, indexAs: 'partOf' }),
  related,
  icd10,
});
export type CauseContent = ValueOf<typeof cause>;
