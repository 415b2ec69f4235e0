import { describe, expect, it } from 'vitest';
import { manyRowsOf, type ManyRowsArgs } from '../../../model/many-rows.ts';
import { DATABASES } from '../../support/database.ts';
import { failOn } from '../../support/faults.ts';
import { aTreatment, released } from '../../support/releases.ts';
import { HOUR, emailOn, type EmailSystem } from './system.ts';

const boardsIn = ({ collection, changes = [] }: ManyRowsArgs) =>
  collection === 'deliveries' ? changes.filter(({ set }) => set.state === 'on-wire').length : 0;

/** Runs `then` once, right after the first write that puts `least` mails or more on the wire. */
function afterBoarding({ payload }: EmailSystem, least: number, then: () => unknown): () => void {
  const many = manyRowsOf(payload.db);
  const stock = many.createAndUpdate.bind(many);
  const mend = () => void (many.createAndUpdate = stock);
  many.createAndUpdate = async (args) => {
    const written = await stock(args);
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

describe.each(DATABASES)('a database on %s that is away for a moment', (database) => {
  const due = asNewOn(database);
  const goAway = ({ payload }: EmailSystem) => setTimeout(failOn(payload, 'createAndUpdate', 'deliveries'), 700);

  it('right after a lesson boarded leaves nothing in doubt when the log could not be asked either', async () => {
    const system = await due(1);
    const { db } = system.payload;
    const stock = db.find;
    afterBoarding(system, 1, () => {
      goAway(system);
      db.find = ((args: { collection: string }) =>
        args.collection === 'releases'
          ? Promise.reject(new Error('away'))
          : (stock as (args: unknown) => unknown).call(db, args)) as typeof stock;
    });
    try {
      expect(await system.email.sendDue()).toEqual(['pending']);
    } finally {
      db.find = stock;
    }
    expect(system.errors).toHaveLength(1);
    system.errors.length = 0;
    system.clock.pass(HOUR);
    expect(await system.worker().runDue()).toMatchObject({ sent: 1, recovered: 0 });
  });

  it('right after a lesson boarded leaves nothing in doubt when its text has moved', async () => {
    const system = await due(1);
    const better = { changeKind: 'minor', changeNote: 'Other words.' } as const;
    afterBoarding(system, 1, async () => {
      await system.append(released(aTreatment({ howTo: ['Use a towel.'] }), { seq: 5, version: '1.1', ...better }));
      goAway(system);
    });
    expect(await system.email.sendDue()).toEqual(['pending']);
    expect(await system.worker().runDue()).toMatchObject({ sent: 1, recovered: 0 });
  });
});
