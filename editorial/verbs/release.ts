import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import type { Release } from '../../model/release-row.ts';
import { appendRow, type NewRow } from '../../release-log/append-row.ts';
import { appendEvent } from '../records/append-event.ts';
import { askGate } from '../records/ask-gate.ts';
import { NOT_SCHEDULED, noteOnStatus } from '../records/entry-status.ts';
import { mirrorRelease } from '../records/stored-entry.ts';
import type { Cleared } from '../rules/gate.ts';
import { nextVersion } from '../rules/version.ts';
import { assertCurrent, assertNoErrors, by, type VerbCall } from './verb-call.ts';

export const releaseBody = z.object({ revision: z.string() });

/** Releases the approved revision. The gate runs here, at this moment, whoever calls. */
export async function release(call: VerbCall, body: z.infer<typeof releaseBody>): Promise<void> {
  const { dossier } = call;
  if (dossier.live?.revision === body.revision && dossier.revision.hash === body.revision) {
    throw new CodedError('already-released', 'Readers have this revision already.', { seq: dossier.live.seq });
  }
  assertCurrent(body.revision, dossier.revision.hash);
  const { cleared, issues } = askGate(dossier);
  if (cleared) await releaseCleared(call, cleared);
  else assertNoErrors(issues);
}

/** Releases when the gate clears; otherwise leaves the revision to wait for what is missing. */
export async function releaseIfCleared(call: VerbCall): Promise<void> {
  const { cleared } = askGate(call.dossier);
  if (cleared) await releaseCleared(call, cleared);
}

async function releaseCleared(call: VerbCall, cleared: Cleared): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const { hash } = cleared.revision;
  const { changeKind, changeNote } = cleared;
  const seq = await appendRow(req, releasedRow(call, cleared), { live: dossier.live, signingKey });
  const what = { revision: hash, at: now, changeKind, changeNote, seq };
  await appendEvent(req, dossier, { event: 'released', ...what, ...by(actor) });
  await mirrorRelease(req, dossier);
  await noteOnStatus(req, dossier, { editors: [], ...NOT_SCHEDULED });
}

/** The log row of a cleared revision, as it stands at this moment. */
export function releasedRow(
  { dossier, now }: VerbCall,
  { revision, approvals, changeKind, changeNote }: Cleared,
): Extract<NewRow, { kind: 'released' }> {
  const { content, hash } = revision;
  const releasedAt = now.toISOString();
  const given = approvals.flatMap(({ clinician, revision: approved, at }) =>
    clinician ? [{ clinician, revision: approved, approvedAt: at }] : [],
  );
  return {
    ...commonOf(dossier.last, releasedAt),
    kind: 'released',
    type: dossier.type,
    uid: dossier.uid,
    slug: content.slug,
    title: content.title,
    version: nextVersion(dossier.last?.version ?? null, changeKind),
    revision: hash,
    snapshot: content,
    approvals: given,
    changeKind,
    changeNote,
    reviewedAt:
      approvals
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? releasedAt,
    reviewDue: content.reviewDue ?? '',
  };
}

/** What every row says of its time and language. */
export const commonOf = (
  last: Release | null,
  releasedAt: string,
): Pick<NewRow, 'firstReleasedAt' | 'releasedAt' | 'locale'> => ({
  firstReleasedAt: last?.firstReleasedAt ?? releasedAt,
  releasedAt,
  locale: 'en',
});
