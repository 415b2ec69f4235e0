import type { ErrorCode } from '../../model/errors.ts';
import { errorsOf, type Issue } from '../../model/issue.ts';
import { VERBS, type Role, type State, type Verb } from '../../model/lifecycle.ts';
import { isAmong, type Acting } from '../../model/person.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import type { Revision } from '../../model/revision.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { gate, mustsOpen, type GateAnswer, type LiveText } from './gate.ts';
import { CLINICIAN_VERBS, isPossible, subjectOf, WHO_MAY } from './lifecycle.ts';
import { requirements, type Surroundings } from './requirements.ts';
import { approversOf, currentRound } from './state.ts';

/** Why a verb may not be taken. `message` speaks to the person who asked; `details` go into the answer as they are. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  details: Record<string, unknown>;
}

/** What somebody wants to do. Without a revision the question is about whatever is current. */
export interface Ask {
  verb: Verb;
  revision?: string;
  /** of `schedule`: what shall happen then */
  planned?: 'release' | 'withdraw';
  /** of `withdraw`: with words for readers that are not the standard ones */
  publicNote?: boolean;
}

/** How an entry stands before the one who asks. */
export interface Situation extends Surroundings {
  asker: Acting & { role: Role; hasClinician: boolean; isInGoodStanding: boolean; hasSession: boolean };
  state: State;
  revision: Revision;
  live: (Omit<LiveText, 'snapshot'> & { seq: number; revision: string; snapshot: EntryContent | null }) | null;
  /** every event of the entry, oldest first */
  events: readonly ReviewEvent[];
  /** who edited the entry since its last release */
  editors: readonly Acting[];
  /** who wrote what readers have, since the release before it */
  authors: readonly Acting[];
  scheduled: { verb: 'release' | 'withdraw'; revision: string } | null;
  /** comments that say that something must change, and that nobody has ended */
  openMusts: number;
}

/** What the rules say of the draft's text, each worked out when it is first asked for. */
export interface Judged {
  requirements: () => Issue[];
  gate: () => GateAnswer;
}

/** The rules' word on the draft of this situation, for several questions about it. */
export const judge = (situation: Situation): Judged => ({
  requirements: once(() => requirements(situation.revision, situation)),
  gate: once(() => askGate(situation)),
});

function once<T extends object>(work: () => T): () => T {
  let done: T | null = null;
  return () => (done ??= work());
}

/**
 * Who may take which verb on what, and why not: null when this one may. The only place that knows: verbs, the
 * review sheet and the buttons ask it. What a verb's own fields must be (a time, a reason) is the verb's matter.
 */
export const refusalOf = (ask: Ask, situation: Situation, judged = judge(situation)): Refusal | null =>
  refusedToRole(ask, situation) ??
  refusedHere(ask, situation) ??
  refusedToPerson(ask, situation) ??
  refusedForText(ask, situation, judged);

/** Every verb that the asker may not take now, with the reason; what may be planned; and the rest. */
export function standingOf(
  situation: Situation,
  judged = judge(situation),
): {
  allowedVerbs: Verb[];
  schedulable: ('release' | 'withdraw')[];
  /** whether a withdrawal by this person may carry words of their own to readers */
  mayWritePublicNote: boolean;
  refusals: Partial<Record<Verb, Pick<Refusal, 'code' | 'message'>>>;
} {
  const plans = (['release', 'withdraw'] as const).map((planned) => ({
    planned,
    refusal: refusalOf({ verb: 'schedule', planned }, situation, judged),
  }));
  const schedulable = plans.filter(({ refusal }) => refusal === null).map(({ planned }) => planned);
  const refusalTo = (verb: Verb): Refusal | null => {
    if (verb !== 'schedule') return refusalOf({ verb }, situation, judged);
    return schedulable.length > 0 ? null : (plans[0]?.refusal ?? null);
  };
  const refused = VERBS.flatMap((verb) => {
    const refusal = refusalTo(verb);
    return refusal ? [{ verb, code: refusal.code, message: refusal.message }] : [];
  });
  return {
    allowedVerbs: VERBS.filter((verb) => !refused.some((one) => one.verb === verb)),
    schedulable,
    mayWritePublicNote: refusedToRole({ verb: 'withdraw', publicNote: true }, situation) === null,
    refusals: Object.fromEntries(refused.map(({ verb, ...why }) => [verb, why])),
  };
}

/** The gate's answer for the current draft. */
export const askGate = ({
  live,
  ...situation
}: Omit<Situation, 'asker' | 'state' | 'authors' | 'scheduled'>): GateAnswer =>
  gate({ ...situation, kind: 'review', live: live && readable(live) });

/** What readers have, where its text can be read; a text of an unknown shape is none to build on. */
const readable = ({ snapshot, approvals, reviewedAt }: NonNullable<Situation['live']>): LiveText | null =>
  snapshot && { snapshot, approvals, reviewedAt };

function refusedToRole({ verb, publicNote = false }: Ask, { asker }: Situation): Refusal | null {
  const { role, hasClinician, isInGoodStanding, hasSession } = asker;
  if (!WHO_MAY[verb].includes(role)) return refusal('not-allowed', `Your role, ${role}, may not ${verb}.`);
  const isClinician = isInGoodStanding && WHO_MAY.approve.includes(role);
  if (publicNote && !isClinician)
    return refusal('not-allowed', 'Only a clinician may write words of their own to readers.');
  if (!CLINICIAN_VERBS.includes(verb)) return null;
  if (!hasClinician) {
    return refusal(
      'clinician-profile-missing',
      `To ${verb} you need a clinician profile. An admin can link one to your account.`,
    );
  }
  if (!isInGoodStanding) {
    return refusal('not-in-good-standing', `To ${verb} you must be in good standing as a clinician.`);
  }
  return hasSession ? null : refusal('session-needed', `To ${verb} you must log in: an API key may not.`);
}

/** Is there what the verb speaks of, is it what the asker saw, and has its state a place for the verb? */
function refusedHere({ verb, revision: asked, planned }: Ask, situation: Situation): Refusal | null {
  const { revision, state, live, scheduled } = situation;
  const isStale = (current: string) => asked !== undefined && asked !== current;
  switch (subjectOf(verb, planned)) {
    case 'live':
      if (!live) return refusal('wrong-state', 'Readers do not have this entry.', { state });
      return isStale(live.revision) ? stale(live.revision) : null;
    case 'schedule':
      if (!scheduled) return refusal('wrong-state', 'Nothing is scheduled.', { state });
      return isStale(scheduled.revision) ? stale(scheduled.revision) : null;
    case 'draft':
      if (verb === 'release' && live?.revision === revision.hash && !isStale(revision.hash)) {
        return refusal('already-released', 'Readers have this revision already.', { seq: live.seq });
      }
      if (isStale(revision.hash)) return stale(revision.hash);
      // What stands between a draft and its release says more than its state does.
      if (verb === 'release' || verb === 'schedule' || isPossible(verb, state)) return null;
      return wrongState(verb, state, verb === 'approve' && hasApproved(situation));
  }
}

/** Four eyes: neither what one wrote, nor the same revision twice. Persons are compared, not accounts. */
function refusedToPerson({ verb }: Ask, situation: Situation): Refusal | null {
  const { asker, editors, authors } = situation;
  if (verb === 'approve' && isAmong(asker, editors)) {
    return refusal(
      'four-eyes',
      'You edited this entry since its last release, so you cannot approve it: another clinician must.',
    );
  }
  if (verb === 'approve' && hasApproved(situation)) {
    return refusal('wrong-state', 'You have approved this text. Another clinician must look too.', {
      approvedByYou: true,
    });
  }
  if (verb === 'renew-review' && isAmong(asker, authors)) {
    return refusal('four-eyes', 'You wrote part of what readers have, so you cannot renew it: another clinician must.');
  }
  return null;
}

/** An approval of this draft by the asker counts. */
const hasApproved = ({ asker, events, revision }: Situation): boolean =>
  isAmong(asker, approversOf(currentRound(events, revision.hash)));

/** What the text itself, its approvals and its surroundings stand in the way of. */
function refusedForText({ verb, planned }: Ask, { state, openMusts }: Situation, judged: Judged): Refusal | null {
  // The text that answers it has to be submitted to be looked at; a withdrawal waits for nothing.
  const musts = verb === 'approve' || verb === 'renew-review' ? mustsOpen(openMusts) : [];
  if (musts.length > 0) return unmet(musts);
  if (verb === 'submit-for-review' || verb === 'approve') return unmet(judged.requirements());
  if (verb !== 'release' && !(verb === 'schedule' && planned !== 'withdraw')) return null;
  const { cleared, issues } = judged.gate();
  if (!cleared) return unmet(issues);
  return isPossible(verb, state) ? null : wrongState(verb, state);
}

function unmet(issues: Issue[]): Refusal | null {
  const errors = errorsOf(issues);
  if (errors.length === 0) return null;
  return refusal('requirements-not-met', errors.map(({ message }) => message).join(' '), { issues });
}

const stale = (current: string): Refusal =>
  refusal('stale-revision', 'This is not the current revision any more. Look at it again.', { current });

const wrongState = (verb: Verb, state: State, approvedByYou = false): Refusal =>
  refusal('wrong-state', `An entry that is ${state} cannot take ${verb}.`, {
    state,
    ...(approvedByYou ? { approvedByYou } : {}),
  });

const refusal = (code: ErrorCode, message: string, details: Record<string, unknown> = {}): Refusal => ({
  code,
  message,
  details,
});
