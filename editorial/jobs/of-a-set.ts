import { CHANGE_KINDS, type ChangeKind } from '../../model/release-row.ts';
import type { CodedError } from '../../model/errors.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { Verb } from '../../model/lifecycle.ts';
import type { Member } from './job-row.ts';

/** What is named stands in the log before what names it. */
const ORDER: readonly EntryCollection[] = ['red-flags', 'treatments', 'causes', 'guides', 'courses'];

/** The members in the order in which they enter the log. */
export const inReleaseOrder = (members: readonly Member[]): Member[] =>
  ORDER.flatMap((collection) => members.filter((member) => member.collection === collection));

const PAST_SUBMITTING = ['in-review', 'approved', 'scheduled'];

/**
 * True of a refusal that says no more than that the entry is there already: an act on a set that was cut off, or that
 * somebody did on the entry itself, is gone on with. The refusal of another revision comes before these.
 */
export function isDoneAlready(verb: Verb, { code, details }: CodedError): boolean {
  const state = typeof details.state === 'string' ? details.state : null;
  switch (verb) {
    case 'submit-for-review':
      return code === 'wrong-state' && state !== null && PAST_SUBMITTING.includes(state);
    case 'approve':
      // That others approved it makes nobody an approver: the set would name who gave no approval.
      return code === 'wrong-state' && details.approvedByYou === true;
    case 'release':
      return code === 'already-released';
    default:
      return false;
  }
}

/** What this entry's change must be called at least, where it was called less; null of any other refusal. */
export function kindAtLeast({ code, details }: CodedError): ChangeKind | null {
  if (code !== 'change-kind-too-low') return null;
  return CHANGE_KINDS.find((kind) => kind === details.minimum) ?? null;
}
