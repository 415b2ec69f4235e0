import { z } from 'zod';
import { CodedError } from './errors.ts';
import { releaseRenewal } from './release.ts';
import { toRevision } from './revision.ts';
import { saveByVerb } from './save-by-verb.ts';
import { assertCurrent, assertPossible, type VerbCall } from './verb-call.ts';

export const renewBody = z.object({
  revision: z.string(),
  reviewDue: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
  comment: z.string().trim().max(4000).optional(),
});

/**
 * A clinician has read the live text again and finds it right until `reviewDue`. The text goes out once
 * more with the new date; a draft that differs from it stays as it is.
 */
export async function renewReview(call: VerbCall, body: z.infer<typeof renewBody>): Promise<void> {
  const { dossier, now } = call;
  assertPossible('renew-review', dossier);
  const { live } = dossier;
  if (!live) throw new CodedError('wrong-state', 'Readers do not have this entry.');
  assertCurrent(body.revision, live.revision);
  const reviewDue = body.reviewDue.slice(0, 10);
  if (reviewDue <= now.toISOString().slice(0, 10)) {
    throw new CodedError('invalid-request', 'The next review must be in the future.', { fields: ['reviewDue'] });
  }
  const draftIsLive = dossier.revision.hash === live.revision;
  const revision = toRevision({ ...live.snapshot, reviewDue });
  await releaseRenewal(call, { revision }, body.comment ?? null);
  if (draftIsLive)
    await saveByVerb(call.req, dossier, { reviewDue: `${reviewDue}T00:00:00.000Z`, _status: 'published' });
}
