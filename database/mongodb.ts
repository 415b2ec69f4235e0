import { mongooseAdapter } from '@payloadcms/db-mongodb';
import type { DatabaseAdapterObj } from 'payload';
import { refuseHalfRestored } from './copy/restore-mark.ts';
import { withExactCounts } from './exact-counts.ts';
import { createIndexes } from './mongodb-indexes.ts';

/** Payload's adapter for MongoDB, a replica set. */
export function mongodb(url: string): DatabaseAdapterObj {
  const adapter = mongooseAdapter({
    url,
    async afterOpenConnection(adapter) {
      if (adapter.connection.db) await refuseHalfRestored(adapter.connection.db);
      await createIndexes(adapter);
    },
    // Correlated lookups are the one thing MongoDB-compatible engines answer differently.
    useJoinAggregations: false,
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    connectOptions: { ...deadlines(url), autoIndex: false, autoCreate: false },
  });
  return withExactCounts(adapter);
}

/** A server that hangs keeps its connections open: no call waits for it for ever. */
const DEADLINES = { serverSelectionTimeoutMS: 5_000, socketTimeoutMS: 30_000 };

/** Those that the connection string does not set itself; the driver would heed ours alone. */
function deadlines(url: string): Partial<typeof DEADLINES> {
  const said = new Set([...new URLSearchParams(url.split('?')[1]).keys()].map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(DEADLINES).filter(([name]) => !said.has(name.toLowerCase())));
}
