'use client';
import { Button } from '@payloadcms/ui';
import { type Verb } from '../../model/lifecycle.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { actsOnSavedText, verbLabel } from './standing.ts';
import { VERB_WORDS } from './words.ts';

/** The next step first; what ends something last. */
const ORDER: Record<Verb, number> = {
  'submit-for-review': 1,
  approve: 2,
  release: 3,
  'request-changes': 4,
  'renew-review': 5,
  schedule: 6,
  unschedule: 7,
  withdraw: 8,
};
const STEPS_ON: readonly Verb[] = ['submit-for-review', 'approve', 'release'];

interface VerbButtonsProps {
  sheet: ReviewSheet;
  busy: boolean;
  /** the form shows something else than what is saved: verbs on the draft must wait */
  outOfStep: boolean;
  onVerb: (verb: Verb) => void;
}

/** One button for each verb that this person may take now. */
export function VerbButtons({ sheet, busy, outOfStep, onVerb }: VerbButtonsProps) {
  const allowed = sheet.allowedVerbs.toSorted((one, other) => ORDER[one] - ORDER[other]);
  const next = allowed.find((verb) => STEPS_ON.includes(verb) || sheet.state === 'review-overdue');
  // Shown although something is missing, so that an editor sees where this leads.
  const blocked = !next && sheet.refusals['submit-for-review']?.code === 'requirements-not-met';
  return (
    <div className="workflow__verbs" role="group" aria-label="What you can do">
      {blocked && (
        <Button type="button" size="medium" margin={false} disabled>
          {VERB_WORDS['submit-for-review']}
        </Button>
      )}
      {allowed.map((verb) => (
        <Button
          key={verb}
          type="button"
          size="medium"
          margin={false}
          buttonStyle={verb === next ? 'primary' : 'secondary'}
          disabled={busy || (outOfStep && actsOnSavedText(verb))}
          onClick={() => onVerb(verb)}
        >
          {verbLabel(verb, sheet)}
        </Button>
      ))}
    </div>
  );
}
