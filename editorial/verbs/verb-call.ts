import type { PayloadRequest } from 'payload';
import { CodedError } from '../../model/errors.ts';
import type { SigningKey } from '../../release-log/signature.ts';
import type { Actor } from '../records/actor.ts';
import type { Dossier } from '../records/dossier.ts';
import { situationOf } from '../records/situation.ts';
import { NOT_SCHEDULED } from '../records/status-row.ts';
import { judge, refusalOf, type Ask, type Judged } from '../rules/permissions.ts';
import type { Surroundings } from '../rules/requirements.ts';

/** What every verb is given: one transaction, one entry, one actor, one moment. */
export interface VerbCall {
  req: PayloadRequest;
  /** kept in step by the verb; written when it has ended */
  dossier: Dossier;
  surroundings: Surroundings;
  actor: Actor;
  now: Date;
  signingKey: SigningKey;
}

/**
 * Throws the refusal, with its code, unless this person may take the verb on what they speak of. Answers what the rules
 * say of the draft, for who goes on to ask.
 */
export function assertMay(
  ask: Ask,
  { dossier, surroundings, actor }: Pick<VerbCall, 'dossier' | 'surroundings' | 'actor'>,
): Judged {
  const situation = situationOf(dossier, surroundings, actor);
  const judged = judge(situation);
  const refusal = refusalOf(ask, situation, judged);
  if (refusal) throw new CodedError(refusal.code, refusal.message, refusal.details);
  return judged;
}

/** The columns of a review event that name the actor. */
export const by = ({ actor, person, name, clinician }: Actor) => ({ actor, person, actorName: name, clinician });

/** A planned release was of a text whose review has just changed. */
export function dropPlannedRelease({ status }: Dossier): void {
  if (status.scheduledVerb === 'release') Object.assign(status, NOT_SCHEDULED);
}
