import type { MongooseAdapter } from '@payloadcms/db-mongodb';

/**
 * Makes every collection that the configuration declares, with its indexes: one command for each collection, all at
 * once. Mongoose asks once for each index, and at every start again, which takes seconds. Throws what MongoDB says of an
 * index that cannot be made (duplicates under a unique one): without it nothing keeps two writers apart.
 */
export async function createIndexes({ connection }: Pick<MongooseAdapter, 'connection'>): Promise<void> {
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
