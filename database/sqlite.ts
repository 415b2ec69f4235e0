import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseAdapterObj, Migration } from 'payload';
import { migrations } from '../migrations/index.ts';
import { readBrokenDatesAsNone } from './date-columns.ts';
import { createDiskReserve } from './disk-reserve.ts';
import { createDiskRoom } from './disk-room.ts';
import { readBrokenJsonAsText } from './json-columns.ts';
import { openSqlite } from './open-sqlite.ts';
import { addListIndexes } from './sqlite-indexes.ts';

/** Payload's adapter for SQLite, over a client that queues what it writes (ADR 0006). Runs the migrations as it connects. */
export function sqlite(url: string, { reserveBytes }: { reserveBytes: number }): DatabaseAdapterObj {
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
      adapter.beforeSchemaInit.push(({ schema }) => {
        addListIndexes(adapter.rawTables, adapter.payload.config.collections);
        return schema;
      });
      const diskRoom = createDiskRoom(createDiskReserve(path.dirname(file), reserveBytes));
      const client = openSqlite(file, diskRoom);
      const connect = adapter.connect?.bind(adapter);
      const commit = adapter.commitTransaction.bind(adapter);
      return Object.assign(adapter, {
        client,
        diskRoom,
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
