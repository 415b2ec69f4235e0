import { createLocalReq, type Payload, type TypedUser, type Where } from 'payload';
import { readMailCounts, type MailCounts } from '../../collections/mail-counts.ts';
import { readColleagues, standsInFor, type KnownColleague } from '../../editorial/assignments/colleagues.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { personOf } from '../../model/person.ts';
import type { EntryStatus, Review } from '../../payload-types.ts';
import { heldLessons, type HeldLesson } from '../../publishers/email/held-lessons.ts';
import { libraryOf } from '../../release-log/library-of.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { blocksFor, calendarOf, type Block } from './blocks.ts';
import { toWorkRow, type WorkRow } from './work-row.ts';

const MOST_ROWS = 8;
/** Releases and withdrawals that are shown. */
const LATEST = 5;

export interface FilledBlock extends Block {
  rows: WorkRow[];
  /** of all rows, those beyond the limit included */
  total: number;
}

interface Released {
  seq: number;
  kind: 'released' | 'withdrawn';
  type: EntryStatus['type'];
  uid: string;
  title: string;
  version: string;
  releasedAt: string;
}

export interface MyWork {
  now: Date;
  blocks: FilledBlock[];
  /** safety changes that wait for this person's review */
  safety: number;
  calendar: { label: string; tone: 'late' | 'soon' | 'later'; where: Where; count: number }[];
  mail: MailCounts;
  /** lessons that nobody gets at the moment */
  heldLessons: HeldLesson[];
  released: Released[];
  /** those whose work this person does meanwhile */
  standsInFor: { name: string; until: string }[];
}

/** What waits for this person, and for the team: one indexed question for each block. */
export async function readMyWork(payload: Payload, user: TypedUser): Promise<MyWork> {
  const now = servicesOf(payload).now();
  const req = await createLocalReq({ user }, payload);
  const account = String(user.id);
  const colleagues = await readColleagues(req);
  const absent = standsInFor(account, colleagues, now.toISOString().slice(0, 10));
  const accounts = [account, ...absent.map((one) => one.account)];
  const blocks = blocksFor({ role: user.role, accounts }, now);
  const assigned = blocks.find(({ key }) => key === 'assigned');
  const looking = { ...lookingOf(account, user.role, colleagues), absent };
  const [found, safety, calendar, mail, released, held] = await Promise.all([
    Promise.all(blocks.map((block) => readBlock(payload, user, block))),
    assigned ? count(payload, { and: [assigned.where, { isSafety: { equals: true } }] }) : 0,
    Promise.all(calendarOf(now).map(async (span) => ({ ...span, count: await count(payload, span.where) }))),
    readMailCounts(payload),
    readReleased(payload),
    heldLessons(await libraryOf(payload).current(), now),
  ]);
  const back = found.find(({ key }) => key === 'back')?.docs ?? [];
  const words = await readRequests(payload, back);
  const shown = new Set<string>();
  const filled = found.map(({ docs, ...block }): FilledBlock => {
    // A row stands where it is met first: only what is due is everywhere.
    const fresh = block.key === 'due' ? docs.filter(({ uid }) => !shown.has(uid)) : docs;
    for (const { uid } of docs) shown.add(uid);
    return { ...block, rows: fresh.map((row) => toWorkRow(block.key, row, looking, words.get(row.uid) ?? null)) };
  });
  return {
    ...{ now, blocks: filled, safety, calendar, mail, released, heldLessons: held },
    standsInFor: absent.map(({ name, absence }) => ({ name, until: absence?.until ?? '' })),
  };
}

function lookingOf(account: string, role: TypedUser['role'], colleagues: readonly KnownColleague[]) {
  const self = colleagues.find((one) => one.account === account);
  const person = personOf(account, self?.clinician ?? null);
  return { actor: account, person, role, canApprove: self?.canApprove ?? false };
}

async function readBlock(payload: Payload, user: TypedUser, block: Block) {
  const { docs, totalDocs } = await payload.find({
    collection: 'entry-status',
    where: block.where,
    sort: block.sort,
    limit: MOST_ROWS,
    depth: 0,
    user,
    overrideAccess: false,
  });
  return { ...block, docs, total: totalDocs };
}

const count = async (payload: Payload, where: Where): Promise<number> =>
  (await payload.db.count({ collection: 'entry-status', where })).totalDocs;

/** What was asked for last, of entries that were sent back. */
async function readRequests(payload: Payload, rows: readonly EntryStatus[]): Promise<Map<string, Review>> {
  if (rows.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'reviews',
    where: { and: [{ entry: { in: rows.map(({ uid }) => uid) } }, { event: { equals: 'changes-requested' } }] },
    sort: 'at',
    pagination: false,
    limit: 200,
    depth: 0,
    overrideAccess: true,
  });
  return new Map(docs.map((event) => [event.entry, event]));
}

/** The last rows of the log as they were signed, newest first. */
async function readReleased(payload: Payload): Promise<Released[]> {
  const log = createReleaseLog(payload);
  const head = await log.head();
  return (await log.signed(Math.max(0, head - LATEST), LATEST)).map(({ row }) => row).reverse();
}
