import { networkOf } from '../http/client.ts';
import type { EmailContext } from './email-context.ts';
import { folded } from './folded.ts';

/** Who asks for what. */
export interface SignUp {
  /** as the request says; null when nobody can know, which counts as one network of its own */
  client: string | null;
  mailbox: string;
  courseUid: string;
}

export type Counted =
  | { status: 'within' }
  /** the answer is as for any other request, so that nobody can tell whether an address is known */
  | { status: 'mailbox' }
  | { status: 'network' | 'course'; retryAfterSeconds: number };

/**
 * Counts a request for a course against all three limits. Every request counts, for a known address or not. What it
 * counts by is kept as a keyed hash, for as long as the limit's time goes.
 */
export async function countSignUp(
  { counts, signUpLimits }: EmailContext,
  { client, mailbox, courseUid }: SignUp,
): Promise<Counted> {
  const { network, mailbox: perMailbox, course } = signUpLimits;
  const wait = await counts.count('network', networkOf(client), network);
  if (wait !== null) return { status: 'network', retryAfterSeconds: wait };
  if ((await counts.count('mailbox', folded(mailbox), perMailbox)) !== null) return { status: 'mailbox' };
  const full = await counts.count('course', courseUid, course);
  return full === null ? { status: 'within' } : { status: 'course', retryAfterSeconds: full };
}
