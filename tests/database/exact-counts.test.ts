import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { transact } from '../../database/transact.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';

describe.each(DATABASES)('a count without a condition on %s', (database) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(database);
  });
  afterAll(() => system.stop());

  const cursors = () => system.payload.count({ collection: 'cursors' });
  const add = (name: string) => system.payload.db.create({ collection: 'cursors', data: { name, position: 0 } });

  it('is of what is there at this moment', async () => {
    for (let n = 1; n <= 3; n += 1) {
      await add(`cursor-${n}`);
      expect(await cursors()).toEqual({ totalDocs: n });
    }
    expect(await system.payload.count({ collection: 'cursors', where: {} })).toEqual({ totalDocs: 3 });
    expect(await system.payload.countVersions({ collection: 'causes' })).toEqual({ totalDocs: 0 });
  });

  it('sees inside a transaction what the transaction wrote', async () => {
    const before = (await cursors()).totalDocs;
    const within = await transact(system.payload, async (req) => {
      await system.payload.db.create({ collection: 'cursors', data: { name: 'within', position: 0 }, req });
      return system.payload.count({ collection: 'cursors', req });
    });
    expect(within).toEqual({ totalDocs: before + 1 });
  });
});

describe.each(DATABASES.filter((database) => database === 'MongoDB'))(
  'a count without a condition, on %s alone,',
  (database) => {
    let system: TestSystem;
    beforeAll(async () => {
      system = await startSystem(database);
    });
    afterAll(() => system.stop());

    it('never takes an estimate, which MongoDB refuses inside a transaction', async () => {
      const { models } = (system.payload.db as unknown as MongooseAdapter).connection;
      const asked = Object.values(models).map((model) => vi.spyOn(model, 'estimatedDocumentCount'));
      for (const { slug } of system.payload.config.collections) await system.payload.db.count({ collection: slug });
      await system.payload.db.countVersions({ collection: 'causes' });
      expect(asked.length).toBeGreaterThan(system.payload.config.collections.length);
      for (const spy of asked) expect(spy).not.toHaveBeenCalled();
    });
  },
);
