import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { toRevision } from '../../model/revision.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { provedText } from '../../release-log/read-last-row.ts';
import { endReview } from '../assignments/with-verbs.ts';
import { appendEvent } from '../records/append-event.ts';
import { mirrorRenewal } from '../records/stored-entry.ts';
import { readSurroundings } from '../records/surroundings.ts';
import { gate } from '../rules/gate.ts';
import { releasedRow } from './log-row.ts';
import { said } from './said.ts';
import { by, type VerbCall } from './verb-call.ts';

export const renewBody = z.object({
  revision: z.string(),
  reviewDue: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
  comment: said(4000).optional(),
});

/**
 * A clinician has read the live text again and finds it right until `reviewDue`. The text goes out once
 * more with the new date; a draft that differs from it, its editors and its schedule stay as they are.
 */
export async function renewReview(call: VerbCall, body: z.infer<typeof renewBody>): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const { live } = dossier;
  if (!live) throw new CodedError('wrong-state', 'Readers do not have this entry.');
  const reviewDue = body.reviewDue.slice(0, 10);
  if (reviewDue <= now.toISOString().slice(0, 10)) {
    throw new CodedError('invalid-request', 'The next review must be in the future.', { fields: ['reviewDue'] });
  }
  const snapshot = provedText(live);
  const revision = toRevision({ ...snapshot, reviewDue });
  const { cleared, issues } = gate({
    kind: 'renewal',
    ...(await readSurroundings(req, dossier, revision.content)),
    revision,
    live: { ...live, snapshot },
    renewal: { ...by(actor), at: now.toISOString() },
    authors: dossier.status.authors,
    openMusts: dossier.status.openMusts,
  });
  if (!cleared)
    throw new CodedError('requirements-not-met', issues.map(({ message }) => message).join(' '), { issues });
  const row = releasedRow(dossier, cleared);
  const seq = await appendRow(req, row, { live, signingKey });
  const { changeKind, changeNote } = cleared;
  const what = { revision: revision.hash, at: now, comment: body.comment ?? null, changeKind, changeNote, seq };
  await appendEvent(req, dossier, { event: 'renewed', ...what, ...by(actor) });
  const draftIsLive = dossier.revision.hash === live.revision;
  await mirrorRenewal(req, dossier, { reviewDue: `${reviewDue}T00:00:00.000Z`, draftIsLive });
  if (draftIsLive) {
    dossier.revision = revision;
    endReview(dossier);
  }
  dossier.last = { ...row, seq };
}
