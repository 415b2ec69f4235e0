import type { Situation } from '../rules/permissions.ts';
import { minimumChangeKind, type ChangeFloor } from '../rules/policy.ts';
import type { Surroundings } from '../rules/requirements.ts';
import type { Actor } from './actor.ts';
import type { Dossier } from './dossier.ts';

/** An entry as the rules look at it, before this person. */
export function situationOf(dossier: Dossier, surroundings: Surroundings, asker: Actor): Situation {
  const { state, revision, live, events, status } = dossier;
  const { scheduledVerb, scheduledRevision } = status;
  return {
    ...surroundings,
    asker: {
      actor: asker.actor,
      person: asker.person,
      role: asker.role,
      hasClinician: asker.clinician !== null,
      isInGoodStanding: asker.isInGoodStanding,
      hasSession: asker.hasSession,
    },
    state,
    revision,
    live,
    events,
    editors: status.editors,
    authors: status.authors,
    openMusts: status.openMusts,
    scheduled: scheduledVerb === null ? null : { verb: scheduledVerb, revision: scheduledRevision ?? '' },
  };
}

/** How small the change to the draft may be called when it is submitted, and why. */
export const floorOf = ({ safety, last, live }: Dossier, { sentByMail }: Surroundings): ChangeFloor =>
  minimumChangeKind(safety, {
    everReleased: last !== null,
    isLive: live !== null,
    sentByMail,
    // The clinicians have not spoken yet; the gate hears them.
    oldTextHarmless: false,
  });
