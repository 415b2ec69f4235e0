import { maybeText, prose, text } from './describe/text.ts';
import { choice } from './describe/value.ts';
import { entry } from './entry.ts';
import type { ValueOf } from './field.ts';
import { common, icd10, synonyms } from './shared.ts';

export const URGENCIES = ['emergency-now', 'same-day', 'urgent-days'] as const;

/** A sign that must not wait. `title` is the sign in the reader's words. */
export const redFlag = entry('red-flag', {
  ...common({ safety: 'always', form: 'sign', label: 'Sign' }),
  urgency: choice(URGENCIES, {
    required: { code: 'urgency-missing', say: 'Say how urgent it is.' },
    indexAs: 'urgency',
  }),
  /** stands for the red flag in lists, feeds and mails */
  action: text({
    long: true,
    required: { code: 'action-missing', say: 'Say what the reader must do.' },
    indexAs: 'summary',
  }),
  /** when it is more or less urgent than `urgency` says */
  urgencyNote: maybeText({ long: true }),
  explanation: prose({ required: { code: 'body-missing', say: 'Explain the sign.' } }),
  synonyms,
  icd10,
});
export type RedFlagContent = ValueOf<typeof redFlag>;
export type Urgency = (typeof URGENCIES)[number];
