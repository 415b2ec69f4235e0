import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { createStaff } from '../support/people.ts';
import { run } from '../support/server.ts';

describe.each(DATABASES)(
  'npm run verify on %s',
  (database) => {
    let system: TestSystem;
    beforeAll(async () => {
      system = await startSystem(database);
      const staff = await createStaff(system.payload);
      await releaseEntry(system.payload, staff, 'causes', (await aCauseDraft(system.payload, staff)).id);
    });
    afterAll(() => system.stop());

    const verify = () =>
      run(['--import', 'lexical', path.resolve('scripts/verify.ts')], {
        PATH: process.env.PATH ?? '',
        DEMO: '1',
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        DATA_DIR: system.env.dataDir,
        DATABASE_URL: system.env.databaseUrl,
        SITE_URL: 'http://localhost:3000',
      });

    it('ends with 0 on a sound installation', async () => {
      expect(await verify()).toEqual({ code: 0, output: '1 releases and 0 figure files checked, 0 problems\n' });
    });

    it('ends with 1 and a line for each problem on one that was tampered with', async () => {
      const title = 'A miracle cure';
      await system.payload.db.updateOne({ collection: 'releases', where: { seq: { equals: 1 } }, data: { title } });
      const { code, output } = await verify();
      expect(code).toBe(1);
      expect(output.split('\n')).toEqual(
        expect.arrayContaining([
          'release 1: title is not what was signed',
          '1 releases and 0 figure files checked, 1 problems',
        ]),
      );
    });
  },
  120_000,
);
