import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { provedText } from '../../release-log/read-last-row.ts';
import type { Actor } from '../records/actor.ts';
import { appendEvent, type NewEvent } from '../records/append-event.ts';
import type { Dossier } from '../records/dossier.ts';
import { situationOf } from '../records/situation.ts';
import { endReview } from '../assignments/with-verbs.ts';
import { NOT_LAPSED, NOT_SCHEDULED } from '../records/status-row.ts';
import { mirrorRelease } from '../records/stored-entry.ts';
import type { Cleared } from '../rules/gate.ts';
import { askGate } from '../rules/permissions.ts';
import { releasedRow, type NewReleased } from './log-row.ts';
import { by, type VerbCall } from './verb-call.ts';

export const releaseBody = z.object({ revision: z.string() });

/** Releases the approved revision. */
export async function release(call: VerbCall): Promise<void> {
  if (await releaseIfCleared(call)) return;
  throw new CodedError('wrong-state', 'The gate does not clear this revision.');
}

/** Runs the gate, here and now, and releases when it clears; otherwise the revision waits for what is missing. */
export async function releaseIfCleared(call: VerbCall): Promise<boolean> {
  assertProved(call.dossier);
  const { cleared } = askGate(situationOf(call.dossier, call.surroundings, call.actor));
  if (cleared) await releaseCleared(call, cleared);
  return cleared !== null;
}

/**
 * Throws `IntegrityError` where what readers have is not what was signed: how much may change without a second clinician
 * is worked out against it, and so is what must be looked at.
 */
export function assertProved({ live }: Dossier): void {
  if (live) provedText(live);
}

async function releaseCleared(call: VerbCall, cleared: Cleared): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const { last, live } = dossier;
  const row = releasedRow(dossier, cleared);
  const seq = await appendRow(req, row, { live, signingKey, isFirst: last === null });
  await appendEvent(req, dossier, eventOf(cleared, { actor, at: now, seq }));
  await mirrorRelease(req, dossier);
  noteReleased(dossier, row, seq);
}

/** The line that a release leaves in the history. */
export const eventOf = (
  { revision, changeKind, changeNote }: Cleared,
  { actor, at, seq }: { actor: Actor; at: Date; seq: number },
): NewEvent => ({ event: 'released', revision: revision.hash, at, changeKind, changeNote, seq, ...by(actor) });

/** What the dossier says once the row stands in the log. */
export function noteReleased(dossier: Dossier, row: NewReleased, seq: number): void {
  const { last, status, now } = dossier;
  // The same text once more, after a withdrawal, has the authors that it had.
  const authors = last?.revision === row.revision ? status.authors : status.editors;
  const base = { at: now.toISOString(), carries: dossier.carried.map(({ key }) => key) };
  Object.assign(status, { editors: [], authors, base, ...NOT_SCHEDULED, ...NOT_LAPSED });
  endReview(dossier);
  dossier.last = { ...row, seq };
}
