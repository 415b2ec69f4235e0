import { describe, expect, it } from 'vitest';
import { createEmailStore } from '../../../../publishers/email/store/store.ts';
import { DATABASES } from '../../../support/database.ts';
import { emailOn, HOUR } from '../system.ts';

const FROZEN = {
  messageId: '<a@imprimatur.example>',
  date: new Date('2026-02-04T08:00:00Z'),
  envelope: { from: 'care@imprimatur.example', to: 'reader@example.net' },
  raw: Buffer.from('Plain words.'),
};

describe.each(DATABASES)('a mail in a worker’s hand on %s', (database) => {
  const asNew = emailOn(database);
  /** a lesson that is due, and the ledger of the worker that has claimed it */
  const claimed = async () => {
    const { enrol, email, clock, payload, rows } = await asNew();
    await enrol('reader@example.net');
    clock.set('2026-02-04T08:00:00Z');
    await email.prepareDue();
    const { deliveries } = createEmailStore(payload);
    const lease = { token: 'one', until: new Date(clock.now().getTime() + HOUR) };
    const [mail] = await deliveries.claim(await deliveries.due(clock.now(), 1, 0), lease);
    if (!mail) throw new Error('nothing was due');
    const row = async () => (await rows('deliveries')).find(({ uid }) => uid === mail.uid);
    return { deliveries, mail, row, now: clock.now() };
  };

  it.each([
    ['goes on the wire or back into the queue when both are asked for at once, and who asked is told which', 0],
    ['and so it is when the queue is asked for first', 1],
  ])('%s', async (_what, order) => {
    const { deliveries, mail, row, now } = await claimed();
    const anew = { subject: 'Plain words', contents: [] };
    const both = [
      () => deliveries.board(mail, { frozen: FROZEN, anew, keepsBytes: false, tries: 1, leaseUntil: now }),
      // A worker that is slow takes up what it holds itself for left by the dead.
      () => deliveries.advance(mail, 'claimed', 'pending', { dueAt: now, leaseUntil: null }),
    ];
    const asked = order === 0 ? both : both.toReversed();
    const answers = await Promise.all(asked.map((ask) => ask()));
    expect(answers).toEqual([true, false]);
    const { state, messageId, tries } = (await row()) ?? {};
    expect([state, messageId ?? null, tries]).toEqual(
      order === 0 ? ['on-wire', FROZEN.messageId, 1] : ['pending', null, 0],
    );
  });

  it('is claimed once, also when it was found twice', async () => {
    const { deliveries, mail, now } = await claimed();
    await deliveries.advance(mail, 'claimed', 'pending', { dueAt: now, leaseUntil: null });
    const due = await deliveries.due(now, 5, 0);
    expect(due.map(({ uid }) => uid)).toEqual([mail.uid]);
    await expect(deliveries.claim([...due, ...due], { token: 'two', until: now })).rejects.toThrow(TypeError);
    expect(await deliveries.claim(due, { token: 'two', until: now })).toHaveLength(1);
  });
});
