import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseAdapterObj, Migration } from 'payload';
import { migrations } from '../migrations/index.ts';
import { readBrokenDatesAsNone } from './date-columns.ts';
import { readBrokenJsonAsText } from './json-columns.ts';
import { withLaterVersions } from './later-versions.ts';
import { createIndexes } from './mongodb-indexes.ts';
import { createSerialSqliteClient } from './sqlite-client.ts';

/**
 * The adapter that `DATABASE_URL` names: `file:` is SQLite, `mongodb:` MongoDB. The only place, with
 * `migrations/`, that knows which database runs.
 */
export function databaseAdapter(url: string): DatabaseAdapterObj {
  return withLaterVersions(url.startsWith('file:') ? sqlite(url) : mongodb(url));
}

function mongodb(url: string): DatabaseAdapterObj {
  return mongooseAdapter({
    url,
    afterOpenConnection: createIndexes,
    // Correlated lookups are the one thing MongoDB-compatible engines answer differently.
    useJoinAggregations: false,
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    connectOptions: { serverSelectionTimeoutMS: 5_000, autoIndex: false, autoCreate: false },
  });
}

function sqlite(url: string): DatabaseAdapterObj {
  const file = path.resolve(url.replace(/^file:/, ''));
  const stock = sqliteAdapter({
    client: { url: `file:${file}` },
    push: false,
    migrationDir: path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../migrations'),
    transactionOptions: {},
  });
  return {
    ...stock,
    init(args) {
      mkdirSync(path.dirname(file), { recursive: true });
      const adapter = stock.init(args);
      const client = createSerialSqliteClient(`file:${file}`);
      const connect = adapter.connect?.bind(adapter);
      const commit = adapter.commitTransaction.bind(adapter);
      return Object.assign(adapter, {
        client,
        // Committed migrations run at every start, in development and production alike.
        async connect(options: Parameters<NonNullable<typeof connect>>[0]) {
          readBrokenJsonAsText(adapter.tables);
          readBrokenDatesAsNone(adapter.rawTables, adapter.tables);
          await connect?.(options);
          await adapter.migrate({ migrations: migrations as unknown as Migration[] });
        },
        async commitTransaction(id: Parameters<typeof commit>[0]) {
          await commit(id);
          const failure = client.takeCommitFailure();
          if (failure) throw failure;
        },
      });
    },
  };
}
