import { group } from './describe/composed.ts';
import { maybeText, prose, text } from './describe/text.ts';
import { choice } from './describe/value.ts';
import { entry } from './entry.ts';
import type { ValueOf } from './field.ts';
import { common, figures, icd10, ON_THE_PAGE, sentences, synonyms } from './shared.ts';

/** Fastest first. */
export const URGENCIES = ['emergency-now', 'same-day', 'urgent-days'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Whom to call, with the fastest help that the call can bring. */
const REACHES = {
  'emergency-number': 'emergency-now',
  'emergency-department': 'emergency-now',
  midwife: 'emergency-now',
  'own-team': 'same-day',
  'doctor-today': 'same-day',
  'doctor-in-days': 'urgent-days',
} as const satisfies Record<string, Urgency>;
export type Whom = keyof typeof REACHES;
export const WHOM = Object.keys(REACHES) as [Whom, ...Whom[]];

/** Whether this call brings help only later than the sign allows; of what is on no list another rule speaks. */
export const callsTooSlowly = (urgency: Urgency | null, whom: Whom | null): boolean => {
  const allowed = URGENCIES.findIndex((one) => one === urgency);
  return allowed !== -1 && whom !== null && URGENCIES.indexOf(REACHES[whom]) > allowed;
};

/** A sign that must not wait. `title` is the sign in the reader's words. Care cards say it in its words alone (ADR 0070). */
export const redFlag = entry('red-flag', {
  ...common({ safety: 'always', form: 'sign', label: 'Sign' }),
  urgency: choice(URGENCIES, {
    required: { code: 'urgency-missing', say: 'Say how urgent it is.' },
    indexAs: 'urgency',
  }),
  /** the order in one or two sentences; stands for the red flag in lists, feeds, mails and care cards */
  action: text({
    long: true,
    required: { code: 'action-missing', say: 'Say what the reader must do.' },
    indexAs: 'summary',
  }),
  call: group({
    whom: choice(WHOM, { required: { code: 'call-missing', say: 'Say whom to call.' } }),
    /** the first words on the telephone or at the desk */
    say: maybeText({ long: true, max: 200 }),
  }),
  do: sentences({ label: 'what to do' }),
  dont: sentences({ label: 'what not to do' }),
  /** when it is more or less urgent than `urgency` says */
  urgencyNote: maybeText({ long: true }),
  atRisk: sentences({ label: 'who is at special risk', notShown: ON_THE_PAGE }),
  explanation: prose({ required: { code: 'body-missing', say: 'Explain the sign.' } }),
  figures,
  mimics: sentences({ label: 'what else it may look like', notShown: ON_THE_PAGE }),
  synonyms,
  icd10,
});
export type RedFlagContent = ValueOf<typeof redFlag>;
