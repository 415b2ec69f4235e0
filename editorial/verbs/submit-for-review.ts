import { z } from 'zod';
import { isTooLow } from '../../model/change-kind.ts';
import { CodedError } from '../../model/errors.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../model/release-row.ts';
import { appendEvent } from '../records/append-event.ts';
import type { Dossier } from '../records/dossier.ts';
import { needsReply, openRequests } from '../rules/open-requests.ts';
import { floorOf } from '../records/situation.ts';
import { mustSay, said } from './said.ts';
import { NOT_LAPSED } from '../records/status-row.ts';
import { takeAuthorship } from '../assignments/with-verbs.ts';
import { by, dropPlannedRelease, type VerbCall } from './verb-call.ts';

export const submitBody = z.object({
  revision: z.string(),
  changeKind: z.enum(CHANGE_KINDS),
  changeNote: mustSay(1000),
  comment: said(4000).optional(),
});

type SubmitBody = z.infer<typeof submitBody>;

/** Throws `change-kind-too-low`, and `reply-missing` where requests for changes are open, of unchanged text. */
export function checkSubmission(call: VerbCall, body: SubmitBody): void {
  const { dossier } = call;
  assertNotTooLow(kindOf(dossier, body), call);
  const requests = openRequests(dossier.events);
  if (replyTo(requests, body) === null && needsReply(requests, body.revision)) throw replyMissing();
}

/**
 * Puts the current draft before the clinicians. A first release is always `new`, whatever was said; a change
 * called smaller than policy allows is refused with the reasons. While requests for changes are open the comment
 * is the reply that closes them; text that was not changed since is not submitted without one.
 */
export async function submitForReview(call: VerbCall, body: SubmitBody): Promise<void> {
  const { req, dossier, actor, now } = call;
  const changeKind = kindOf(dossier, body);
  const reply = replyTo(openRequests(dossier.events), body);
  const event = { revision: body.revision, at: now, ...by(actor) };
  if (reply !== null) await appendEvent(req, dossier, { ...event, event: 'answered', comment: reply });
  await appendEvent(req, dossier, {
    ...event,
    event: 'submitted',
    comment: reply === null && body.comment ? body.comment : null,
    changeKind,
    changeNote: body.changeNote,
  });
  dropPlannedRelease(dossier);
  Object.assign(dossier.status, NOT_LAPSED);
  takeAuthorship(dossier, actor);
}

const kindOf = ({ last }: Dossier, { changeKind }: SubmitBody): ChangeKind =>
  last === null ? 'new' : changeKind === 'new' ? 'major' : changeKind;

const replyTo = (requests: readonly unknown[], { comment }: SubmitBody): string | null =>
  requests.length > 0 && comment ? comment : null;

const replyMissing = (): CodedError =>
  new CodedError(
    'reply-missing',
    'A reviewer asked for changes to exactly this text. Change it, or say why it can stay as it is.',
    { fields: ['comment'] },
  );

function assertNotTooLow(given: ChangeKind, { dossier, surroundings }: VerbCall): void {
  const { kind: minimum, reasons } = floorOf(dossier, surroundings);
  if (!isTooLow(given, minimum)) return;
  throw new CodedError('change-kind-too-low', `This change must be called ${minimum} at least.`, { minimum, reasons });
}
