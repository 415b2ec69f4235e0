import type { PayloadRequest } from 'payload';
import type { Actor } from '../records/actor.ts';
import type { Dossier } from '../records/dossier.ts';
import { CodedError } from '../../model/errors.ts';
import { errorsOf, type Issue } from '../../model/issue.ts';
import { type Verb } from '../../model/lifecycle.ts';
import { CLINICIAN_VERBS, isPossible, WHO_MAY } from '../rules/lifecycle.ts';
import type { SigningKey } from '../../release-log/signature.ts';

/** What every verb is given: one transaction, one entry, one actor, one moment. */
export interface VerbCall {
  req: PayloadRequest;
  dossier: Dossier;
  actor: Actor;
  now: Date;
  signingKey: SigningKey;
}

/** Throws `not-allowed` or `clinician-profile-missing` unless this person may take the verb at all. */
export function assertMayTake(verb: Verb, { role, clinician }: Actor): void {
  if (!WHO_MAY[verb].includes(role)) throw new CodedError('not-allowed', `Your role, ${role}, may not ${verb}.`);
  if (CLINICIAN_VERBS.includes(verb) && !clinician) {
    throw new CodedError('clinician-profile-missing', `To ${verb} you need a clinician profile.`);
  }
}

/** Throws `stale-revision`, with the current one, unless the caller speaks of `current`. */
export function assertCurrent(given: string, current: string | null): void {
  if (given !== current) {
    throw new CodedError('stale-revision', 'This is not the current revision any more. Look at it again.', {
      current,
    });
  }
}

/** Throws `wrong-state` unless the lifecycle has this verb here. */
export function assertPossible(verb: Verb, { state, live }: Dossier): void {
  if (!isPossible(verb, state, live !== null)) {
    throw new CodedError('wrong-state', `An entry that is ${state} cannot take ${verb}.`, { state });
  }
}

/** Throws `requirements-not-met` with every issue when one of them is an error. */
export function assertNoErrors(issues: Issue[]): void {
  const errors = errorsOf(issues);
  if (errors.length > 0) {
    throw new CodedError('requirements-not-met', errors.map(({ message }) => message).join(' '), { issues });
  }
}

/** The columns of a review event that name the actor. */
export const by = ({ id, name, clinician }: Actor) => ({ actor: id, actorName: name, clinician });
