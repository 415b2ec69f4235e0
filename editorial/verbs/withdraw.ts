import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { WITHDRAWAL_REASONS } from '../../model/withdrawal.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { readLiveUids } from '../../release-log/read-standing.ts';
import { appendEvent } from '../records/append-event.ts';
import { NOT_LAPSED, NOT_SCHEDULED } from '../records/status-row.ts';
import { mirrorWithdrawal } from '../records/stored-entry.ts';
import { withdrawnRow } from './log-row.ts';
import { said } from './said.ts';
import { by, type VerbCall } from './verb-call.ts';

export const withdrawBody = z.object({
  revision: z.string(),
  reason: z.enum(WITHDRAWAL_REASONS),
  /** for the staff */
  note: said(1000).optional(),
  /** words of a clinician's own for readers */
  publicNote: said(1000).optional(),
  replacedBy: z.uuid().optional(),
});

/** Takes the live release from readers, for a reason that they are told in standard words: every channel follows the log. */
export async function withdraw(call: VerbCall, body: z.infer<typeof withdrawBody>): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const { live } = dossier;
  if (!live) throw new CodedError('wrong-state', 'Readers do not have this entry.');
  const { reason, note = '', publicNote = '', replacedBy = null } = body;
  if (replacedBy !== null) await assertReplacement(call, replacedBy);
  const row = withdrawnRow(live, { reason, publicNote: publicNote || null, replacedBy, now });
  const seq = await appendRow(req, row, { live, signingKey });
  const what = { revision: live.revision, at: now, comment: note || null, reason, seq };
  await appendEvent(req, dossier, { event: 'withdrawn', ...what, ...by(actor) });
  await mirrorWithdrawal(req, dossier);
  Object.assign(dossier.status, NOT_SCHEDULED, NOT_LAPSED);
  dossier.last = { ...row, seq };
}

async function assertReplacement({ req, dossier }: VerbCall, uid: string): Promise<void> {
  if (uid !== dossier.uid && (await readLiveUids(req, [uid])).has(uid)) return;
  throw new CodedError('invalid-request', 'replacedBy must be another entry that is live.', {
    fields: ['replacedBy'],
  });
}
