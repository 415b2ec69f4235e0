import { z } from 'zod';
import { appendEvent } from '../records/append-event.ts';
import { mustSay } from './said.ts';
import { by, dropPlannedRelease, type VerbCall } from './verb-call.ts';

export const requestChangesBody = z.object({
  revision: z.string(),
  comment: mustSay(4000),
});

/** Sends the revision back to its editor. Approvals given before no longer count. */
export async function requestChanges(
  { req, dossier, actor, now }: VerbCall,
  { revision, comment }: z.infer<typeof requestChangesBody>,
): Promise<void> {
  await appendEvent(req, dossier, { event: 'changes-requested', revision, at: now, ...by(actor), comment });
  dropPlannedRelease(dossier);
}
