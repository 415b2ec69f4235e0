import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { headMarkFile } from '../../release-log/head-mark.ts';
import type { Release } from '../../model/release-row.ts';
import { logOf } from '../support/editing.ts';
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

    const verify = (...more: string[]) =>
      run([path.resolve('scripts/verify.ts'), ...more], {
        PATH: process.env.PATH ?? '',
        DEMO: '1',
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        DATA_DIR: system.env.dataDir,
        DATABASE_URL: system.env.databaseUrl,
        SITE_URL: 'http://localhost:3000',
      });

    it('accepts a log that ends before the mark, when it is asked to and all else verifies; then ends with 0', async () => {
      const [{ logId }] = (await logOf(system.payload)) as [Release];
      const mark = headMarkFile(system.env.dataDir);
      await mark.write({ logId, seq: 7, hash: '0'.repeat(64) });
      const red = 'release 1: the log ends here, but it was seen to go on to 7\n';
      expect(await verify()).toMatchObject({ code: 1, output: expect.stringContaining(red) });
      const output = 'accepted: release 2 begins another log, which consumers are told of\n';
      expect(await verify('--accept-restored')).toEqual({ code: 0, output });
      expect(await verify()).toEqual({
        code: 0,
        output: 'Checked 1 release, 0 figure files, review history and audit trail: no problem found.\n',
      });
      expect(await mark.read()).toMatchObject({ seq: 1 });
    });

    it('ends with 1 and a line for each problem on one that was tampered with', async () => {
      const title = 'A miracle cure';
      await system.payload.db.updateOne({ collection: 'releases', where: { seq: { equals: 1 } }, data: { title } });
      const { code, output } = await verify();
      expect(code).toBe(1);
      expect(output.split('\n')).toEqual(
        expect.arrayContaining([
          'release 1: title is not what was signed',
          expect.stringMatching(/^Checked 1 release, .*: 1 problem\. What to do: docs\/runbook\.md/),
        ]),
      );
    });
  },
  120_000,
);
