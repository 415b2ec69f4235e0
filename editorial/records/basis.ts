import type { PayloadRequest } from 'payload';
import { timeOf } from '../../database/later-versions.ts';
import { referencesOf } from '../../model/entries/references.ts';
import { MEDICINE_KINDS } from '../../model/entries/treatment.ts';
import { COLLECTION_OF, isShared, type EntryCollection, type SharedCollection } from '../../model/entries/types.ts';
import { manyRowsOf, type Row } from '../../model/many-rows.ts';
import { readHead } from '../../release-log/log-head.ts';
import { readRowsSince, type RowSince } from '../../release-log/read-standing.ts';
import type { SigningKey } from '../../release-log/signature.ts';
import { readPeople, storedId, type People } from './accounts.ts';
import type { Dossier } from './dossier.ts';
import { servicesOf } from './services.ts';
import type { DocumentId } from './stored-entry.ts';

/** What stood before any entry was read that is decided on from here on. */
export interface Look {
  /** log position */
  head: number;
  /** digest of which medicines the library has, and when they were saved */
  medicines: string;
}

/** A dossier that was read outside a transaction, and what was looked at before. */
export interface LookedAt {
  dossier: Dossier;
  look: Look;
}

/** Reads what `changedSince` compares with: before the dossiers that are read. */
export async function lookAround(req: PayloadRequest, signingKey: SigningKey): Promise<Look> {
  const { seq } = await readHead(req, signingKey);
  return { head: seq, medicines: await medicinesNow(req) };
}

async function medicinesNow(req: PayloadRequest): Promise<string> {
  const { docs } = await req.payload.db.find<Row & { id: DocumentId }>({
    ...{ collection: 'treatments', where: { kind: { in: [...MEDICINE_KINDS] } }, select: { updatedAt: true } },
    ...{ limit: 0, pagination: false, req },
  });
  return digestOf(docs);
}

const digestOf = (rows: readonly Row[]): string =>
  rows
    .map(({ id, updatedAt }) => `${String(id)} ${timeOf(updatedAt)}`)
    .sort()
    .join();

/**
 * Of entries whose dossiers were read outside this transaction: those that would be read otherwise now. One question
 * for each table, whatever the number of entries, in a transaction that has written to none of these tables. Their
 * histories are not asked: two lines for one place the database refuses.
 */
export async function changedSince(req: PayloadRequest, entries: readonly LookedAt[]): Promise<LookedAt[]> {
  const tests = [
    await byStatus(req, entries),
    await byDraft(req, entries),
    await byAddress(req, entries),
    await byCarried(req, entries),
    await byPeople(req, entries),
    await byLog(req, entries),
    await byMedicines(req, entries),
    byDay(req),
  ];
  return entries.filter((one) => tests.some((isOther) => isOther(one)));
}

type Test = (entry: LookedAt) => boolean;

const lookUp = (req: PayloadRequest, asked: Parameters<ReturnType<typeof manyRowsOf>['lookUp']>[1]) =>
  manyRowsOf(req.payload.db).lookUp(req, asked);

/** Verbs, saves and comments count the turns of an entry's row; an entry that is named is gone without one. */
async function byStatus(req: PayloadRequest, entries: readonly LookedAt[]): Promise<Test> {
  const values = [...new Set(entries.flatMap(({ dossier }) => [dossier.uid, ...namedIn(dossier)]))];
  const rows = await lookUp(req, { collection: 'entry-status', by: 'uid', values, fields: ['uid', 'turn'] });
  const turns = new Map(rows.map(({ uid, turn }) => [String(uid), turn]));
  return ({ dossier }) =>
    turns.get(dossier.uid) !== dossier.status.turn || namedIn(dossier).some((uid) => !turns.has(uid));
}

/** Those that had a row when the draft was read. */
const namedIn = ({ around }: Dossier): string[] =>
  [...around.named.values()].flatMap((entries) => [...entries.values()].map(({ uid }) => uid));

/** The newest saved state of each draft, by its time: a later one is always later (`database/later-versions.ts`). */
async function byDraft(req: PayloadRequest, entries: readonly LookedAt[]): Promise<Test> {
  const saved = new Map<string, number>();
  for (const [collection, ids] of byCollection(entries)) {
    const fields = ['parent', 'version.updatedAt'];
    const rows = await lookUp(req, { collection, ofVersions: true, by: 'parent', values: ids, fields });
    for (const row of rows) saved.set(`${collection}/${String(row.parent)}`, timeOf(row['version.updatedAt']));
  }
  return ({ dossier: { collection, id, stored } }) => saved.get(`${collection}/${id}`) !== timeOf(stored.updatedAt);
}

/** A web address that the entry does not have with its readers already, and that another entry has by now. */
async function byAddress(req: PayloadRequest, entries: readonly LookedAt[]): Promise<Test> {
  const isNew = ({ last, revision }: Dossier) => last?.slug !== revision.content.slug;
  const claims = entries.filter(({ dossier }) => isNew(dossier));
  const slugs = [...new Set(claims.map(({ dossier }) => dossier.revision.content.slug))];
  const taken = new Map<string, Set<string>>();
  const note = (type: string, { slug, uid }: Row) => {
    const address = `${type}/${String(slug)}`;
    taken.set(address, (taken.get(address) ?? new Set()).add(String(uid)));
  };
  const rows = await lookUp(req, {
    ...{ collection: 'entry-status', by: 'slug', values: slugs, fields: ['type', 'slug', 'uid'] },
  });
  for (const row of rows) note(String(row.type), row);
  for (const collection of byCollection(claims).keys()) {
    const mains = await lookUp(req, { collection, by: 'slug', values: slugs, fields: ['slug', 'uid'] });
    const type = Object.entries(COLLECTION_OF).find(([, one]) => one === collection)?.[0] ?? '';
    for (const row of mains) note(type, row);
  }
  return ({ dossier }) =>
    isNew(dossier) &&
    [...(taken.get(`${dossier.type}/${dossier.revision.content.slug}`) ?? [])].some((uid) => uid !== dossier.uid);
}

/** Sources, figures, places and words, by when they were saved. */
async function byCarried(req: PayloadRequest, entries: readonly LookedAt[]): Promise<Test> {
  const wanted = new Map<SharedCollection, Set<string>>();
  for (const { dossier } of entries)
    for (const { key } of dossier.carried) {
      const [collection = '', id = ''] = key.split('/');
      if (isShared(collection)) wanted.set(collection, (wanted.get(collection) ?? new Set()).add(id));
    }
  const saved = new Map<string, number>();
  for (const [collection, ids] of wanted) {
    const values = [...ids].flatMap((id) => storedId(req, id));
    const rows = await lookUp(req, { collection, by: 'id', values, fields: ['id', 'updatedAt'] });
    for (const { id, updatedAt } of rows) saved.set(`${collection}/${String(id)}`, timeOf(updatedAt));
  }
  return ({ dossier }) => dossier.carried.some(({ key, savedAt }) => saved.get(key) !== timeOf(savedAt));
}

/** Whoever approved, is asked or acts: their roles, profiles and standing. */
async function byPeople(req: PayloadRequest, entries: readonly LookedAt[]): Promise<Test> {
  const accounts = new Set(entries.flatMap(({ dossier }) => [...dossier.people.accounts.keys()]));
  const clinicians = new Set(entries.flatMap(({ dossier }) => cliniciansOf(dossier)));
  const now = await readPeople(req, { accounts: [...accounts], clinicians: [...clinicians] });
  const told = new Map<object, string>();
  const text = (account: object | undefined) => {
    if (!account) return '';
    const known = told.get(account) ?? JSON.stringify(account);
    told.set(account, known);
    return known;
  };
  const stands = ({ inGoodStanding }: People, uid: string) => inGoodStanding.has(uid);
  return ({ dossier }) =>
    [...dossier.people.accounts].some(([id, account]) => text(account) !== text(now.accounts.get(id))) ||
    cliniciansOf(dossier).some((uid) => stands(dossier.people, uid) !== stands(now, uid));
}

const cliniciansOf = ({ last }: Dossier): string[] =>
  last?.kind === 'released' ? last.approvals.map(({ clinician }) => clinician.uid) : [];

/**
 * What entered the log since: rows of the entry, of those that it names, and of courses, which tell whether readers
 * have a text by mail.
 */
async function byLog(req: PayloadRequest, entries: readonly LookedAt[]): Promise<Test> {
  const since = Math.min(...entries.map(({ look }) => look.head));
  const rows = await readRowsSince(req, since);
  if (rows.length === 0) return () => false;
  return ({ dossier, look }) => {
    const about = new Set([dossier.uid, ...referencesOf(dossier.revision.content).map(({ uid }) => uid)]);
    const matters = ({ seq, uid, type }: RowSince) => seq > look.head && (type === 'course' || about.has(uid));
    return rows.some(matters);
  };
}

/** Names of medicines make a change of words one that can hurt. */
async function byMedicines(req: PayloadRequest, entries: readonly LookedAt[]): Promise<Test> {
  const fields = ['id', 'updatedAt'];
  const asked = { collection: 'treatments', by: 'kind', values: [...MEDICINE_KINDS], fields };
  const now = entries.length === 0 ? '' : digestOf(await lookUp(req, asked));
  return ({ look }) => look.medicines !== now;
}

/** Rules know no shorter time: a review may have fallen due at midnight. */
function byDay({ payload }: PayloadRequest): Test {
  const day = (time: Date) => time.toISOString().slice(0, 10);
  const today = day(servicesOf(payload).now());
  return ({ dossier }) => day(dossier.now) !== today;
}

function byCollection(entries: readonly LookedAt[]): Map<EntryCollection, DocumentId[]> {
  const ids = new Map<EntryCollection, DocumentId[]>();
  for (const { dossier } of entries)
    ids.set(dossier.collection, (ids.get(dossier.collection) ?? []).concat(dossier.id));
  return ids;
}
