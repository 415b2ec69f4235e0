import { blocking, errorsOf, type Issue } from '../../model/issue.ts';
import { isTooLow } from '../../model/change-kind.ts';
import { isAmong, type Acting } from '../../model/person.ts';
import type { Approval, ChangeKind, ClinicianSnapshot } from '../../model/release-row.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import { revisionHash, type Revision } from '../../model/revision.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { approvalsNeeded, minimumChangeKind, type SafetyReason } from './policy.ts';
import { requirements, type Surroundings } from './requirements.ts';
import { approversOf, currentRound } from './state.ts';

const cleared: unique symbol = Symbol('cleared');

/** A revision that may be released now. Only this file builds one, and only the verbs that release take one. */
export interface Cleared {
  readonly [cleared]: true;
  readonly revision: Revision;
  readonly approvals: readonly Approval[];
  /** when a clinician last looked at the whole of it, RFC 3339 */
  readonly reviewedAt: string;
  readonly changeKind: ChangeKind;
  readonly changeNote: string;
}

/** What readers have, and on whose word. */
export interface LiveText {
  snapshot: EntryContent;
  approvals: readonly Approval[];
  reviewedAt: string;
}

/** A draft that went through review. */
export interface Reviewed extends Surroundings {
  kind: 'review';
  revision: Revision;
  /** every event of the entry, oldest first */
  events: readonly ReviewEvent[];
  /** what readers have now */
  live: LiveText | null;
  /** who edited the entry since its last release */
  editors: readonly Acting[];
  /** comments that say that something must change, and that nobody has ended */
  openMusts: number;
}

/** What readers have, read again by a clinician and found right, with its next review date. */
export interface Renewed extends Surroundings {
  kind: 'renewal';
  revision: Revision;
  live: LiveText;
  renewal: Acting & { clinician: ClinicianSnapshot | null; at: string };
  /** who wrote what readers have, since the release before it */
  authors: readonly Acting[];
  openMusts: number;
}

export type GateInput = Reviewed | Renewed;
export type GateAnswer = { cleared: Cleared; issues: Issue[] } | { cleared: null; issues: Issue[] };

/**
 * Clears a revision for release or lists what stands in the way. Pure: the same input, the same answer,
 * for a button, a schedule and a script alike. Warnings come with a clearance too.
 */
export const gate = (input: GateInput): GateAnswer =>
  input.kind === 'renewal' ? clearRenewal(input) : clearReview(input);

function clearReview(input: Reviewed): GateAnswer {
  const { revision, events, live, editors, policy } = input;
  const round = currentRound(events, revision.hash);
  const submitted = round.find(({ event }) => event === 'submitted');
  const approvals = approversOf(round);
  const independent = approvals.filter((approval) => approval.actor !== null && !isAmong(approval, editors));
  const { needed, reasons } = approvalsNeeded(revision.content, live?.snapshot ?? null, policy);
  const grade = gradeOf(input, reasons, submitted?.changeKind ?? 'major', independent);

  const issues = [...requirements(revision, input), ...mustsOpen(input.openMusts)];
  if (!submitted) issues.push(error('not-submitted', 'Submit this revision for review first.'));
  else if (!submitted.changeNote?.trim()) issues.push(error('change-note-missing', 'Say what changed and why.'));
  if (submitted && grade.tooLow) {
    issues.push(error('change-kind-too-low', `This change must be called ${grade.minimum} at least: submit it again.`));
  }
  if (independent.length < approvals.length) {
    issues.push(
      error('approval-not-independent', 'Someone approved a revision that they edited: another clinician must look.'),
    );
  }
  if (independent.length < needed) {
    issues.push(error('approvals-missing', `${independent.length} of ${needed} approvals by independent clinicians.`));
  }
  const { reviewedAt, ...standing } = standingOn(independent.flatMap(approvalOf), input);
  if (independent.length >= needed && reviewedAt === null) {
    issues.push(error('approvals-missing', 'Nobody in good standing has looked at the whole entry: a clinician must.'));
  }
  return answer(issues, {
    revision,
    ...standing,
    reviewedAt: reviewedAt ?? '',
    changeKind: grade.kind,
    changeNote: submitted?.changeNote ?? '',
  });
}

/**
 * The grade of a change: what its editor called it, unless that is less than policy asks. What is a safety
 * correction only because readers have the old text by mail is `major` when all who approved say why it could
 * not hurt.
 */
function gradeOf(
  { events, live, sentByMail }: Reviewed,
  reasons: SafetyReason[],
  given: ChangeKind,
  approvals: ReviewEvent[],
) {
  const everReleased = live !== null || events.some(({ event }) => event === 'released');
  const floor = (oldTextHarmless: boolean) =>
    minimumChangeKind(reasons, { everReleased, isLive: live !== null, sentByMail, oldTextHarmless }).kind;
  const minimum = floor(approvals.length > 0 && approvals.every((approval) => approval.oldTextHarmless?.trim()));
  const lowered = given === 'safety' && floor(false) === 'safety' && minimum !== 'safety';
  return { kind: lowered ? minimum : given, minimum, tooLow: isTooLow(given, minimum) };
}

/**
 * Who looked at the text, and when somebody last looked at the whole of it. Where the new approvals are of changes
 * alone, the text still stands on those of the whole that it had, of clinicians in good standing.
 */
function standingOn(
  given: Approval[],
  { live, inGoodStanding }: Reviewed,
): { approvals: Approval[]; reviewedAt: string | null } {
  const whole = given.filter(({ scope }) => scope === 'entry').map(({ approvedAt }) => approvedAt);
  if (whole.length > 0) return { approvals: given, reviewedAt: whole.sort().at(-1) ?? null };
  const kept = (live?.approvals ?? []).filter(
    ({ scope, clinician }) => scope === 'entry' && inGoodStanding.has(clinician.uid),
  );
  return { approvals: [...kept, ...given], reviewedAt: kept.length > 0 ? (live?.reviewedAt ?? null) : null };
}

/**
 * The approvals that the text had stay with it while their clinicians are in good standing; the renewal's comes to
 * them.
 */
function clearRenewal(input: Renewed): GateAnswer {
  const { revision, live, renewal, authors, inGoodStanding } = input;
  const issues = [...requirements(revision, input), ...mustsOpen(input.openMusts)];
  const stands = ({ clinician }: Approval) => inGoodStanding.has(clinician.uid);
  const given = approvalOf({ ...renewal, revision: revision.hash, scope: 'entry' }).filter(stands);
  if (textHash(revision.content) !== textHash(live.snapshot)) {
    issues.push(error('not-submitted', 'A renewal changes nothing but the review date: submit what is new.'));
  }
  if (given.length === 0) issues.push(error('approvals-missing', 'A clinician must have read it again.'));
  if (isAmong(renewal, authors)) {
    issues.push(error('approval-not-independent', 'An author of this text cannot renew it: another clinician must.'));
  }
  return answer(issues, {
    revision,
    approvals: [...live.approvals.filter(stands), ...given],
    reviewedAt: renewal.at,
    changeKind: 'minor',
    changeNote: 'Reviewed again; the text is unchanged.',
  });
}

/** What somebody said must change before readers get it; whoever approved earlier may not have known. */
export const mustsOpen = (open: number): Issue[] =>
  open === 0
    ? []
    : [
        blocking(
          'must-open',
          '',
          open === 1
            ? 'A comment says that something must change. Its author has to call it done first.'
            : `${open} comments say that something must change. Their authors have to call them done first.`,
        ),
      ];

const answer = (issues: Issue[], release: Omit<Cleared, typeof cleared>): GateAnswer =>
  errorsOf(issues).length > 0 ? { cleared: null, issues } : { cleared: { [cleared]: true, ...release }, issues };

const textHash = (content: EntryContent): string => revisionHash({ ...content, reviewDue: null });

const approvalOf = ({
  clinician,
  revision,
  at,
  scope,
}: Pick<ReviewEvent, 'clinician' | 'revision' | 'at' | 'scope'>): Approval[] =>
  clinician ? [{ clinician, revision, approvedAt: at, scope: scope ?? 'changes' }] : [];

const error = (
  code:
    'not-submitted' | 'change-note-missing' | 'change-kind-too-low' | 'approval-not-independent' | 'approvals-missing',
  message: string,
): Issue => ({ code, severity: 'error', field: '', message });
