import { z } from 'zod';
import { appendEvent } from '../records/append-event.ts';
import { CodedError } from '../../model/errors.ts';
import { releaseIfCleared } from './release.ts';
import { requirements } from '../rules/requirements.ts';
import { approversOf, currentRound } from '../rules/state.ts';
import { assertCurrent, assertNoErrors, assertPossible, by, type VerbCall } from './verb-call.ts';

export const approveBody = z.object({
  revision: z.string(),
  comment: z.string().trim().max(4000).optional(),
  sectionsChecked: z.array(z.string().max(100)).max(100).optional(),
  release: z.boolean().optional(),
});

/** A clinician's yes to exactly this revision; with `release`, released at once when the gate clears. */
export async function approve(call: VerbCall, body: z.infer<typeof approveBody>): Promise<void> {
  const { req, dossier, actor, now } = call;
  assertCurrent(body.revision, dossier.revision.hash);
  assertPossible('approve', dossier);
  assertIndependent(call);
  assertNoErrors(requirements(dossier.revision, dossier.surroundings));
  await appendEvent(req, dossier, {
    event: 'approved',
    revision: body.revision,
    at: now,
    ...by(actor),
    comment: body.comment ?? null,
    sectionsChecked: body.sectionsChecked ?? [],
  });
  if (body.release) await releaseIfCleared(call);
}

/** Four eyes: neither what you edited since the last release, nor the same revision twice (DESIGN §4). */
function assertIndependent({ dossier, actor }: VerbCall): void {
  if (actor.id !== null && dossier.status?.editors.includes(actor.id)) {
    throw new CodedError(
      'four-eyes',
      'You edited this entry since its last release: another clinician must approve it.',
    );
  }
  const given = approversOf(currentRound(dossier.events, dossier.revision.hash));
  if (given.some(({ clinician, actor: who }) => who === actor.id || clinician?.uid === actor.clinician?.uid)) {
    throw new CodedError('wrong-state', 'You have approved this revision already; another clinician must look.');
  }
}
