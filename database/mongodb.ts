import { mongooseAdapter } from '@payloadcms/db-mongodb';
import type { DatabaseAdapterObj } from 'payload';
import { createIndexes } from './mongodb-indexes.ts';

/** Payload's adapter for MongoDB, a replica set. */
export function mongodb(url: string): DatabaseAdapterObj {
  return mongooseAdapter({
    url,
    afterOpenConnection: createIndexes,
    // Correlated lookups are the one thing MongoDB-compatible engines answer differently.
    useJoinAggregations: false,
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    // A server that hangs keeps its connections open: no call waits for it for ever.
    connectOptions: { serverSelectionTimeoutMS: 5_000, socketTimeoutMS: 30_000, autoIndex: false, autoCreate: false },
  });
}
