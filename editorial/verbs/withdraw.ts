import { z } from 'zod';
import { appendRow } from '../../release-log/append-row.ts';
import { appendEvent } from '../records/append-event.ts';
import { NOT_SCHEDULED, noteOnStatus } from '../records/entry-status.ts';
import { mirrorWithdrawal } from '../records/stored-entry.ts';
import { readLiveUids } from '../../release-log/read-rows.ts';
import { CodedError } from '../../model/errors.ts';
import { commonOf } from './release.ts';
import { assertCurrent, assertPossible, by, type VerbCall } from './verb-call.ts';

export const withdrawBody = z.object({
  revision: z.string(),
  reason: z.string().trim().min(1).max(1000),
  replacedBy: z.uuid().optional(),
});

/** Takes the live release from readers, for a reason that they are told. */
export async function withdraw(call: VerbCall, body: z.infer<typeof withdrawBody>): Promise<void> {
  const { req, dossier } = call;
  assertPossible('withdraw', dossier);
  assertCurrent(body.revision, dossier.live?.revision ?? null);
  if (body.replacedBy !== undefined) {
    const live = await readLiveUids(req, [body.replacedBy]);
    if (body.replacedBy === dossier.uid || !live.has(body.replacedBy)) {
      throw new CodedError('invalid-request', 'replacedBy must be another entry that is live.', {
        fields: ['replacedBy'],
      });
    }
  }
  await appendWithdrawal(call, { reason: body.reason, replacedBy: body.replacedBy ?? null });
}

/** Ends the live release with a tombstone: every channel follows the log. */
async function appendWithdrawal(
  { req, dossier, actor, now, signingKey }: VerbCall,
  { reason, replacedBy }: { reason: string; replacedBy: string | null },
): Promise<void> {
  const { live } = dossier;
  if (!live) throw new CodedError('wrong-state', 'Readers do not have this entry.');
  const { type, uid, slug, title, version, revision } = live;
  const seq = await appendRow(
    req,
    {
      ...commonOf(live, now.toISOString()),
      ...{ type, uid, slug, title, version, revision },
      kind: 'withdrawn',
      changeKind: 'safety',
      changeNote: reason,
      reason,
      replacedBy,
    },
    { live, signingKey },
  );
  await appendEvent(req, dossier, { event: 'withdrawn', revision, at: now, ...by(actor), comment: reason, seq });
  await mirrorWithdrawal(req, dossier);
  await noteOnStatus(req, dossier, NOT_SCHEDULED);
}
