import type { Payload, Where } from 'payload';

export type EmailCollection = 'subscribers' | 'enrolments' | 'deliveries' | 'delivery-contents' | 'suppressions';
export type Stored = Record<string, unknown>;

export interface Documents {
  /** At most `limit` documents, in the order of `sort`. */
  find(
    collection: EmailCollection,
    where: Where,
    options: { limit: number; sort?: string; without?: string[] },
  ): Promise<Stored[]>;
  findOne(collection: EmailCollection, where: Where): Promise<Stored | null>;
  /** False, and nothing written, when a document with this unique value is there already. */
  insertOnce(collection: EmailCollection, unique: string, data: Stored): Promise<boolean>;
  /**
   * Compare and set in one statement: changes the document that still fits `where` and answers it as it is now,
   * or null when another worker was faster. `where` must fit one document at most: SQLite changes all that fit.
   */
  change(collection: EmailCollection, where: Where, data: Stored): Promise<Stored | null>;
  remove(collection: EmailCollection, where: Where): Promise<void>;
}

/**
 * The channel's rows through the database adapter, without Payload's operations: those are closed for
 * everyone (collections/shared/written-by-channel.ts).
 */
export function createDocuments({ db }: Payload): Documents {
  const find: Documents['find'] = async (collection, where, { limit, sort, without }) => {
    const { docs } = await db.find<Stored & { id: string }>({
      collection,
      where,
      limit,
      pagination: false,
      ...(sort ? { sort } : {}),
      ...(without ? { select: Object.fromEntries(without.map((field) => [field, false as const])) } : {}),
    });
    return docs;
  };
  const findOne: Documents['findOne'] = async (collection, where) =>
    (await find(collection, where, { limit: 1 }))[0] ?? null;

  return {
    find,
    findOne,
    async insertOnce(collection, unique, data) {
      const same: Where = { [unique]: { equals: data[unique] } };
      if (await findOne(collection, same)) return false;
      try {
        await db.create({ collection, data: { ...data }, returning: false });
        return true;
      } catch (error) {
        // The adapters word a broken unique index differently; that the row is there says it for both.
        if (await findOne(collection, same)) return false;
        throw error;
      }
    },
    async change(collection, where, data) {
      const changed: unknown = await db.updateOne({ collection, where, data: { ...data }, options: { atomic: true } });
      return isStored(changed) ? changed : null;
    },
    async remove(collection, where) {
      await db.deleteMany({ collection, where });
    },
  };
}

const isStored = (value: unknown): value is Stored => typeof value === 'object' && value !== null;
