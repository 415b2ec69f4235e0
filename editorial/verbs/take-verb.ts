import type { Payload, PayloadRequest } from 'payload';
import type { z } from 'zod';
import { urgently } from '../../database/disk-room.ts';
import { transact } from '../../database/transact.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import type { Verb } from '../../model/lifecycle.ts';
import { actorOf, type Actor } from '../records/actor.ts';
import { readDossier, type Dossier } from '../records/dossier.ts';
import { readForWithdrawal } from '../records/withdrawal-dossier.ts';
import { noteChangeOutside, settle } from '../records/entry-status.ts';
import { reviewSheet, type ReviewSheet } from '../records/review-sheet.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { readSurroundings } from '../records/surroundings.ts';
import type { Surroundings } from '../rules/requirements.ts';
import { approve, approveBody, checkApproval } from './approve.ts';
import { release, releaseBody } from './release.ts';
import { renewBody, renewReview } from './renew-review.ts';
import { requestChanges, requestChangesBody } from './request-changes.ts';
import { schedule, scheduleBody } from './schedule.ts';
import { checkSubmission, submitBody, submitForReview } from './submit-for-review.ts';
import { unschedule, unscheduleBody } from './unschedule.ts';
import { storable } from './storable.ts';
import { assertMay, type VerbCall } from './verb-call.ts';
import { withdraw, withdrawBody } from './withdraw.ts';

type Body = { revision: string; verb?: 'release' | 'withdraw'; publicNote?: string | undefined };

/** A verb with its body, ready to be taken by whoever may. */
interface Ready {
  /** throws the refusal, if there is one */
  assert: (call: VerbCall) => void;
  run: (call: VerbCall) => Promise<void>;
}

/**
 * Parses the body; answers what then takes the verb, once it is known that this person may. `check` throws what the
 * entry has against the body: whoever only asks is told that too.
 */
const runs =
  <Schema extends z.ZodType<Body>>(
    schema: Schema,
    run: (call: VerbCall, body: z.infer<Schema>) => Promise<void>,
    check: (call: VerbCall, body: z.infer<Schema>) => void = () => undefined,
  ) =>
  (verb: Verb, given: unknown): Ready => {
    const parsed = schema.safeParse(storable(given));
    if (!parsed.success) throw invalid(parsed.error.issues);
    const body = parsed.data;
    const { revision, verb: planned, publicNote } = body;
    const assert = (call: VerbCall): void => {
      assertMay({ verb, revision, publicNote: Boolean(publicNote), ...(planned ? { planned } : {}) }, call);
      check(call, body);
    };
    return {
      assert,
      async run(call) {
        assert(call);
        // Whoever ends a plan by name says so; a withdrawal may have to do without the draft.
        if (verb !== 'withdraw' && verb !== 'unschedule') await noteChangeOutside(call.req, call.dossier);
        await run(call, body);
      },
    };
  };

const RUNS: Record<Verb, (verb: Verb, given: unknown) => Ready> = {
  'submit-for-review': runs(submitBody, submitForReview, checkSubmission),
  'request-changes': runs(requestChangesBody, requestChanges),
  approve: runs(approveBody, approve, checkApproval),
  release: runs(releaseBody, release),
  schedule: runs(scheduleBody, schedule),
  unschedule: runs(unscheduleBody, unschedule),
  withdraw: runs(withdrawBody, withdraw),
  'renew-review': runs(renewBody, renewReview),
};

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
export async function takeVerb({ payload, ...asked }: TakeVerb): Promise<ReviewSheet> {
  const { verb, by } = asked;
  const taking = await prepare(payload, asked);
  const run = () =>
    transact(
      payload,
      async (req) => {
        const { dossier, surroundings, actor } = await taking(req);
        return reviewSheet(req, dossier, surroundings, actor);
      },
      'user' in by ? { user: by.user } : {},
    );
  // Whatever else there is no room for.
  if (verb === 'withdraw') return urgently(payload, 'a withdrawal', run, (error) => databaseTrouble(error) === 'full');
  return run();
}

/** The same in the caller's transaction, which may do more: all of it happens or none. Answers nothing of the entry. */
export async function takeVerbIn(req: PayloadRequest, asked: Omit<TakeVerb, 'payload'>): Promise<void> {
  await (
    await prepare(req.payload, asked)
  )(req);
}

/** Asks whether the verb may be taken with this body, here and now, without taking it. Throws the refusal. */
export async function askVerb(req: PayloadRequest, asked: Omit<TakeVerb, 'payload'>): Promise<void> {
  await (
    await prepare(req.payload, { ...asked, isQuestion: true })
  )(req);
}

interface Taken {
  dossier: Dossier;
  surroundings: Surroundings;
  actor: Actor;
}

/** Parses what is asked; answers what takes it in a transaction. */
async function prepare(
  payload: Payload,
  { collection, id, verb, body, by, isQuestion = false }: Omit<TakeVerb, 'payload'> & { isQuestion?: boolean },
): Promise<(req: PayloadRequest) => Promise<Taken>> {
  const { signingKey: loadKey, now: clock, policy } = servicesOf(payload);
  const signingKey = await loadKey();
  const take = RUNS[verb](verb, body);
  return async (req) => {
    const now = clock();
    const read = verb === 'withdraw' ? readForWithdrawal : readDossier;
    const asker = 'user' in by ? String(by.user.id) : undefined;
    const dossier = await read(req, collection, id, { policy, now, asker });
    const actor = 'actor' in by ? by.actor : actorOf(dossier.people, by.user);
    const surroundings = await readSurroundings(req, dossier, dossier.revision.content);
    const call = { req, dossier, surroundings, actor, now, signingKey };
    if (isQuestion) {
      take.assert(call);
      return { dossier, surroundings, actor };
    }
    await take.run(call);
    return { dossier: await settle(req, dossier), surroundings, actor };
  };
}

/** How an entry stands, without changing anything. Throws `not-found`. */
export async function readReview(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<ReviewSheet> {
  if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
  const { policy, now } = servicesOf(req.payload);
  const dossier = await readDossier(req, collection, id, { policy, now: now(), asker: String(req.user.id) });
  const surroundings = await readSurroundings(req, dossier, dossier.revision.content);
  return reviewSheet(req, dossier, surroundings, actorOf(dossier.people, req.user));
}

function invalid(issues: z.core.$ZodIssue[]): CodedError {
  const fields = issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return new CodedError('invalid-request', fields.map(({ field, message }) => `${field}: ${message}`).join('; '), {
    fields,
  });
}
