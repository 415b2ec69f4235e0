import type { Payload, PayloadRequest } from 'payload';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { MOST_REVIEWERS, type Assignee, type Assignment } from '../../model/assignment.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { candidateOf, readPeople, type People } from '../records/accounts.ts';
import { actorOf, type Actor } from '../records/actor.ts';
import { appendLine } from '../records/audit-trail.ts';
import { readDossier, type Dossier } from '../records/dossier.ts';
import { settle } from '../records/entry-status.ts';
import { reviewSheet, type ReviewSheet } from '../records/review-sheet.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { readSurroundings } from '../records/surroundings.ts';
import { refusedChange, whyNotAuthor, whyNotReviewer, type Wanted } from '../rules/assignments.ts';
import { tellAssigned } from '../notices/tell-assigned.ts';
import { said } from '../verbs/said.ts';
import { storable } from '../verbs/storable.ts';

const account = z.union([z.string().min(1).max(64), z.int().positive()]).transform(String);

/** What is left out stays as it is; null takes away. */
export const assignBody = z.object({
  author: account.nullable().optional(),
  reviewers: z
    .array(account)
    .max(MOST_REVIEWERS)
    .refine((all) => new Set(all).size === all.length, 'Name each reviewer once.')
    .optional(),
  /** the day until when */
  dueAt: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .nullable()
    .optional(),
  comment: said(1000).optional(),
  /** the `turn` of the assignment that was seen: another one now refuses */
  turn: z.int().nonnegative().optional(),
});

interface AssignEntry {
  payload: Payload;
  collection: EntryCollection;
  /** database id or uid */
  id: DocumentId;
  body: unknown;
  user: NonNullable<PayloadRequest['user']>;
}

/**
 * Says who writes and who reviews an entry, and until when, as one transaction. It permits nothing: who may take a verb
 * stays as it is. Of two at once, one that names its `turn` is refused (`wrong-state`). Answers how the entry stands
 * then. Throws CodedError; then nothing has happened.
 */
export async function assignEntry({ payload, ...asked }: AssignEntry): Promise<ReviewSheet> {
  const { user } = asked;
  return transact(
    payload,
    async (req) => {
      const { settled, actor } = await assigned(req, asked);
      const surroundings = await readSurroundings(req, settled, settled.revision.content);
      return reviewSheet(req, settled, surroundings, actor);
    },
    { user },
  );
}

/** The same in the caller's transaction, which may do more. Answers nothing of the entry. */
export async function assignEntryIn(req: PayloadRequest, asked: Omit<AssignEntry, 'payload'>): Promise<void> {
  await assigned(req, asked);
}

async function assigned(
  req: PayloadRequest,
  { collection, id, body, user }: Omit<AssignEntry, 'payload'>,
): Promise<{ settled: Dossier; actor: Actor }> {
  const parsed = assignBody.safeParse(storable(body));
  if (!parsed.success)
    throw invalid(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
  const { policy, now } = servicesOf(req.payload);
  const dossier = await readDossier(req, collection, id, { policy, now: now(), asker: String(user.id) });
  const actor = actorOf(dossier.people, user);
  return { settled: await change(req, dossier, actor, parsed.data, user), actor };
}

async function change(
  req: PayloadRequest,
  dossier: Dossier,
  actor: Actor,
  { turn, comment, ...wanted }: z.infer<typeof assignBody>,
  user: AssignEntry['user'],
): Promise<Dossier> {
  const { assignment: before } = dossier.status;
  if (turn !== undefined && turn !== before.turn) throw outrun(before);
  const people = await withPeople(req, dossier, wanted);
  const after: Wanted = {
    author: 'author' in wanted ? named(people, wanted.author ?? null) : before.author,
    reviewers: wanted.reviewers?.map((one) => named(people, one)) ?? before.reviewers,
    dueAt: wanted.dueAt === undefined ? before.dueAt : (wanted.dueAt?.slice(0, 10) ?? null),
  };
  const refusal = refusedChange({ account: String(user.id), role: actor.role }, before, after);
  if (refusal) throw new CodedError(refusal.code, refusal.message);
  assertFit(dossier, people, before, after);
  if (isSame(before, after) && !comment) return dossier;
  const today = dossier.now.toISOString().slice(0, 10);
  if (after.dueAt !== null && after.dueAt !== before.dueAt && after.dueAt < today)
    throw invalid([{ field: 'dueAt', message: 'The day must not be past.' }]);
  const at = dossier.now.toISOString();
  const next: Assignment = { ...after, turn: before.turn + 1, byName: actor.name, at, comment: comment || null };
  dossier.status.assignment = next;
  dossier.people = people;
  await appendLine(req, {
    action: 'entry assigned',
    subject: `${dossier.collection}/${dossier.uid}`,
    user,
    details: { ...namesOf(next), before: namesOf(before), ...(comment ? { comment } : {}) },
  });
  await tellAssigned(req, dossier, before, user);
  return settle(req, dossier);
}

/** Whoever is asked anew must be able to do it; whoever is asked already is not asked again. */
function assertFit({ state, status }: Dossier, people: People, before: Wanted, after: Wanted): void {
  const { author, reviewers } = after;
  if (author && author.account !== before.author?.account) {
    const unfit = whyNotAuthor(candidateOf(people, author.account));
    if (unfit) throw refused(unfit.code, unfit.message, 'author');
  }
  const fresh = reviewers.filter((one) => !before.reviewers.some(({ account: known }) => known === one.account));
  for (const one of fresh) {
    const unfit = whyNotReviewer(candidateOf(people, one.account), { ...status, state });
    if (unfit) throw refused(unfit.code, unfit.message, 'reviewers');
  }
  const both = author && reviewers.find(({ account: reviewer }) => reviewer === author.account);
  if (both) throw refused('four-eyes', `${both.name} writes it: another clinician must review it.`, 'reviewers');
}

async function withPeople(
  req: PayloadRequest,
  { people }: Dossier,
  { author, reviewers = [] }: Pick<z.infer<typeof assignBody>, 'author' | 'reviewers'>,
): Promise<People> {
  const read = await readPeople(req, { accounts: [...(author ? [author] : []), ...reviewers] });
  return {
    accounts: new Map([...people.accounts, ...read.accounts]),
    inGoodStanding: new Set([...people.inGoodStanding, ...read.inGoodStanding]),
  };
}

/** A name for whoever is not there stays what was asked for; the rules say that there is no such account. */
function named({ accounts }: People, given: string): Assignee;
function named({ accounts }: People, given: string | null): Assignee | null;
function named({ accounts }: People, given: string | null): Assignee | null {
  return given === null ? null : { account: given, name: accounts.get(given)?.name ?? '' };
}

const isSame = (before: Wanted, after: Wanted): boolean =>
  before.author?.account === after.author?.account &&
  before.dueAt === after.dueAt &&
  before.reviewers.map(({ account: one }) => one).join() === after.reviewers.map(({ account: one }) => one).join();

const namesOf = ({ author, reviewers, dueAt }: Wanted) => ({
  author: author?.name ?? null,
  reviewers: reviewers.map(({ name }) => name),
  dueAt,
});

const outrun = (current: Assignment): CodedError =>
  new CodedError('wrong-state', `${current.byName ?? 'Somebody'} assigned it meanwhile. Look at it again.`, {
    current: { turn: current.turn, ...namesOf(current) },
  });

const refused = (code: CodedError['code'], message: string, field: string): CodedError =>
  new CodedError(code, message, { fields: [{ field, message }] });

const invalid = (fields: { field: string; message: string }[]): CodedError =>
  new CodedError('invalid-request', fields.map(({ field, message }) => `${field}: ${message}`).join('; '), { fields });
