import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { provedText } from '../../release-log/read-last-row.ts';
import { appendEvent } from '../records/append-event.ts';
import { situationOf } from '../records/situation.ts';
import { endReview } from '../assignments/with-verbs.ts';
import { NOT_LAPSED, NOT_SCHEDULED } from '../records/status-row.ts';
import { mirrorRelease } from '../records/stored-entry.ts';
import type { Cleared } from '../rules/gate.ts';
import { askGate } from '../rules/permissions.ts';
import { releasedRow } from './log-row.ts';
import { by, type VerbCall } from './verb-call.ts';

export const releaseBody = z.object({ revision: z.string() });

/** Releases the approved revision. */
export async function release(call: VerbCall): Promise<void> {
  if (await releaseIfCleared(call)) return;
  throw new CodedError('wrong-state', 'The gate does not clear this revision.');
}

/** Runs the gate, here and now, and releases when it clears; otherwise the revision waits for what is missing. */
export async function releaseIfCleared(call: VerbCall): Promise<boolean> {
  const { live } = call.dossier;
  // How much may change without a second clinician is worked out against it, and so is what must be looked at.
  if (live) provedText(live);
  const { cleared } = askGate(situationOf(call.dossier, call.surroundings, call.actor));
  if (cleared) await releaseCleared(call, cleared);
  return cleared !== null;
}

async function releaseCleared(call: VerbCall, cleared: Cleared): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const { last, live, status } = dossier;
  const { hash } = cleared.revision;
  const { changeKind, changeNote } = cleared;
  const row = releasedRow(dossier, cleared);
  const seq = await appendRow(req, row, { live, signingKey, isFirst: last === null });
  const what = { revision: hash, at: now, changeKind, changeNote, seq };
  await appendEvent(req, dossier, { event: 'released', ...what, ...by(actor) });
  await mirrorRelease(req, dossier);
  // The same text once more, after a withdrawal, has the authors that it had.
  const authors = last?.revision === hash ? status.authors : status.editors;
  const base = { at: now.toISOString(), carries: dossier.carried.map(({ key }) => key) };
  Object.assign(status, { editors: [], authors, base, ...NOT_SCHEDULED, ...NOT_LAPSED });
  endReview(dossier);
  dossier.last = { ...row, seq };
}
