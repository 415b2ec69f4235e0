import type { PayloadRequest, Where } from 'payload';
import { TransientError } from '../../database/transact.ts';
import { CodedError } from '../../model/errors.ts';
import type { Acting } from '../../model/person.ts';
import type { ChangeKind } from '../../model/release-row.ts';
import type { Member } from '../jobs/job-row.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';

export const SET_STATES = ['open', 'submitted', 'released', 'discarded'] as const;
type SetState = (typeof SET_STATES)[number];

/** An entry of a change set: the revision that its acts speak of, and what it was called. */
export interface SetMember extends Member {
  uid: string;
  title: string;
}

/** One person's approval of all of a set. */
interface SetApproval extends Acting {
  name: string;
  /** RFC 3339 */
  at: string;
}

/** A change set as its row holds it. */
export interface ChangeSet {
  /** in the database */
  id: DocumentId;
  uid: string;
  name: string;
  state: SetState;
  changeKind: ChangeKind;
  changeNote: string;
  /** the shared document that it was made for, as collection/id; null for one that was put together by hand */
  about: string | null;
  aboutTitle: string | null;
  members: SetMember[];
  approvals: SetApproval[];
  /** uid of the latest job on it; null before the first */
  job: string | null;
  /** counts the writes: of two at once, one starts over */
  turn: number;
  madeByName: string;
}

/** A change set by its database id or uid. Throws `not-found`. */
export async function readSet(req: PayloadRequest, id: DocumentId): Promise<ChangeSet> {
  const { db } = req.payload;
  const given = String(id);
  const isUid = given.includes('-');
  if (!isUid && !(db.defaultIDType === 'number' ? /^[1-9]\d{0,14}$/ : /^[0-9a-f]{24}$/i).test(given)) throw unknown();
  const where: Where = isUid ? { uid: { equals: given } } : { id: { equals: given } };
  const found = await db.findOne<ChangeSet>({ collection: 'change-sets', where, req });
  if (!found) throw unknown();
  return found;
}

const unknown = () => new CodedError('not-found', 'There is no such change set.');

type Change = Partial<Pick<ChangeSet, 'state' | 'members' | 'approvals' | 'job'>> & Record<string, unknown>;

/** Writes to a set in the caller's transaction; of two at once, one starts over. */
export async function changeSet(req: PayloadRequest, { uid, turn }: ChangeSet, change: Change): Promise<void> {
  const where: Where = { and: [{ uid: { equals: uid } }, { turn: { equals: turn } }] };
  const data = { ...change, turn: turn + 1 };
  const options = { atomic: true };
  const changed: unknown = await req.payload.db.updateOne({ collection: 'change-sets', where, data, options, req });
  if (changed === null) throw new TransientError('another act on this change set was faster');
}

/** What a set is after an act on all of its entries has ended well: in the transaction of the act's last step. */
export async function noteAct(
  req: PayloadRequest,
  uid: string,
  verb: 'submit-for-review' | 'approve' | 'release',
  by: Acting & { name: string },
): Promise<void> {
  const set = await readSet(req, uid);
  const at = servicesOf(req.payload).now().toISOString();
  switch (verb) {
    case 'submit-for-review':
      await changeSet(req, set, { state: 'submitted', approvals: [], submittedAt: at, submittedByName: by.name });
      return;
    case 'approve': {
      const others = set.approvals.filter(({ person }) => person !== by.person);
      await changeSet(req, set, { approvals: [...others, { ...by, at }] });
      return;
    }
    case 'release':
      await changeSet(req, set, { state: 'released', releasedAt: at, releasedByName: by.name });
  }
}
