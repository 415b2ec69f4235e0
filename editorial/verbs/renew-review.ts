import { z } from 'zod';
import type { ReviewEvent, ReviewEventKind } from '../../model/review-event.ts';
import type { Revision } from '../../model/revision.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { appendEvent } from '../records/append-event.ts';
import { readSurroundings } from '../records/dossier.ts';
import { gate } from '../rules/gate.ts';
import { releasedRow } from './release.ts';
import { CodedError } from '../../model/errors.ts';
import { toRevision } from '../../model/revision.ts';
import { mirrorRenewal } from '../records/stored-entry.ts';
import { assertCurrent, assertNoErrors, assertPossible, by, type VerbCall } from './verb-call.ts';

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
  await releaseRenewal(call, revision, body.comment ?? null);
  await mirrorRenewal(call.req, dossier, { reviewDue: `${reviewDue}T00:00:00.000Z`, draftIsLive });
}

/** Releases the live text once more with a new review date; the draft under way, its editors and schedule stay. */
async function releaseRenewal(call: VerbCall, revision: Revision, comment: string | null): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const line = (event: ReviewEventKind): ReviewEvent => ({
    event,
    entry: dossier.uid,
    revision: revision.hash,
    at: now.toISOString(),
    ...by(actor),
    comment,
    changeKind: 'minor',
    changeNote: 'Reviewed again; the text is unchanged.',
    sectionsChecked: [],
    scheduledFor: null,
    seq: null,
  });
  const { cleared, issues } = gate({
    ...(await readSurroundings(req, dossier.collection, revision.content, dossier.surroundings)),
    revision,
    events: [line('submitted'), line('approved')],
    live: dossier.live?.snapshot ?? null,
    editors: [],
  });
  if (!cleared) {
    assertNoErrors(issues);
    return;
  }
  const { changeKind, changeNote } = cleared;
  const seq = await appendRow(req, releasedRow(call, cleared), { live: dossier.live, signingKey });
  const what = { revision: revision.hash, at: now, comment, changeKind, changeNote, seq };
  await appendEvent(req, dossier, { event: 'renewed', ...what, ...by(actor) });
}
