import { z } from 'zod';
import { appendEvent } from '../records/append-event.ts';
import { NOT_SCHEDULED } from '../records/status-row.ts';
import { by, type VerbCall } from './verb-call.ts';

export const unscheduleBody = z.object({ revision: z.string() });

/** Calls off what was planned for this revision, be it its release or its withdrawal. Approvals stay. */
export async function unschedule(
  { req, dossier, actor, now }: VerbCall,
  { revision }: z.infer<typeof unscheduleBody>,
): Promise<void> {
  const { scheduledAt: scheduledFor, scheduledVerb } = dossier.status;
  const comment = scheduledVerb === 'withdraw' ? 'Withdrawal' : null;
  await appendEvent(req, dossier, { event: 'unscheduled', revision, at: now, ...by(actor), comment, scheduledFor });
  Object.assign(dossier.status, NOT_SCHEDULED);
}
