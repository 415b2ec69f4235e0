import type { PayloadRequest, Where } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { personOf } from '../../model/person.ts';
import { findDraft } from '../records/dossier.ts';
import { REVIEWER_COLUMNS } from '../records/queue-columns.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { isAway } from '../rules/absence.ts';
import { whyNotAuthor, whyNotReviewer } from '../rules/assignments.ts';
import { readColleagues, type KnownColleague } from './colleagues.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Somebody whom one may ask about an entry, with what they have before them. */
export interface AssigneeChoice {
  account: string;
  name: string;
  role: KnownColleague['role'];
  /** why they cannot review, or write, this entry; null when they can */
  notReviewer: string | null;
  notAuthor: string | null;
  /** reviews that they are asked for and have not given, and those of them that are due within a week */
  open: number;
  dueThisWeek: number;
  /** YYYY-MM-DD, while they are away */
  awayUntil: string | null;
  standIn: string | null;
}

/** Everybody whom one could ask about this entry, by name. Throws `not-found`. */
export async function readAssignees(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<{ choices: AssigneeChoice[] }> {
  if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
  const now = servicesOf(req.payload).now();
  const { rows } = await findDraft(req, collection, id);
  const colleagues = await readColleagues(req);
  const today = now.toISOString().slice(0, 10);
  const choices = colleagues.map(async (one): Promise<AssigneeChoice> => {
    const { account, name, role, clinician, canApprove, absence } = one;
    const person = personOf(account, clinician);
    const asked = {
      actor: account,
      person,
      name,
      role,
      hasClinician: clinician !== null,
      isInGoodStanding: canApprove,
    };
    const { state, editors, authors } = rows.own;
    const away = isAway(one, today);
    return {
      account,
      name,
      role,
      notReviewer: whyNotReviewer(asked, { state: state ?? 'draft', editors, authors })?.message ?? null,
      notAuthor: whyNotAuthor(asked)?.message ?? null,
      ...(canApprove ? await loadOf(req, account, now) : { open: 0, dueThisWeek: 0 }),
      awayUntil: away ? (absence?.until ?? null) : null,
      standIn: away ? (colleagues.find((other) => other.account === absence?.substitute)?.name ?? null) : null,
    };
  });
  return { choices: await Promise.all(choices) };
}

/** Two counts by an index for each clinician: a team has few. */
async function loadOf(req: PayloadRequest, account: string, now: Date): Promise<{ open: number; dueThisWeek: number }> {
  const isTheirs: Where = { or: REVIEWER_COLUMNS.map((column) => ({ [column]: { equals: account } })) };
  const soon: Where = { assignedDue: { less_than_equal: new Date(now.getTime() + 7 * DAY).toISOString() } };
  const count = (where: Where) => req.payload.db.count({ collection: 'entry-status', where, req });
  const [open, dueThisWeek] = await Promise.all([count(isTheirs), count({ and: [isTheirs, soon] })]);
  return { open: open.totalDocs, dueThisWeek: dueThisWeek.totalDocs };
}
