/** Writes to the database as somebody does who has its file or its shell: past Payload, and past every check. */
import type { Payload } from 'payload';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';

interface RawCollection {
  updateMany: (where: object, change: object) => Promise<unknown>;
  deleteMany: (where: object) => Promise<unknown>;
}
/** A mongoose model, and the mongoose that made it. */
interface Model {
  collection: RawCollection;
  base: { Types: { ObjectId: new (id: string) => object } };
}
type Models = Record<string, Model>;
interface Mongo {
  collections: Models;
  versions: Models;
}
interface Sqlite {
  client: { execute: (query: { sql: string; args: unknown[] }) => Promise<unknown> };
}

const isSqlite = (db: object): db is Sqlite => 'client' in db;
const onMongo = (payload: Payload) => payload.db as unknown as Mongo;
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');

export interface Written {
  collection: string;
  /** the column by which rows are found, and its value */
  where: [string, unknown];
}

const objectId = ({ base }: Model, id: unknown) => new base.Types.ObjectId(String(id));
const ofMongo = (model: Model, { where: [name, is] }: Written) =>
  name === 'id' ? { _id: objectId(model, is) } : { [name]: is };

function modelOf(models: Models, collection: string): Model {
  const model = models[collection];
  if (!model) throw new Error(`there is no collection ${collection}`);
  return model;
}

/** Sets columns of the rows found. JSON goes in as text on SQLite; MongoDB keeps the value. */
export async function writePast(payload: Payload, rows: Written, data: Record<string, unknown>): Promise<void> {
  const { db } = payload;
  if (!isSqlite(db)) {
    const model = modelOf(onMongo(payload).collections, rows.collection);
    await model.collection.updateMany(ofMongo(model, rows), { $set: data });
    return;
  }
  const sets = Object.keys(data).map((name) => `"${snake(name)}" = ?`);
  const sql = `UPDATE "${snake(rows.collection)}" SET ${sets.join(', ')} WHERE "${snake(rows.where[0])}" = ?`;
  await db.client.execute({ sql, args: [...Object.values(data), rows.where[1]] });
}

/** The same in every version of an entry: its draft is the newest of them. */
export async function writeVersionsPast(
  payload: Payload,
  collection: string,
  id: DocumentId,
  data: Record<string, unknown>,
): Promise<void> {
  const { db } = payload;
  if (!isSqlite(db)) {
    const set = Object.fromEntries(Object.entries(data).map(([name, value]) => [`version.${name}`, value]));
    const model = modelOf(onMongo(payload).versions, collection);
    await model.collection.updateMany({ parent: { $in: [id, objectId(model, id)] } }, { $set: set });
    return;
  }
  const sets = Object.keys(data).map((name) => `"version_${snake(name)}" = ?`);
  const sql = `UPDATE "_${snake(collection)}_v" SET ${sets.join(', ')} WHERE parent_id = ?`;
  await db.client.execute({ sql, args: [...Object.values(data), id] });
}

/** Writes over the rich text and the kind of every section of a cause's draft. */
export async function writeSectionsPast(
  payload: Payload,
  id: DocumentId,
  section: { kind: string; body: unknown },
): Promise<void> {
  const { db } = payload;
  if (!isSqlite(db)) return writeVersionsPast(payload, 'causes', id, { sections: [section] });
  const { kind, body } = section;
  await db.client.execute({
    sql: `UPDATE "_causes_v_version_sections" SET kind = ?, body = ? WHERE _parent_id IN (SELECT id FROM _causes_v WHERE parent_id = ?)`,
    args: [kind, typeof body === 'string' ? body : JSON.stringify(body), id],
  });
}

/** Removes rows, and leaves what refers to them. */
export async function removePast(payload: Payload, rows: Written): Promise<void> {
  const { db } = payload;
  if (!isSqlite(db)) {
    const model = modelOf(onMongo(payload).collections, rows.collection);
    await model.collection.deleteMany(ofMongo(model, rows));
    return;
  }
  const run = (sql: string, args: unknown[] = []) => db.client.execute({ sql, args });
  await run('PRAGMA foreign_keys = OFF');
  await run(`DELETE FROM "${snake(rows.collection)}" WHERE "${snake(rows.where[0])}" = ?`, [rows.where[1]]);
  await run('PRAGMA foreign_keys = ON');
}
