import { z } from 'zod';
import { CHANGE_KINDS } from '../../model/release-row.ts';
import { appendEvent } from '../records/append-event.ts';
import { by, dropPlannedRelease, type VerbCall } from './verb-call.ts';

export const submitBody = z.object({
  revision: z.string(),
  changeKind: z.enum(CHANGE_KINDS),
  changeNote: z.string().trim().min(1).max(1000),
  comment: z.string().trim().max(4000).optional(),
});

/** Puts the current draft before the clinicians. A first release is always `new`, whatever was said. */
export async function submitForReview(
  { req, dossier, actor, now }: VerbCall,
  body: z.infer<typeof submitBody>,
): Promise<void> {
  await appendEvent(req, dossier, {
    event: 'submitted',
    revision: body.revision,
    at: now,
    ...by(actor),
    comment: body.comment ?? null,
    changeKind: dossier.last === null ? 'new' : body.changeKind === 'new' ? 'major' : body.changeKind,
    changeNote: body.changeNote,
  });
  dropPlannedRelease(dossier);
}
