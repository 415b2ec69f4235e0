import { describe, expect, it } from 'vitest';
import { hasMoved } from '../../../publishers/email/ready-mail.ts';
import { createReleaseLog } from '../../../release-log/read-rows.ts';
import { DATABASES } from '../../support/database.ts';
import { aCause, aTreatment, released } from '../../support/releases.ts';
import { writePast } from '../../support/written-past.ts';
import { emailOn, linkIn } from './system.ts';

describe.each(DATABASES)('whether the log has moved under a mail, on %s', (database) => {
  const start = emailOn(database);

  it('is told by what was signed, also of a row whose text cannot be read', async () => {
    const { payload, append } = await start();
    const releaseLog = createReleaseLog(payload);
    const before = await releaseLog.head();
    const asked = (uid: string, seq = 1) => hasMoved({ releaseLog }, before, [{ uid, seq, revision: '' }]);
    expect(await asked(aCause().uid)).toBe(false);
    await append(released(aCause({ summary: 'Other words.' }), { seq: 5, version: '2.0' }));
    expect([await asked(aCause().uid), await asked(aTreatment().uid)]).toEqual([true, false]);
    // What was made of the new row already is not behind it.
    expect(await asked(aCause().uid, 5)).toBe(false);
    const row = { collection: 'releases', where: ['seq', 5] as [string, unknown] };
    await writePast(payload, row, { snapshotSchema: 99 });
    expect([await asked(aCause().uid), await asked(aTreatment().uid)]).toEqual([true, false]);
  });

  it('is seen of a correction that this process took in while the mail was made', async () => {
    const { subscribe, email, post, inbox, worker, transport, append, states } = await start();
    await subscribe('reader@example.net');
    await email.runDue();
    await post(linkIn((await inbox())[0], 'confirm'));
    const correct = async () => {
      const words = { summary: 'Other words.' };
      await append(released(aCause(words), { seq: 5, version: '2.0', changeKind: 'safety' }));
      await busy.follow(4, 5);
    };
    let made = 0;
    const busy = worker({
      ...transport,
      async compose(mail) {
        made += 1;
        // The loop of the followers goes on beside that of the mail, on the same library.
        if (made === 1) await correct();
        return transport.compose(mail);
      },
    });
    await busy.prepareDue();
    expect(await busy.sendDue()).toEqual(['pending']);
    expect(await busy.sendDue()).toEqual(['accepted']);
    expect((await inbox())[1]?.text).toContain('Other words.');
    expect(await states()).toEqual([
      ['confirmation', 'request-1', 'accepted'],
      ['lesson', 'one', 'accepted'],
    ]);
  });
});
