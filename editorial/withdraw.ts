import { z } from 'zod';
import { readLiveUids } from './dossier.ts';
import { CodedError } from './errors.ts';
import { appendWithdrawal } from './release.ts';
import { assertCurrent, assertPossible, type VerbCall } from './verb-call.ts';

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
