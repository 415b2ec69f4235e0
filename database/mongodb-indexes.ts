import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { listSorts } from './list-indexes.ts';

/**
 * Makes every collection that the configuration declares, with its indexes: one command for each collection, all at
 * once. Mongoose asks once for each index, and at every start again, which takes seconds. Throws what MongoDB says of an
 * index that cannot be made (duplicates under a unique one): without it nothing keeps two writers apart.
 */
export async function createIndexes(adapter: MongooseAdapter): Promise<void> {
  addListIndexes(adapter);
  const { connection } = adapter;
  await Promise.all(
    Object.values(connection.models).map(async ({ collection, schema }) => {
      const indexes = schema.indexes();
      const specs = indexes.map(([key, options]) => ({ ...options, key })) as Parameters<
        typeof collection.createIndexes
      >[0];
      if (specs.length > 0) await collection.createIndexes(specs);
    }),
  );
}

/**
 * Those by which lists are sorted; Payload makes none for the latest drafts. MongoDB sorts by an index only where all
 * of the order is in it: newest first among what is equal, as the adapter asks. Of a column that is sorted downwards
 * it sorts in memory, but for times.
 */
function addListIndexes({ payload, collections, versions }: MongooseAdapter): void {
  for (const collection of payload.config.collections) {
    const schema = collections[collection.slug]?.schema;
    const drafts = versions[collection.slug]?.schema;
    for (const { field, ofDrafts } of listSorts(collection)) {
      if (schema && !begins(schema, field)) addIndex(schema, [], field);
      if (drafts && ofDrafts) addIndex(drafts, ['latest'], `version.${field}`);
    }
  }
}

interface Schema {
  path: (name: string) => unknown;
  indexes: () => [Record<string, unknown>, unknown][];
  index: (fields: Record<string, 1 | -1>) => unknown;
}

function addIndex(schema: Schema, before: string[], field: string): void {
  if (!schema.path(field)) return;
  const first = Object.fromEntries(before.map((name) => [name, 1 as const]));
  schema.index({
    ...first,
    [field]: field.endsWith('At') ? -1 : 1,
    ...(schema.path('createdAt') ? { createdAt: -1 } : {}),
  });
}

const begins = (schema: Schema, field: string): boolean =>
  schema.indexes().some(([key]) => Object.keys(key)[0] === field);
