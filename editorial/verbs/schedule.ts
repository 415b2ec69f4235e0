import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { appendEvent } from '../records/append-event.ts';
import { by, type VerbCall } from './verb-call.ts';

export const scheduleBody = z.object({
  revision: z.string(),
  at: z.iso.datetime({ offset: true }),
  verb: z.enum(['release', 'withdraw']).default('release'),
  /** a note for the staff; readers are told that the withdrawal was planned */
  reason: z.string().trim().max(1000).optional(),
});

/**
 * Stores a time and a revision hash; grants nothing. That the gate clears the revision now is asked only to
 * tell the editor early; it decides again when the time has come. Takes the place of what was planned before.
 */
export async function schedule(
  { req, dossier, actor, now }: VerbCall,
  { revision, verb, reason, ...body }: z.infer<typeof scheduleBody>,
): Promise<void> {
  const at = new Date(body.at);
  if (at <= now) throw new CodedError('invalid-request', 'The time must be in the future.', { fields: ['at'] });
  const scheduledFor = at.toISOString();
  const comment = reason ?? (verb === 'withdraw' ? 'Withdrawal' : null);
  await appendEvent(req, dossier, { event: 'scheduled', revision, at: now, ...by(actor), comment, scheduledFor });
  Object.assign(dossier.status, {
    scheduledAt: scheduledFor,
    scheduledVerb: verb,
    scheduledRevision: revision,
    scheduledBy: actor.actor,
    scheduledByName: actor.name,
  });
}
