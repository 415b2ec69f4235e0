import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';

const MONGODB = DATABASES.filter((database) => database === 'MongoDB');

describe.each(MONGODB)('the indexes on %s', (database) => {
  let system: TestSystem;
  let models: MongooseAdapter['connection']['models'][string][];
  beforeAll(async () => {
    system = await startSystem(database);
    models = Object.values((system.payload.db as unknown as MongooseAdapter).connection.models);
  });
  afterAll(() => system.stop());

  it('are those that the configuration declares, in every collection', async () => {
    expect(models.length).toBeGreaterThan(system.payload.config.collections.length);
    for (const { collection, schema, modelName } of models) {
      const built = (await collection.indexes()).map(({ key, unique = false }) => ({ key, unique }));
      const declared = schema.indexes().map(([key, { unique = false }]) => ({ key, unique }));
      expect(built, modelName).toEqual(expect.arrayContaining(declared));
      expect(built, modelName).toHaveLength(declared.length + 1);
    }
  });

  it('keep what is declared unique apart', async () => {
    const row = { name: 'twice', position: 0 };
    await system.payload.db.create({ collection: 'cursors', data: row });
    await expect(system.payload.db.create({ collection: 'cursors', data: row })).rejects.toThrow();
  });

  it('leave no collection to be made later, inside a transaction', async () => {
    const there = await system.payload.db.connection.listCollections();
    expect(there.map(({ name }) => name)).toEqual(
      expect.arrayContaining(models.map(({ collection }) => collection.collectionName)),
    );
  });
});
