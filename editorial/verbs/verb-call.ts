import type { PayloadRequest } from 'payload';
import { CodedError } from '../../model/errors.ts';
import type { SigningKey } from '../../release-log/signature.ts';
import type { Actor } from '../records/actor.ts';
import type { Dossier } from '../records/dossier.ts';
import { situationOf } from '../records/situation.ts';
import { NOT_SCHEDULED } from '../records/status-row.ts';
import { refusalOf, type Ask } from '../rules/permissions.ts';
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

/** Throws the refusal, with its code, unless this person may take the verb on what they speak of. */
export function assertMay(ask: Ask, { dossier, surroundings, actor }: VerbCall): void {
  const refusal = refusalOf(ask, situationOf(dossier, surroundings, actor));
  if (refusal) throw new CodedError(refusal.code, refusal.message, refusal.details);
}

/** The columns of a review event that name the actor. */
export const by = ({ actor, person, name, clinician }: Actor) => ({ actor, person, actorName: name, clinician });

/** A planned release was of a text whose review has just changed. */
export function dropPlannedRelease({ status }: Dossier): void {
  if (status.scheduledVerb === 'release') Object.assign(status, NOT_SCHEDULED);
}
