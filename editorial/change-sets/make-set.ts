import type { Payload, PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { SHARED_COLLECTIONS, TYPE_OF } from '../../model/entries/types.ts';
import { controlIn } from '../../model/control-characters.ts';
import { CodedError } from '../../model/errors.ts';
import { CHANGE_KINDS } from '../../model/release-row.ts';
import type { Member } from '../jobs/job-row.ts';
import { membersOf, parsed } from '../jobs/verb-job.ts';
import { editorOf } from '../records/actor.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { mustSay } from '../verbs/said.ts';
import { storable } from '../verbs/storable.ts';
import { changeSet, readSet, type SetMember } from './set-row.ts';
import { assertMayWrite, assertQuiet } from './may-act.ts';

type User = NonNullable<PayloadRequest['user']>;

/**
 * How many entries one set has: whoever withdraws an entry waits for the end of a release, which is one transaction
 * (ADR 0087).
 */
const MOST_IN_SET = 200;

const newSet = z.object({
  name: mustSay(200).refine((name) => controlIn(name, { lines: false }) === null, 'must be one line'),
  changeKind: z.enum(CHANGE_KINDS).exclude(['new']),
  changeNote: mustSay(1000),
  /** the shared document that the set is made for, as collection/id */
  about: z
    .string()
    .regex(new RegExp(`^(${[...SHARED_COLLECTIONS, 'red-flags'].join('|')})/[0-9a-f]{1,24}$`))
    .optional(),
  members: membersOf(MOST_IN_SET),
});

/** Makes a change set of entries; answers its uid. Throws `invalid-request`, `not-allowed`. */
export async function makeSet(payload: Payload, user: User, given: unknown): Promise<string> {
  const { about, members, ...said } = parsed(newSet, storable(given));
  return transact(
    payload,
    async (req) => {
      assertMayWrite(user);
      const { actor, name } = await editorOf(req, user);
      const uid = uuidv7();
      const titled = await withTitles(req, members);
      const aboutTitle = about === undefined ? null : await titleOfShared(req, about);
      await req.payload.db.create({
        collection: 'change-sets',
        data: {
          ...said,
          ...{ uid, state: 'open', about: about ?? null, aboutTitle, members: titled, approvals: [], turn: 0 },
          ...{ madeBy: actor, madeByName: name },
        },
        req,
        returning: false,
      });
      return uid;
    },
    { user },
  );
}

const otherMembers = z.object({ members: membersOf(MOST_IN_SET) });

/**
 * Other members for a set: without one that is left out, or at other revisions. What was submitted and approved is of
 * the entries and stays with them; the set begins anew. Throws `wrong-state` when it has ended or an act is under way.
 */
export async function changeMembers(payload: Payload, user: User, id: string, given: unknown): Promise<void> {
  const { members } = parsed(otherMembers, storable(given));
  await transact(
    payload,
    async (req) => {
      assertMayWrite(user);
      const set = await readSet(req, id);
      await assertQuiet(req, set);
      await changeSet(req, set, { members: await withTitles(req, members), state: 'open', approvals: [], job: null });
    },
    { user },
  );
}

/** The members with what their entries are called. Throws `not-found` naming those that there are not. */
async function withTitles(req: PayloadRequest, members: readonly Member[]): Promise<SetMember[]> {
  const rows = new Map<string, { uid: string; title: string }>();
  for (const collection of new Set(members.map((member) => member.collection))) {
    const ids = members.flatMap((member) => (member.collection === collection ? [String(member.id)] : []));
    const { docs } = await req.payload.db.find<{ uid: string; title?: string | null; entryId: string }>({
      collection: 'entry-status',
      where: { and: [{ type: { equals: TYPE_OF[collection] } }, { entryId: { in: ids } }] },
      limit: ids.length,
      pagination: false,
      req,
    });
    for (const { uid, title, entryId } of docs) rows.set(`${collection}/${entryId}`, { uid, title: title ?? '' });
  }
  const missing = members.filter(({ collection, id }) => !rows.has(`${collection}/${id}`));
  if (missing.length > 0)
    throw new CodedError('not-found', 'Some of these entries are no more.', {
      missing: missing.map(({ collection, id }) => `${collection}/${id}`),
    });
  return members.map((member) => ({
    ...member,
    ...(rows.get(`${member.collection}/${member.id}`) ?? { uid: '', title: '' }),
  }));
}

type Stored = Record<string, unknown> & { id: DocumentId };

async function titleOfShared(req: PayloadRequest, about: string): Promise<string> {
  const [collection = '', given = ''] = about.split('/');
  const id = req.payload.db.defaultIDType === 'number' ? Number(given) : given;
  const known = [...SHARED_COLLECTIONS, 'red-flags' as const].find((one) => one === collection);
  const doc =
    known && (await req.payload.db.findOne<Stored>({ collection: known, where: { id: { equals: id } }, req }));
  if (!doc) throw new CodedError('not-found', 'What this set is about is no more.');
  const { title, name, label, alt, sign } = doc;
  return [title, name, label, alt, sign].find((one) => typeof one === 'string') ?? '';
}
