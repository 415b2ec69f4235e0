import { describe, expect, it } from 'vitest';
import { manyRowsOf, type ManyRowsArgs } from '../../../model/many-rows.ts';
import { DATABASES } from '../../support/database.ts';
import { emailOn, type EmailSystem } from './system.ts';

const boardsIn = ({ collection, changes = [] }: ManyRowsArgs) =>
  collection === 'deliveries' ? changes.filter(({ set }) => set.state === 'on-wire').length : 0;

/** Runs `then` once, right after the first write that puts `least` mails or more on the wire. */
function afterBoarding({ payload }: EmailSystem, least: number, then: () => unknown): () => void {
  const many = manyRowsOf(payload.db);
  const stock = many.createAndUpdate;
  const mend = () => void (many.createAndUpdate = stock);
  many.createAndUpdate = async (args) => {
    const written = await stock.call(many, args);
    if (boardsIn(args) < least) return written;
    mend();
    await then();
    return written;
  };
  return mend;
}

const asNewOn = (database: (typeof DATABASES)[number]) => {
  const asNew = emailOn(database);
  /** as many readers whose second lesson is due */
  return async (readers: number) => {
    const system = await asNew();
    for (let i = 0; i < readers; i += 1) await system.enrol(`reader${i}@example.net`);
    system.clock.set('2026-02-04T08:00:00Z');
    await system.email.prepareDue();
    system.smtp.received.length = 0;
    const second = async () =>
      (await system.rows('deliveries')).filter(({ lessonKey }) => lessonKey === 'two').map(({ state }) => state);
    return { ...system, second };
  };
};

// On SQLite a write is one transaction: nothing of it is there when it fails.
describe.each(DATABASES.filter((name) => name === 'MongoDB'))('a write on %s whose answer is lost', (database) => {
  const due = asNewOn(database);

  it('keeps no lesson from going out that it put on the wire', async () => {
    const system = await due(4);
    let isLost = false;
    afterBoarding(system, 2, () => {
      isLost = true;
      throw new Error('the connection was closed');
    });
    await system.email.sendDue();
    expect(isLost).toBe(true);
    expect(system.smtp.received).toHaveLength(4);
    expect(await system.second()).toEqual(Array(4).fill('accepted'));
  });
});
