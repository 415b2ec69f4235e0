import { describe, expect, it } from 'vitest';
import { hasMoved } from '../../../publishers/email/ready-mail.ts';
import { createReleaseLog } from '../../../release-log/read-rows.ts';
import { DATABASES } from '../../support/database.ts';
import { aCause, aTreatment, released } from '../../support/releases.ts';
import { writePast } from '../../support/written-past.ts';
import { emailOn } from './system.ts';

describe.each(DATABASES)('whether the log has moved under a mail, on %s', (database) => {
  const start = emailOn(database);

  it('is told by what was signed, also of a row whose text cannot be read', async () => {
    const { payload, append } = await start();
    const releaseLog = createReleaseLog(payload);
    const before = { head: await releaseLog.head() };
    const asked = (uid: string) => hasMoved({ releaseLog }, before, [{ uid, seq: 1, revision: '' }]);
    expect(await asked(aCause().uid)).toBe(false);
    await append(released(aCause({ summary: 'Other words.' }), { seq: 5, version: '2.0' }));
    expect([await asked(aCause().uid), await asked(aTreatment().uid)]).toEqual([true, false]);
    const row = { collection: 'releases', where: ['seq', 5] as [string, unknown] };
    await writePast(payload, row, { snapshotSchema: 99 });
    expect([await asked(aCause().uid), await asked(aTreatment().uid)]).toEqual([true, false]);
  });
});
