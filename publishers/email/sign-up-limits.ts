import type { EmailContext } from './email-context.ts';
import { folded, networkOf } from './sign-up-names.ts';
import type { Limit } from './sign-up-policy.ts';

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
export async function countSignUp(context: EmailContext, { client, mailbox, courseUid }: SignUp): Promise<Counted> {
  const { network, mailbox: perMailbox, course } = context.signUpLimits;
  const wait = await count(context, 'network', networkOf(client), network);
  if (wait !== null) return { status: 'network', retryAfterSeconds: wait };
  if ((await count(context, 'mailbox', folded(mailbox), perMailbox)) !== null) return { status: 'mailbox' };
  const full = await count(context, 'course', courseUid, course);
  return full === null ? { status: 'within' } : { status: 'course', retryAfterSeconds: full };
}

/** Null when it is within the limit, else the seconds until it is again. */
async function count(
  { store, now, tokens }: EmailContext,
  what: string,
  name: string,
  { most, minutes }: Limit,
): Promise<number | null> {
  const windowMs = minutes * 60_000;
  const at = now().getTime();
  const ends = Math.floor(at / windowMs) * windowMs + windowMs;
  const counterKey = `${what}|${ends}|${tokens.hash(name)}`;
  const isWithin = await store.counters.countUp(counterKey, most, { now: now(), until: new Date(ends) });
  return isWithin ? null : Math.max(1, Math.ceil((ends - at) / 1000));
}
