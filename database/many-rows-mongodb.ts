import type { Payload } from 'payload';
import type { ManyRows, ManyRowsArgs, Row, RowChange, RowQuestion } from '../model/many-rows.ts';
import { isDuplicate } from './is-duplicate.ts';

interface Cursor {
  sort: (by: Record<string, 1>) => Cursor;
  /** 0 is none */
  limit: (count: number) => Cursor;
  toArray: () => Promise<Row[]>;
}

interface MongoCollection {
  insertMany: (rows: Row[], options: { ordered: boolean }) => Promise<unknown>;
  bulkWrite: (operations: object[], options: { ordered: boolean }) => Promise<{ matchedCount: number }>;
  find: (where: object, options?: { projection: object }) => Cursor;
  deleteMany: (where: object) => Promise<unknown>;
}

interface MongoAdapter {
  payload: Payload;
  collections: Record<string, { collection: MongoCollection }>;
}

export const isMongo = (adapter: object): adapter is MongoAdapter =>
  'collections' in adapter && 'connection' in adapter;

/**
 * One command for what is created and one for what is changed; one more when not all of it could be changed, and one
 * when some of it is gone that rows were created for.
 */
export async function writeToMongo(
  adapter: MongoAdapter,
  { collection, create, changes = [] }: ManyRowsArgs,
): ReturnType<ManyRows['createAndUpdate']> {
  const created = create && create.rows.length > 0 ? await insert(adapter, create) : new Set<string>();
  return { created, changed: changes.length > 0 ? await change(adapter, collection, changes, create) : new Set() };
}

export const readFromMongo = (
  adapter: MongoAdapter,
  { collection, where, until, sort = [], limit = 0, without = [] }: RowQuestion,
): Promise<Row[]> =>
  collectionOf(adapter, collection)
    .find(
      { ...filterOf(where), ...(until ? { [until.field]: { $lte: until.time } } : {}) },
      { projection: Object.fromEntries(without.map((field) => [field, 0])) },
    )
    .sort(Object.fromEntries(sort.map((field) => [field, 1])))
    .limit(limit)
    .toArray();

async function insert(
  adapter: MongoAdapter,
  { collection, unique, rows }: Required<ManyRowsArgs>['create'],
): Promise<Set<string>> {
  const now = new Date();
  const asStored = storedBy(adapter, collection);
  const hasTimes = adapter.payload.collections[collection as keyof Payload['collections']].config.timestamps;
  const times = hasTimes ? { createdAt: now, updatedAt: now } : {};
  const documents = rows.map((row) => asStored({ ...times, ...row }));
  const keys = rows.map((row) => String(row[unique]));
  try {
    await collectionOf(adapter, collection).insertMany(documents, { ordered: false });
    return new Set(keys);
  } catch (error) {
    const failures = failuresIn(error);
    if (failures.length === 0 || !failures.every(({ code }) => code === 11000)) throw error;
    const there = new Set(failures.map(({ index }) => index));
    return new Set(keys.filter((_, index) => !there.has(index)));
  }
}

/** What the driver says of rows that could not be written. */
function failuresIn(error: unknown): { index: number; code: number }[] {
  if (!isDuplicate(error) || !(error instanceof Error) || !('writeErrors' in error)) return [];
  const { writeErrors } = error;
  const failures: unknown[] = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return failures.filter(
    (one): one is { index: number; code: number } =>
      typeof one === 'object' && one !== null && 'index' in one && 'code' in one,
  );
}

async function change(
  adapter: MongoAdapter,
  collection: string,
  changes: RowChange[],
  create: ManyRowsArgs['create'],
): Promise<Set<string>> {
  const now = new Date();
  const asStored = storedBy(adapter, collection);
  const operations = changes.map(({ uid, expect, set }) => ({
    updateOne: {
      filter: filterOf({ uid, ...asStored(expect) }),
      update: { $set: asStored({ updatedAt: now, ...set }) },
    },
  }));
  const rows = collectionOf(adapter, collection);
  const { matchedCount } = await rows.bulkWrite(operations, { ordered: false });
  if (matchedCount === changes.length) return new Set(changes.map(({ uid }) => uid));
  // Which of them were: those that are now as they were to become, by the hand that expected them. None fits any more
  // when the same was written before and the answer was lost.
  const documents = await rows.find({ uid: { $in: changes.map(({ uid }) => uid) } }).toArray();
  const found = new Map(documents.map((document) => [document.uid, document]));
  const gone = changes.map(({ uid }) => uid).filter((uid) => !found.has(uid));
  if (create?.owner !== undefined && gone.length > 0)
    await collectionOf(adapter, create.collection).deleteMany({ [create.owner]: { $in: gone } });
  const isAs = (document: Row | undefined, { expect, set }: RowChange) =>
    document !== undefined &&
    Object.entries(asStored({ ...expect, ...set })).every(([field, value]) => fits(document[field], value));
  return new Set(changes.filter((one) => isAs(found.get(one.uid), one)).map(({ uid }) => uid));
}

const filterOf = (expect: Row): Row =>
  Object.fromEntries(
    Object.entries(expect).map(([field, value]) => [field, Array.isArray(value) ? { $in: value } : value]),
  );

const fits = (found: unknown, value: unknown): boolean =>
  JSON.stringify(found ?? null) === JSON.stringify(value ?? null) ||
  (Array.isArray(value) && value.some((one) => JSON.stringify(one) === JSON.stringify(found)));

function collectionOf({ collections }: MongoAdapter, name: string): MongoCollection {
  const model = collections[name];
  if (!model) throw new TypeError(`there is no collection ${name}`);
  return model.collection;
}

/** As Payload stores it: times as such. */
function storedBy({ payload }: MongoAdapter, collection: string): (row: Row) => Row {
  const { config } = payload.collections[collection as keyof Payload['collections']];
  const times = new Set(config.flattenedFields.filter(({ type }) => type === 'date').map(({ name }) => name));
  for (const name of ['createdAt', 'updatedAt']) times.add(name);
  const one = (field: string, value: unknown): unknown =>
    times.has(field) && typeof value === 'string' ? new Date(value) : value;
  return (row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, one(field, value)]));
}
