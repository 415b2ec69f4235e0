import { BSON, MongoClient, type Db, type Document } from 'mongodb';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { CopyRead, DatabaseCopier } from './copier.ts';
import { MARK, restoresItself } from './restore-mark.ts';
import { holdsMore } from './tables.ts';

const { EJSON } = BSON;
const FOLDER = 'database';
const ENDING = '.ndjson';
/** Collections that a restore sets up, and those whose place they take. */
const COMING = 'restoring.';
const LEAVING = 'replaced.';
const BATCH = 500;
/** A worker that ends takes its heartbeat away; one that was killed is not waited for longer. */
const ALIVE_MS = 60_000;

/** MongoDB: every collection in lines of canonical EJSON, read in one snapshot transaction (ADR 0034). */
export async function mongodbCopier(url: string): Promise<DatabaseCopier> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000 });
  const db = client.db();
  return {
    kind: 'MongoDB',
    async copyInto(folder) {
      const names = await collectionsOf(db);
      if (names.length === 0) throw new Error(`there is no database ${db.databaseName}`);
      await mkdir(path.join(folder, FOLDER), { mode: 0o700 });
      const session = client.startSession();
      try {
        session.startTransaction({ readConcern: { level: 'snapshot' } });
        const files: string[] = [];
        for (const name of names) {
          // As they are stored: a whole number in a double stays one.
          const documents = db.collection(name).find({}, { session, promoteValues: false, promoteLongs: false });
          files.push(await writeLines(folder, name, documents));
        }
        return files;
      } finally {
        // Ends the transaction too: it has read, and nothing more.
        await session.endSession();
      }
    },
    read: readCopy,
    isInUse: async () => holdsMore(await countsOf(db)),
    // Web processes cannot be asked for (docs/runbook.md); workers say every ten seconds that they live.
    async whyNot() {
      const beatAt = { $gt: new Date(Date.now() - ALIVE_MS) };
      const alive = await db.collection('worker-heartbeats').findOne({ beatAt });
      return alive && `A worker on ${String(alive.host)} was heard of within the last minute. Stop it first.`;
    },
    async setUp(folder) {
      await takeBack(db);
      restoresItself(true);
      const coming: string[] = [];
      for (const file of await readdir(path.join(folder, FOLDER))) coming.push(await readIn(db, folder, file));
      const leaving = await collectionsOf(db);
      await db.collection<Moving>(MARK).insertOne({ coming, leaving });
      for (const name of leaving) await db.collection(name).rename(LEAVING + name);
      for (const name of coming) await db.collection(COMING + name).rename(name);
      return url;
    },
    async keep() {
      for (const name of await namesOf(db)) if (name.startsWith(LEAVING)) await db.collection(name).drop();
      await db.collection(MARK).drop();
      restoresItself(false);
    },
    async takeBack() {
      await takeBack(db);
      restoresItself(false);
    },
    close: () => client.close(),
  };
}

interface Moving {
  coming: string[];
  leaving: string[];
}

/** All as it was before, however far it had come; also after a process that ended in the middle of it. */
async function takeBack(db: Db): Promise<void> {
  const moving = await db.collection<Moving>(MARK).findOne();
  const names = await namesOf(db);
  for (const name of names) if (name.startsWith(COMING)) await db.collection(name).drop();
  if (!moving) return;
  const before = moving.leaving.filter((name) => names.includes(LEAVING + name));
  for (const name of before) await db.collection(LEAVING + name).rename(name, { dropTarget: true });
  const added = (await collectionsOf(db)).filter((name) => !moving.leaving.includes(name));
  for (const name of added) await db.collection(name).drop();
  await db.collection(MARK).drop();
}

const namesOf = async (db: Db): Promise<string[]> =>
  (await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray()).map(({ name }) => name);

const collectionsOf = async (db: Db): Promise<string[]> =>
  (await namesOf(db)).filter(
    (name) => name !== MARK && ![COMING, LEAVING, 'system.'].some((prefix) => name.startsWith(prefix)),
  );

async function countsOf(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await collectionsOf(db)) counts[name] = await db.collection(name).countDocuments();
  return counts;
}

async function writeLines(folder: string, name: string, documents: AsyncIterable<Document>): Promise<string> {
  const file = path.join(FOLDER, encodeURIComponent(name) + ENDING);
  const handle = await open(path.join(folder, file), 'wx', 0o600);
  try {
    let lines: string[] = [];
    const flush = async () => {
      await handle.appendFile(lines.join(''));
      lines = [];
    };
    for await (const document of documents) {
      lines.push(`${EJSON.stringify(document, { relaxed: false })}\n`);
      if (lines.length >= BATCH) await flush();
    }
    await flush();
  } finally {
    await handle.close();
  }
  return file;
}

const linesOf = (folder: string, file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(path.join(folder, FOLDER, file)), crlfDelay: Infinity });

const nameOf = (file: string): string => decodeURIComponent(file.slice(0, -ENDING.length));

/** Reads one file into a collection beside the one whose place it takes, and answers that one's name. */
async function readIn(db: Db, folder: string, file: string): Promise<string> {
  const name = nameOf(file);
  const collection = await db.createCollection(COMING + name);
  let batch: Document[] = [];
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch);
    batch = [];
  };
  for await (const line of linesOf(folder, file)) {
    batch.push(EJSON.parse(line, { relaxed: false }) as Document);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return name;
}

async function readCopy(folder: string): Promise<CopyRead> {
  const read: CopyRead = { counts: {}, last: null, keys: [] };
  for (const file of await readdir(path.join(folder, FOLDER))) {
    const name = nameOf(file);
    let count = 0;
    for await (const line of linesOf(folder, file)) {
      count += 1;
      if (name !== 'releases' && name !== 'signing-keys') continue;
      const { seq, signature, kid, jwk, voucher } = EJSON.parse(line) as Document;
      if (name === 'signing-keys') read.keys.push({ kid, jwk, voucher });
      else if (Number(seq) > (read.last?.seq ?? 0)) read.last = { seq: Number(seq), signature: String(signature) };
    }
    read.counts[name] = count;
  }
  return read;
}
