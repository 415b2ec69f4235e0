import type { PayloadRequest } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { personOf, type Acting } from '../../model/person.ts';
import { readPeople, type Account, type People } from './accounts.ts';

/** Who takes a verb: a member of the staff, or the clock. */
export interface Actor extends Acting, Account {
  /** false for an API key and whatever else stands for a person who is not there */
  hasSession: boolean;
}

export const CLOCK: Actor = {
  actor: null,
  person: null,
  name: 'Clock',
  role: 'admin',
  clinician: null,
  isInGoodStanding: false,
  absence: null,
  hasSession: false,
};

/** What Payload calls a login. */
const SESSION = 'local-jwt';

/** Whoever saves a document. */
export interface Editor extends Acting {
  name: string;
}

type User = NonNullable<PayloadRequest['user']>;

/**
 * The actor behind a logged-in user, with role, clinician profile and standing as they are now: a session may be
 * older than a change of any of them. Throws `not-authenticated` when the account is gone.
 */
export function actorOf({ accounts }: People, user: User): Actor {
  const actor = String(user.id);
  const account = accounts.get(actor);
  if (!account) throw new CodedError('not-authenticated', 'This account is no more. Log in with another.');
  // Code of ours that takes a verb for somebody names no strategy.
  const strategy = '_strategy' in user && user._strategy !== undefined ? user._strategy : SESSION;
  const person = personOf(actor, account.clinician?.uid ?? null);
  return { actor, person, ...account, hasSession: strategy === SESSION };
}

/** Whoever saves a document: the account and the person behind it. The request has read the account just now. */
export async function editorOf(req: PayloadRequest, user: User): Promise<Editor> {
  const actor = String(user.id);
  const { clinician, name } = user;
  if (clinician === null || clinician === undefined) return { actor, person: personOf(actor, null), name };
  if (typeof clinician === 'object') return { actor, person: personOf(actor, clinician.uid ?? null), name };
  const account = (await readPeople(req, { accounts: [actor] })).accounts.get(actor);
  return { actor, person: personOf(actor, account?.clinician?.uid ?? null), name };
}
