import { z } from 'zod';
import { appendEvent } from '../records/append-event.ts';
import { NOT_SCHEDULED, noteOnStatus } from '../records/entry-status.ts';
import { CHANGE_KINDS } from '../../model/release-row.ts';
import { requirements } from '../rules/requirements.ts';
import { assertCurrent, assertNoErrors, assertPossible, by, type VerbCall } from './verb-call.ts';

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
  const { revision, surroundings, last } = dossier;
  assertCurrent(body.revision, revision.hash);
  assertPossible('submit-for-review', dossier);
  assertNoErrors(requirements(revision, surroundings));
  await appendEvent(req, dossier, {
    event: 'submitted',
    revision: revision.hash,
    at: now,
    ...by(actor),
    comment: body.comment ?? null,
    changeKind: last === null ? 'new' : body.changeKind === 'new' ? 'major' : body.changeKind,
    changeNote: body.changeNote,
  });
  if (dossier.status?.scheduledVerb === 'release') await noteOnStatus(req, dossier, NOT_SCHEDULED);
}
