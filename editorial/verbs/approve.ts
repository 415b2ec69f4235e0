import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { APPROVAL_SCOPES } from '../../model/release-row.ts';
import { checklistOf } from '../rules/policy.ts';
import { appendEvent } from '../records/append-event.ts';
import { releaseIfCleared } from './release.ts';
import { mustSay, said } from './said.ts';
import { by, type VerbCall } from './verb-call.ts';

export const approveBody = z.object({
  revision: z.string(),
  comment: said(4000).optional(),
  /** why the replaced text, which readers have by mail, could not hurt */
  oldTextHarmless: mustSay(1000).optional(),
  /** what was looked at; only the whole entry moves the day of its last review */
  scope: z.enum(APPROVAL_SCOPES).optional(),
  sectionsChecked: z.array(z.string().max(100)).max(100).optional(),
  /** what of the policy's checklist was checked, in its words */
  checklist: z.array(z.string().max(200)).max(20).optional(),
  release: z.boolean().optional(),
});

type ApproveBody = z.infer<typeof approveBody>;

/** Throws `invalid-request` where this entry asks for another scope or other checks than the body names. */
export function checkApproval({ dossier: { live, policy, type } }: VerbCall, body: ApproveBody): void {
  if (body.scope === 'changes' && !live) {
    throw new CodedError('invalid-request', 'Readers have nothing of this entry: look at the whole of it.', {
      fields: [{ field: 'scope', message: 'must be entry' }],
    });
  }
  const asked = checklistOf(policy, type);
  if (!(body.checklist ?? []).every((check) => asked.includes(check))) {
    throw new CodedError('invalid-request', 'The checklist asks something else by now: look at it again.', {
      fields: [{ field: 'checklist', message: 'must be checks of the policy' }],
    });
  }
}

/** A clinician's yes to exactly this revision; with `release`, released at once when the gate clears. */
export async function approve(call: VerbCall, body: ApproveBody): Promise<void> {
  const { req, dossier, actor, now } = call;
  await appendEvent(req, dossier, {
    event: 'approved',
    revision: body.revision,
    at: now,
    ...by(actor),
    comment: body.comment ?? null,
    // Whoever does not say has not said that they read all of it.
    scope: body.scope ?? (dossier.live ? 'changes' : 'entry'),
    sectionsChecked: body.sectionsChecked ?? [],
    checklist: [...new Set(body.checklist)],
    oldTextHarmless: body.oldTextHarmless ?? null,
  });
  if (body.release) await releaseIfCleared(call);
}
