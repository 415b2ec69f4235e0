import { z } from 'zod';
import { isTooLow } from '../../model/change-kind.ts';
import { CodedError } from '../../model/errors.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../model/release-row.ts';
import { appendEvent } from '../records/append-event.ts';
import { floorOf } from '../records/situation.ts';
import { by, dropPlannedRelease, type VerbCall } from './verb-call.ts';

export const submitBody = z.object({
  revision: z.string(),
  changeKind: z.enum(CHANGE_KINDS),
  changeNote: z.string().trim().min(1).max(1000),
  comment: z.string().trim().max(4000).optional(),
});

/**
 * Puts the current draft before the clinicians. A first release is always `new`, whatever was said; a change
 * called smaller than policy allows is refused with the reasons.
 */
export async function submitForReview(call: VerbCall, body: z.infer<typeof submitBody>): Promise<void> {
  const { req, dossier, actor, now } = call;
  const changeKind = dossier.last === null ? 'new' : body.changeKind === 'new' ? 'major' : body.changeKind;
  assertNotTooLow(changeKind, call);
  await appendEvent(req, dossier, {
    event: 'submitted',
    revision: body.revision,
    at: now,
    ...by(actor),
    comment: body.comment ?? null,
    changeKind,
    changeNote: body.changeNote,
  });
  dropPlannedRelease(dossier);
}

function assertNotTooLow(given: ChangeKind, { dossier, surroundings }: VerbCall): void {
  const { kind: minimum, reasons } = floorOf(dossier, surroundings);
  if (!isTooLow(given, minimum)) return;
  throw new CodedError('change-kind-too-low', `This change must be called ${minimum} at least.`, { minimum, reasons });
}
