import { group, list } from './describe/composed.ts';
import { reference } from './describe/reference.ts';
import { maybeText, text } from './describe/text.ts';
import { choice, flag } from './describe/value.ts';
import { entry } from './entry.ts';
import { exercises } from './exercise.ts';
import type { ValueOf } from './field.ts';
import { medicines } from './medicine.ts';
import { common, kindsOf, ON_THE_PAGE, references, related, sections, sentences, summary, synonyms } from './shared.ts';

export const TREATMENT_KINDS = [
  'medication',
  'supplement',
  'product',
  'diet',
  'lifestyle',
  'exercise',
  'thermal',
  'manual',
  'surgery',
  'professional-care',
] as const;
/** Kinds of treatment that people swallow, inject or rub in. */
export const MEDICINE_KINDS = ['medication', 'supplement'] as const;
export const isMedicine = (kind: string | null): boolean => MEDICINE_KINDS.some((one) => one === kind);

export const EVIDENCE_LEVELS = ['good', 'moderate', 'limited', 'none', 'against'] as const;
/** Whether to see somebody is no question of evidence: a grade here would read as advice not to go. */
export const takesGrade = (kind: string | null): boolean => kind !== 'professional-care';
/** Where a body that writes guidelines stands; `conditional`: for some people, or only if something is so. */
export const POSITIONS = ['for', 'conditionally-for', 'neutral', 'conditionally-against', 'against'] as const;

const SECTIONS = {
  'what-it-is': { safety: 'by-words' },
  'who-it-may-help': { safety: 'by-words' },
  'how-it-is-done': { safety: 'always' },
  'what-to-expect': { safety: 'by-words' },
  safety: { safety: 'always' },
  'claims-checked': { safety: 'by-words' },
} as const;
export const TREATMENT_SECTIONS = kindsOf(SECTIONS);

/** What can be done: medicines, exercise, products, surgery. */
export const treatment = entry('treatment', {
  ...common({ safety: 'by-words' }),
  kind: choice(TREATMENT_KINDS, {
    required: true,
    indexAs: 'treatmentKind',
    notShown: { ...ON_THE_PAGE, feed: 'the text says what it is' },
  }),
  summary,
  synonyms,
  evidence: group({
    level: choice(EVIDENCE_LEVELS, { indexAs: 'evidenceLevel' }),
    /** what the level speaks of: which complaint, and pain, function or else */
    forWhat: text({ max: 200 }),
    statement: text({ long: true, safety: 'by-words' }),
    /** where and when was looked, for whoever says that nothing was found */
    search: maybeText({ long: true, max: 400, safety: 'by-words' }),
    /** guidelines that disagree are all named */
    positions: list(
      group({
        body: text({ required: true, max: 120 }),
        position: choice(POSITIONS, { required: true }),
        statement: text({ long: true, max: 400 }),
      }),
    ),
  }),
  cautions: sentences(),
  interactions: sentences(),
  dose: maybeText({ long: true }),
  medicines,
  howTo: sentences(),
  exercises,
  sections: sections(SECTIONS),
  commercial: flag({
    safety: 'never',
    notShown: { site: 'the disclosure says it', feed: 'the disclosure says it' },
  }),
  commercialDisclosure: maybeText({ long: true, safety: 'by-words' }),
  /** signs to stop and call at; care cards show them first */
  redFlags: references('red-flag', { safety: 'always' }),
  /** the broader treatment this page belongs to */
  partOf: reference(['treatment'], { optional: true, safety: 'never', notShown: ON_THE_PAGE, indexAs: 'partOf' }),
  related,
});
export type TreatmentContent = ValueOf<typeof treatment>;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];
export type GuidelinePosition = (typeof POSITIONS)[number];
