import type { CommentKind } from '../../../model/comment.ts';
import type { ErrorCode } from '../../../model/errors.ts';
import type { Role } from '../../../model/lifecycle.ts';
import { isAmong, type Acting } from '../../../model/person.ts';
import { WHO_MAY } from '../lifecycle.ts';
import type { Thread } from './threads.ts';

/** Whoever says something of an entry, as their account is now. */
export interface Commenter extends Acting, Reviewing {
  hasSession: boolean;
}

/** What hangs on an account when it says that something must change. */
export interface Reviewing {
  role: Role;
  hasClinician: boolean;
  isInGoodStanding: boolean;
}

export interface CommentRefusal {
  code: ErrorCode;
  message: string;
}

/** Whoever may write in entries. */
const WRITES: readonly Role[] = ['editor', 'reviewer', 'admin'];

/** A word that blocks is for those who could send the text back, unless they were struck off. */
const maySayMust = ({ role, hasClinician, isInGoodStanding }: Reviewing): boolean =>
  WHO_MAY['request-changes'].includes(role) && (!hasClinician || isInGoodStanding);

export const refusedToOpen = (kind: CommentKind, asker: Commenter): CommentRefusal | null =>
  kind !== 'must' || maySayMust(asker)
    ? null
    : refuse('Only whoever may send a text back may say that something must change.');

/**
 * Who may end a thread. What must change is for its author to call done; for an admin, with a reason, when that author
 * has no account any more or could not say it now. `author`: the account of whoever opened it, null when it is gone.
 */
export function refusedToResolve(
  { kind, opened }: Thread,
  asker: Commenter,
  { author, reason }: { author: Reviewing | null; reason: string | null },
): CommentRefusal | null {
  const isOwn = isAmong(asker, [opened]);
  if (kind !== 'must') return isOwn || WRITES.includes(asker.role) ? null : refuse('Only its author or an editor may.');
  if (!asker.hasSession) return SESSION;
  if (isOwn && maySayMust(asker)) return null;
  const name = opened.actorName;
  if (author && maySayMust(author)) {
    return refuse(`${name} said that this must change: only ${name} may call it done. Reply, and they will look.`);
  }
  if (asker.role !== 'admin') return refuse(`${name} can no longer call this done: an admin may, with a reason.`);
  return reason ? null : { code: 'reply-missing', message: `Say why: ${name} can no longer call this done.` };
}

/** What blocked may block again by the word of those who could have said it first. */
export function refusedToReopen({ kind, opened }: Thread, asker: Commenter): CommentRefusal | null {
  if (kind === 'must') return refusedToOpen('must', asker);
  return isAmong(asker, [opened]) || WRITES.includes(asker.role) ? null : refuse('Only its author or an editor may.');
}

/** A must stays open when its words are applied: they are put there once, then its author looks. */
export function refusedToApply({ kind, opened, isOpen, isApplied }: Thread, asker: Commenter): CommentRefusal | null {
  if (opened.replacement === null) return { code: 'wrong-state', message: 'This comment suggests no words.' };
  if (isOpen && isApplied) {
    const message = `These words were put into the text already: ${opened.actorName} looks, and calls it done.`;
    return { code: 'wrong-state', message };
  }
  if (kind === 'must' && !asker.hasSession) return SESSION;
  return WRITES.includes(asker.role) ? null : refuse('Only whoever may edit the entry may.');
}

const SESSION: CommentRefusal = { code: 'session-needed', message: 'Log in to do this: an API key may not.' };

const refuse = (message: string): CommentRefusal => ({ code: 'not-allowed', message });
