import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { WITHDRAWAL_REASONS } from '../../model/withdrawal.ts';
import { appendEvent } from '../records/append-event.ts';
import { NOT_LAPSED } from '../records/status-row.ts';
import { said } from './said.ts';
import { by, type VerbCall } from './verb-call.ts';

export const scheduleBody = z
  .object({
    revision: z.string(),
    at: z.iso.datetime({ offset: true }),
    verb: z.enum(['release', 'withdraw']).default('release'),
    /** what readers will be told of a withdrawal */
    reason: z.enum(WITHDRAWAL_REASONS).optional(),
    /** for the staff */
    note: said(1000).optional(),
  })
  .refine(({ verb, reason }) => (verb === 'withdraw') === (reason !== undefined), {
    path: ['reason'],
    error: 'A withdrawal needs a reason, a release has none.',
  });

/**
 * Stores a time and a revision hash; grants nothing. That the gate clears the revision now is asked only to
 * tell the editor early; it decides again when the time has come. Takes the place of what was planned before.
 */
export async function schedule(
  { req, dossier, actor, now }: VerbCall,
  { revision, verb, note = '', ...body }: z.infer<typeof scheduleBody>,
): Promise<void> {
  const at = new Date(body.at);
  if (at <= now) throw new CodedError('invalid-request', 'The time must be in the future.', { fields: ['at'] });
  const reason = body.reason ?? null;
  const scheduledFor = at.toISOString();
  await appendEvent(req, dossier, {
    ...{ event: 'scheduled', revision, at: now, scheduledVerb: verb, scheduledFor, reason },
    ...{ comment: note || null, ...by(actor) },
  });
  Object.assign(dossier.status, {
    scheduledAt: scheduledFor,
    scheduledVerb: verb,
    scheduledRevision: revision,
    scheduledReason: reason,
    scheduledBy: actor.actor,
    scheduledByName: actor.name,
    ...NOT_LAPSED,
  });
}
