import { z } from 'zod';
import { appendEvent } from '../records/append-event.ts';
import { NOT_SCHEDULED, noteOnStatus } from '../records/entry-status.ts';
import { assertCurrent, assertPossible, by, type VerbCall } from './verb-call.ts';

export const requestChangesBody = z.object({
  revision: z.string(),
  comment: z.string().trim().min(1).max(4000),
});

/** Sends the revision back to its editor. Approvals given before no longer count. */
export async function requestChanges(
  { req, dossier, actor, now }: VerbCall,
  body: z.infer<typeof requestChangesBody>,
): Promise<void> {
  assertCurrent(body.revision, dossier.revision.hash);
  assertPossible('request-changes', dossier);
  await appendEvent(req, dossier, {
    event: 'changes-requested',
    revision: body.revision,
    at: now,
    ...by(actor),
    comment: body.comment,
  });
  if (dossier.status?.scheduledVerb === 'release') await noteOnStatus(req, dossier, NOT_SCHEDULED);
}
