import type { Payload, Where } from 'payload';

type EmailCollection = 'subscribers' | 'enrolments' | 'deliveries' | 'delivery-contents' | 'suppressions' | 'notices';
export type Stored = Record<string, unknown>;

export interface Documents {
  /** At most `limit` documents, in the order of `sort`. */
  find(
    collection: EmailCollection,
    where: Where,
    options: { limit: number; sort?: string | string[]; without?: string[] },
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

/** Typed reading of stored values; both adapters answer dates as RFC 3339 text. */

export const text = (stored: Stored, name: string): string => {
  const value = stored[name];
  return typeof value === 'string' ? value : '';
};

export const textOrNull = (stored: Stored, name: string): string | null => text(stored, name) || null;

export const count = (stored: Stored, name: string): number => Number(stored[name] ?? 0);

export const date = (stored: Stored, name: string): Date | null => {
  const value = stored[name];
  if (value instanceof Date) return value;
  return typeof value === 'string' && value !== '' ? new Date(value) : null;
};

/** Values as they are stored: dates as RFC 3339 text, undefined left out. */
export const toStored = (data: Record<string, unknown>): Stored =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
