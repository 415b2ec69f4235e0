import { maybeText, prose, text } from './describe/text.ts';
import { choice } from './describe/value.ts';
import { entry } from './entry.ts';
import type { ValueOf } from './field.ts';
import { common, icd10, synonyms } from './shared.ts';

export const URGENCIES = ['emergency-now', 'same-day', 'urgent-days'] as const;

/** A sign that must not wait. `title` is the sign in the reader's words. */
export const redFlag = entry('red-flag', {
  ...common({ safety: 'always', form: 'sign', label: 'Sign' }),
  urgency: choice(URGENCIES, { required: true, indexAs: 'urgency' }),
  /** stands for the red flag in lists, feeds and mails */
  action: text({ long: true, required: true, indexAs: 'summary' }),
  /** when it is more or less urgent than `urgency` says */
  urgencyNote: maybeText({ long: true }),
  explanation: prose({ required: true }),
  synonyms,
  icd10,
});
export type RedFlagContent = ValueOf<typeof redFlag>;
export type Urgency = (typeof URGENCIES)[number];
