import { z } from 'zod';
import { askGate } from '../records/ask-gate.ts';
import { appendEvent } from '../records/append-event.ts';
import { noteOnStatus } from '../records/entry-status.ts';
import { CodedError } from '../../model/errors.ts';
import { assertCurrent, assertNoErrors, assertPossible, by, type VerbCall } from './verb-call.ts';

export const scheduleBody = z.object({
  revision: z.string(),
  at: z.iso.datetime({ offset: true }),
  verb: z.enum(['release', 'withdraw']).default('release'),
  /** a note for the staff; readers are told that the withdrawal was planned */
  reason: z.string().trim().max(1000).optional(),
});

/**
 * Stores a time and a revision hash; grants nothing. The gate is asked now only to tell the editor early,
 * and decides again when the time has come.
 */
export async function schedule(
  { req, dossier, actor, now }: VerbCall,
  body: z.infer<typeof scheduleBody>,
): Promise<void> {
  const at = new Date(body.at);
  if (at <= now) throw new CodedError('invalid-request', 'The time must be in the future.', { fields: ['at'] });
  if (body.verb === 'release') {
    assertCurrent(body.revision, dossier.revision.hash);
    const { cleared, issues } = askGate(dossier);
    if (!cleared) assertNoErrors(issues);
    assertPossible('schedule', dossier);
  } else {
    if (!dossier.live) throw new CodedError('wrong-state', 'Readers do not have this entry.');
    assertCurrent(body.revision, dossier.live.revision);
  }
  await appendEvent(req, dossier, {
    event: 'scheduled',
    revision: body.revision,
    at: now,
    ...by(actor),
    comment: body.reason ?? (body.verb === 'withdraw' ? 'Withdrawal' : null),
    scheduledFor: at.toISOString(),
  });
  await noteOnStatus(req, dossier, {
    scheduledAt: at.toISOString(),
    scheduledVerb: body.verb,
    scheduledRevision: body.revision,
    scheduledBy: actor.id,
    scheduledByName: actor.name,
  });
}
