import type { ErrorCode } from '../../model/errors.ts';
import type { Issue, IssueCode } from '../../model/issue.ts';
import type { State, Verb } from '../../model/lifecycle.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { openRequests } from '../../editorial/rules/open-requests.ts';
import { VERB_WORDS } from './words.ts';

/** One sentence on where the entry stands and what comes next. */
export function headline({ state, approvals, live, events }: ReviewSheet): string {
  const { given, needed } = approvals;
  switch (state) {
    case 'draft':
      if (live) return 'These changes are not with readers yet. Submit them for review when they are ready.';
      if (events.some(({ event }) => event === 'withdrawn')) return 'Readers do not have this entry any more.';
      return 'Not with readers yet. Submit it for review when it is ready.';
    case 'in-review':
      return `Waiting for ${needed - given === 1 ? 'a clinician' : `${needed - given} clinicians`}: ${given} of ${needed} ${needed === 1 ? 'approval' : 'approvals'} given.`;
    case 'changes-requested':
      return 'A reviewer asked for changes. Edit and save, or answer why not, and submit again.';
    case 'approved':
      return `${clinicians(given)} approved exactly this text. It can be released now or at a time you choose.`;
    case 'scheduled':
      return 'Approved. It is released automatically at the time below.';
    case 'live':
      return 'Readers have exactly this text.';
    case 'review-overdue':
      return 'Readers have this text with a warning: its review is overdue. A clinician must look again.';
    case 'withdrawn':
      return 'Readers do not have this entry any more. Submit it for review to bring it back.';
  }
}

/**
 * Why a medical verb that one would expect next is not on offer to this person, in the words of the rules; null
 * when it is, or when it is not for people of this role, or when the list of issues says it.
 */
export function whyNot({ state, refusals }: Pick<ReviewSheet, 'state' | 'refusals'>): string | null {
  const expected = EXPECTED[state];
  const refusal = expected && refusals[expected];
  return refusal && !SAID_OTHERWISE.includes(refusal.code) ? refusal.message : null;
}

const EXPECTED: Partial<Record<State, Verb>> = { 'in-review': 'approve', 'review-overdue': 'renew-review' };
const SAID_OTHERWISE: readonly ErrorCode[] = ['not-allowed', 'requirements-not-met'];

/** Said by the headline already, and nothing that an editor could mend. */
const SAID_ELSEWHERE: readonly IssueCode[] = ['approvals-missing', 'not-submitted'];

/** What blocks and what is doubtful, without what the headline says already. */
export function groupIssues(issues: readonly Issue[]): { errors: Issue[]; warnings: Issue[] } {
  const shown = issues.filter(({ code }) => !SAID_ELSEWHERE.includes(code));
  return {
    errors: shown.filter(({ severity }) => severity === 'error'),
    warnings: shown.filter(({ severity }) => severity === 'warning'),
  };
}

/** True when one more approval is all that is missing: then it can be released with it. */
export const isLastApproval = ({ approvals: { given, needed } }: ReviewSheet): boolean => given + 1 >= needed;

/** What clinicians who approved this text said of the one before it, newest first. */
export const harmlessSoFar = ({ events, revision }: Pick<ReviewSheet, 'events' | 'revision'>): ReviewEvent[] =>
  events
    .slice(0, events.findIndex(({ event }) => event === 'submitted') + 1)
    .filter((e) => e.event === 'approved' && e.revision === revision && e.oldTextHarmless !== null);

/** True when readers have had the entry, now or before it was withdrawn. */
export const wasReleased = ({ events }: Pick<ReviewSheet, 'events'>): boolean =>
  events.some(({ event }) => event === 'released');

/** The button of a verb. What cannot be released yet can still be scheduled to end. */
export const verbLabel = (verb: Verb, { schedulable }: Pick<ReviewSheet, 'schedulable'>): string =>
  verb === 'schedule' && !schedulable.includes('release') ? 'Schedule withdrawal…' : VERB_WORDS[verb];

/** Verbs on what readers have or what is planned: they do not care about unsaved text in the form. */
export const actsOnSavedText = (verb: Verb): boolean => verb !== 'withdraw' && verb !== 'unschedule';

/** What a verb came to, for the announcement. `before` is how things stood when it was taken. */
export function resultOf(verb: Verb, before: ReviewSheet, after: ReviewSheet): string {
  const released = after.live !== null && after.live.seq !== before.live?.seq;
  switch (verb) {
    case 'submit-for-review':
      return 'Submitted for review.';
    case 'request-changes':
      return 'Changes requested: it is back with the editors.';
    case 'approve':
      if (released) return `Approved and released: readers have version ${after.live?.version ?? ''} now.`;
      return after.state === 'approved'
        ? 'Approved. It can be released now.'
        : 'Approved. Another clinician must look.';
    case 'release':
      return `Released: readers have version ${after.live?.version ?? ''} now.`;
    case 'schedule':
      return 'Scheduled.';
    case 'unschedule':
      return before.scheduled?.verb === 'withdraw'
        ? 'Called off: readers keep the page.'
        : 'Called off: it will not be released automatically.';
    case 'withdraw':
      return 'Withdrawn: readers see why instead of the page.';
    case 'renew-review':
      return 'Review renewed: readers see the new dates.';
  }
}

/** Who did it, with the clinician's name and credentials of a medical act. */
export function byline({ actorName, clinician }: Pick<ReviewEvent, 'actorName' | 'clinician'>): string {
  if (!clinician) return actorName;
  const credentials = `${clinician.name}, ${clinician.credentials}`;
  return clinician.name === actorName ? credentials : `${actorName}, as ${credentials}`;
}

export interface Submission {
  submitted: ReviewEvent;
  /** what the editor replied with it, and to which requests */
  reply: { answered: ReviewEvent; requests: ReviewEvent[] } | null;
}

/** What a reviewer has before them; null when nothing is under review. */
export function submissionOf({ state, events }: Pick<ReviewSheet, 'state' | 'events'>): Submission | null {
  if (!UNDER_REVIEW.includes(state)) return null;
  const at = events.findIndex(({ event }) => event === 'submitted');
  const [submitted, before, ...earlier] = at < 0 ? [] : events.slice(at);
  if (!submitted) return null;
  const isReply = before?.event === 'answered';
  return { submitted, reply: isReply ? { answered: before, requests: openRequests(earlier.toReversed()) } : null };
}

const UNDER_REVIEW: readonly State[] = ['in-review', 'approved', 'scheduled'];

/** “One clinician”, “Two clinicians”, at the start of a sentence. */
export const clinicians = (count: number): string =>
  `${['No', 'One', 'Two', 'Three'][count] ?? count} ${count === 1 ? 'clinician' : 'clinicians'}`;
