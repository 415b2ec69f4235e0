import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload';
import type { Lookup, Row, RowsTogether } from '../model/many-rows.ts';
import { RowInTheWay } from '../model/many-rows.ts';
import { isDuplicate } from './is-duplicate.ts';
import { collectionOf, storedBy, type MongoAdapter } from './many-rows-mongodb.ts';

type Request = Pick<PayloadRequest, 'transactionID'>;

/** A command for the rows that are created in a collection, and one for those that are changed. */
export async function writeTogetherToMongo(
  adapter: MongoAdapter,
  req: Request,
  parts: readonly RowsTogether[],
): Promise<void> {
  const session = await sessionOf(adapter.payload, req);
  const now = new Date();
  for (const { collection, create = [], change = [] } of parts) {
    const { timestamps } = adapter.payload.collections[collection as CollectionSlug].config;
    const asStored = storedBy(adapter, collection);
    const rows = collectionOf(adapter, collection);
    const created = timestamps ? { createdAt: now, updatedAt: now } : {};
    const updated = timestamps ? { updatedAt: now } : {};
    // One after the other: a transaction of MongoDB is one conversation.
    if (create.length > 0) {
      const documents = create.map((row) => asStored({ ...created, ...row }));
      await rows.insertMany(documents, { ordered: true, session }).catch((cause: unknown) => {
        throw isDuplicate(cause) ? new RowInTheWay(collection, { cause }) : cause;
      });
    }
    if (change.length === 0) continue;
    const operations = change.map(({ expect, set }) => ({
      updateOne: { filter: asStored(expect), update: { $set: asStored({ ...updated, ...set }) } },
    }));
    const { matchedCount } = await rows.bulkWrite(operations, { ordered: true, session });
    if (matchedCount !== change.length) throw new RowInTheWay(collection);
  }
}

async function sessionOf({ db }: Payload, { transactionID }: Request): Promise<object> {
  const id = await transactionID;
  const session: unknown = id === undefined ? undefined : db.sessions[id];
  if (typeof session !== 'object' || session === null) throw new Error('there is no transaction to write in');
  return session;
}

/** Through Payload, which knows how it keeps ids; nobody waits for who reads here. */
export async function lookUpInMongo({ payload: { db } }: MongoAdapter, req: Request, lookup: Lookup): Promise<Row[]> {
  const { by, values, fields, ofVersions = false } = lookup;
  const where: Where = { [by]: { in: [...values] } };
  const select = Object.fromEntries(
    fields.filter((field) => field !== 'id').map((field) => [field.split('.')[0] ?? field, true] as const),
  );
  const asked = { collection: lookup.collection as CollectionSlug, limit: 0, pagination: false, req, select };
  const newest: Where = { and: [where, { latest: { equals: true } }] };
  const { docs } = ofVersions
    ? await db.findVersions<Row>({ ...asked, where: newest })
    : await db.find<Row & { id: string }>({ ...asked, where });
  return docs.map((doc) => Object.fromEntries(fields.map((field) => [field, at(doc, field)])));
}

const at = (doc: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, name) => memberOf(inside, name), doc);

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
