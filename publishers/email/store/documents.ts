import type { Payload, Where } from 'payload';
import { manyRowsOf, type ManyRows, type RowChange, type RowQuestion } from '../../../model/many-rows.ts';

type EmailCollection = 'subscribers' | 'enrolments' | 'deliveries' | 'delivery-contents' | 'suppressions' | 'notices';
export type Stored = Record<string, unknown>;

export interface Documents {
  /** At most `limit` documents, in the order of `sort`. */
  find(
    collection: EmailCollection,
    where: Where,
    options: { limit: number; sort?: string | string[]; without?: string[]; only?: string[] },
  ): Promise<Stored[]>;
  findOne(collection: EmailCollection, where: Where): Promise<Stored | null>;
  /** Cheaper than `find`, for what each mail asks. */
  findRows(question: RowQuestion & { collection: EmailCollection }): Promise<Stored[]>;
  /** False, and nothing written, when a document with this unique value is there already. */
  insertOnce(collection: EmailCollection, unique: string, data: Stored): Promise<boolean>;
  /** The same of many; answers the unique values of those that were not there. */
  insertMissing(collection: EmailCollection, unique: string, rows: Stored[]): Promise<Set<string>>;
  /**
   * Compares and sets many in one go, after `first` is in the database. Answers the uids of those that still were as
   * expected. Of `first` nothing stays that was written for a document which there is not any more.
   */
  changeEach(collection: EmailCollection, changes: RowChange[], first?: NewRows): Promise<Set<string>>;
  /**
   * Compare and set in one statement: changes the document that still fits `where` and answers it as it is now,
   * or null when another worker was faster. `where` must fit one document at most: SQLite changes all that fit.
   */
  change(collection: EmailCollection, where: Where, data: Stored): Promise<Stored | null>;
  remove(collection: EmailCollection, where: Where): Promise<void>;
}

/** Rows that are written where none with the same unique value is. */
interface NewRows {
  collection: EmailCollection;
  unique: string;
  rows: Stored[];
  /** the field with the uid of the changed document that a row is written for */
  owner: string;
}

/**
 * The channel's rows through the database adapter, without Payload's operations: those are closed for
 * everyone (collections/shared/written-by-channel.ts).
 */
export function createDocuments({ db }: Payload): Documents {
  const many: ManyRows = manyRowsOf(db);
  const find: Documents['find'] = async (collection, where, { limit, sort, without, only }) => {
    const { docs } = await db.find<Stored & { id: string }>({
      collection,
      where,
      limit,
      pagination: false,
      ...(sort ? { sort } : {}),
      ...(only ? { select: Object.fromEntries(only.map((field) => [field, true as const])) } : {}),
      ...(without ? { select: Object.fromEntries(without.map((field) => [field, false as const])) } : {}),
    });
    return docs;
  };
  const findOne: Documents['findOne'] = async (collection, where) =>
    (await find(collection, where, { limit: 1 }))[0] ?? null;

  return {
    find,
    findOne,
    findRows: (question) => many.findRows(question),
    async insertOnce(collection, unique, data) {
      const { created } = await many.createAndUpdate({ collection, create: { collection, unique, rows: [data] } });
      return created.size > 0;
    },
    async insertMissing(collection, unique, rows) {
      const { created } = await many.createAndUpdate({ collection, create: { collection, unique, rows } });
      return created;
    },
    async changeEach(collection, changes, first) {
      const { changed } = await many.createAndUpdate({ collection, changes, ...(first ? { create: first } : {}) });
      return changed;
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
