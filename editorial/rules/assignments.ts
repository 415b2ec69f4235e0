import type { Assignment } from '../../model/assignment.ts';
import type { ErrorCode } from '../../model/errors.ts';
import type { Role, State } from '../../model/lifecycle.ts';
import { isAmong, type Acting } from '../../model/person.ts';
import { WHO_MAY } from './lifecycle.ts';

/** A member of the staff as they are now, whom somebody may ask to review or to write. */
export interface Candidate extends Acting {
  name: string;
  role: Role;
  hasClinician: boolean;
  isInGoodStanding: boolean;
}

/** Why somebody cannot be asked; `message` speaks of them. */
export interface Unfit {
  code: ErrorCode;
  message: string;
}

/** Whose text a reviewer must not have written. */
export interface Written {
  state: State;
  editors: readonly Acting[];
  authors: readonly Acting[];
}

/** Who gives the work out. The others may take it, or hand it back. */
const ASSIGNERS: readonly Role[] = ['editor', 'admin'];
export const mayAssign = (role: Role): boolean => ASSIGNERS.includes(role);

/**
 * Why this person could not give the medical yes that the entry needs next, whatever its text is like: null when they
 * could. What `permissions.ts` says of their role, their profile and their own text, before they are asked.
 */
export function whyNotReviewer(candidate: Candidate | null, { state, editors, authors }: Written): Unfit | null {
  if (!candidate) return { code: 'not-found', message: 'There is no such account any more.' };
  const { name, role, hasClinician, isInGoodStanding } = candidate;
  const verb = isWithReaders(state) ? 'renew-review' : 'approve';
  if (!WHO_MAY[verb].includes(role))
    return { code: 'not-allowed', message: `${name} is ${a(role)}: that role does not approve.` };
  if (!hasClinician) return { code: 'clinician-profile-missing', message: `${name} has no clinician profile.` };
  if (!isInGoodStanding) return { code: 'not-in-good-standing', message: `${name} is not in good standing.` };
  if (verb === 'approve' && isAmong(candidate, editors))
    return { code: 'four-eyes', message: `${name} wrote part of this text: another clinician must approve it.` };
  if (verb === 'renew-review' && isAmong(candidate, authors))
    return { code: 'four-eyes', message: `${name} wrote part of what readers have: another clinician must renew it.` };
  return null;
}

/** Why this person could not write the entry; null when they could. */
export function whyNotAuthor(candidate: Candidate | null): Unfit | null {
  if (!candidate) return { code: 'not-found', message: 'There is no such account any more.' };
  const { name, role } = candidate;
  if (WHO_MAY['submit-for-review'].includes(role)) return null;
  return { code: 'not-allowed', message: `${name} is ${a(role)}: that role does not write.` };
}

/** What somebody wants of the assignment of an entry. */
export type Wanted = Pick<Assignment, 'author' | 'dueAt' | 'reviewers'>;

/**
 * Why somebody may not bring this change about; null when they may. Editors and admins give the work out; a reviewer
 * takes what is to be reviewed, or hands it back.
 */
export function refusedChange(
  { account, role }: { account: string; role: Role },
  before: Wanted,
  after: Wanted,
): Unfit | null {
  if (mayAssign(role)) return null;
  if (role !== 'reviewer') return { code: 'not-allowed', message: `Your role, ${role}, may not assign.` };
  const others = (wanted: Wanted) => wanted.reviewers.flatMap((one) => (one.account === account ? [] : one.account));
  const isOwn =
    before.author?.account === after.author?.account &&
    before.dueAt === after.dueAt &&
    others(before).join() === others(after).join();
  if (isOwn) return null;
  return { code: 'not-allowed', message: 'A reviewer takes a review or hands it back. Editors and admins assign.' };
}

/** How a reviewer who was asked stands: `open` while their word is still to come. */
export type ReviewerStanding = { status: 'open' | 'approved'; because: null } | { status: 'cannot'; because: string };

export function standingOfReviewer(
  name: string,
  candidate: Candidate | null,
  written: Written,
  approvers: readonly Acting[],
): ReviewerStanding {
  if (!candidate) return { status: 'cannot', because: `${name} has left: the account is gone.` };
  if (isAmong(candidate, approvers)) return { status: 'approved', because: null };
  const unfit = whyNotReviewer(candidate, written);
  return unfit ? { status: 'cannot', because: unfit.message } : { status: 'open', because: null };
}

/**
 * Why an entry that is under review still needs somebody to be asked; null when it does not. `missing`: approvals
 * that are still to come.
 */
export function whyNeedsReviewer(
  state: State,
  missing: number,
  reviewers: readonly ({ name: string } & ReviewerStanding)[],
): string | null {
  if (state !== 'in-review' || missing <= 0) return null;
  const open = reviewers.filter(({ status }) => status === 'open').length;
  if (open >= missing) return null;
  const lost = reviewers.flatMap(({ status, because }) => (status === 'cannot' ? [because] : []));
  if (lost.length > 0) return lost.join(' ');
  if (reviewers.length === 0) return 'Nobody is asked to review it.';
  return missing - open === 1
    ? 'One more clinician must be asked.'
    : `${missing - open} more clinicians must be asked.`;
}

const isWithReaders = (state: State): boolean => state === 'live' || state === 'review-overdue';
const a = (role: Role): string => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`);
