import type { Payload, PayloadRequest } from 'payload';
import type { z } from 'zod';
import { actorOf, type Actor } from '../records/actor.ts';
import { approve, approveBody } from './approve.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { readDossier } from '../records/dossier.ts';
import { noteOnStatus, refreshStatus } from '../records/entry-status.ts';
import { CodedError } from '../../model/errors.ts';
import type { Verb } from '../../model/lifecycle.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { release, releaseBody } from './release.ts';
import { renewBody, renewReview } from './renew-review.ts';
import { requestChanges, requestChangesBody } from './request-changes.ts';
import { reviewSheet, type ReviewSheet } from '../records/review-sheet.ts';
import { schedule, scheduleBody } from './schedule.ts';
import { servicesOf } from '../records/services.ts';
import { submitBody, submitForReview } from './submit-for-review.ts';
import { transact } from '../../database/transact.ts';
import { assertMayTake, type VerbCall } from './verb-call.ts';
import { withdraw, withdrawBody } from './withdraw.ts';

const runs = <Schema extends z.ZodType>(
  schema: Schema,
  run: (call: VerbCall, body: z.infer<Schema>) => Promise<void>,
) => ({
  async take(call: () => Promise<VerbCall>, body: unknown): Promise<void> {
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
      throw new CodedError('invalid-request', fields.map(({ field, message }) => `${field}: ${message}`).join('; '), {
        fields,
      });
    }
    await run(await call(), parsed.data);
  },
});

const RUNS = {
  'submit-for-review': runs(submitBody, submitForReview),
  'request-changes': runs(requestChangesBody, requestChanges),
  approve: runs(approveBody, approve),
  release: runs(releaseBody, release),
  schedule: runs(scheduleBody, schedule),
  withdraw: runs(withdrawBody, withdraw),
  'renew-review': runs(renewBody, renewReview),
} as const satisfies Record<Verb, unknown>;

export interface TakeVerb {
  payload: Payload;
  collection: EntryCollection;
  /** database id or uid */
  id: DocumentId;
  verb: Verb;
  body: unknown;
  /** a logged-in person, or an actor that the caller vouches for (the clock) */
  by: { user: NonNullable<PayloadRequest['user']> } | { actor: Actor };
}

/**
 * Takes one verb on one entry as one transaction and answers how the entry stands then. The one way in for
 * buttons, endpoints, schedules and scripts. Throws CodedError; then nothing has happened.
 */
export async function takeVerb({ payload, collection, id, verb, body, by }: TakeVerb): Promise<ReviewSheet> {
  const { signingKey, now: clock, policy } = servicesOf(payload);
  const key = await signingKey();
  return transact(
    payload,
    async (req) => {
      const now = clock();
      const actor = 'actor' in by ? by.actor : await actorOf(req, by.user);
      assertMayTake(verb, actor);
      const open = async (): Promise<VerbCall> => {
        const context = { policy, now };
        let dossier = await readDossier(req, collection, id, context);
        if (!dossier.status) {
          await refreshStatus(req, collection, dossier.id, { now });
          dossier = await readDossier(req, collection, dossier.id, context);
        }
        // Verbs of one entry queue here: of two at once, one waits or starts over.
        await noteOnStatus(req, dossier, { turn: (dossier.status?.turn ?? 0) + 1 });
        return { req, dossier, actor, now, signingKey: key };
      };
      await RUNS[verb].take(open, body);
      const after = await refreshStatus(req, collection, id, { now });
      return reviewSheet(req, after, actor);
    },
    'user' in by ? { user: by.user } : {},
  );
}

/** How an entry stands, without changing anything. Throws `not-found`. */
export async function readReview(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<ReviewSheet> {
  if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
  const { policy, now } = servicesOf(req.payload);
  const dossier = await readDossier(req, collection, id, { policy, now: now() });
  return reviewSheet(req, dossier, await actorOf(req, req.user));
}
