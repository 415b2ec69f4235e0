import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { aCause, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { DAY, HOUR, emailOn } from './system.ts';

const SINCE = new Date('2026-02-02T09:00:00Z');

describe.each(DATABASES)('a ledger that was put back from a backup on %s', (database) => {
  const asNew = emailOn(database);

  it('sends nothing that fell due since by itself; the course goes on when somebody has decided', async () => {
    const { enrol, email, clock, smtp, states, enrolment, inbox } = await asNew();
    await enrol('reader@example.net');
    const before = smtp.received.length;
    // Two lessons fell due: on the 4th and on the 6th. The third one is sent to nobody yet.
    clock.set('2026-02-05T12:00:00Z');
    expect(await email.holdAfterRestore(SINCE)).toEqual({ held: 1, uncertain: 0, corrections: 0 });
    expect(await states()).toContainEqual(['lesson', 'two', 'held-after-restore']);
    expect(await enrolment()).toMatchObject({ nextLessonKey: 'three', nextDueAt: '2026-02-06T08:00:00.000Z' });
    expect(await email.holdAfterRestore(SINCE)).toMatchObject({ held: 0 });
    await email.runDue();
    clock.set('2026-02-06T09:00:00Z');
    expect(await email.runDue()).toMatchObject({ sent: 0, planned: 0 });
    expect(await enrolment()).toMatchObject({ heldBack: expect.stringContaining('held after a restore') });
    expect(smtp.received).toHaveLength(before);
    const [held] = await email.heldMails();
    expect(held).toMatchObject({ kind: 'lesson', lessonKey: 'two', plannedAt: new Date('2026-02-04T08:00:00Z') });
    expect(await email.decideHeld({ courseUid: 'another' }, 'release')).toBe(0);
    expect(await email.decideHeld({ kind: 'lesson' }, 'release')).toBe(1);
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    clock.pass(DAY);
    expect(await email.runDue()).toMatchObject({ planned: 1, sent: 1 });
    expect((await inbox()).slice(before).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Lesson two'),
      expect.stringContaining('Lesson three'),
    ]);
    expect(await enrolment()).toMatchObject({ status: 'finished' });
  });

  it('sends what one reader missed a day apart once it is released, and only what was named', async () => {
    const { enrol, email, clock, smtp, inbox } = await asNew();
    await enrol('reader@example.net');
    const before = smtp.received.length;
    clock.set('2026-02-06T12:00:00Z');
    expect(await email.holdAfterRestore(SINCE)).toMatchObject({ held: 2 });
    const [first] = await email.heldMails();
    expect(await email.decideHeld({ courseUid: 'another' }, 'discard')).toBe(0);
    expect(await email.decideHeld({ courseUid: first?.courseUid }, 'release')).toBe(2);
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    clock.pass(DAY - HOUR);
    expect(await email.runDue()).toMatchObject({ sent: 0 });
    clock.pass(HOUR);
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    expect((await inbox()).slice(before).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Lesson two'),
      expect.stringContaining('Lesson three'),
    ]);
  });

  it('corrects what may have gone out, whether it is held or was discarded', async () => {
    const { enrol, email, clock, append, smtp, states, inbox } = await asNew();
    await enrol('held@example.net');
    await enrol('discarded@example.net');
    clock.set('2026-02-05T12:00:00Z');
    expect(await email.holdAfterRestore(SINCE)).toMatchObject({ held: 2 });
    const [, second] = await email.heldMails();
    expect(await email.decideHeld({ uid: second?.uid }, 'discard')).toBe(1);
    const before = smtp.received.length;
    // Of lesson two alone.
    await append(withdrawn(released(aTreatment(), { seq: 3 }), { seq: 5 }));
    await email.follow(4, 5);
    await email.runDue();
    expect(
      smtp.received
        .slice(before)
        .map(({ to }) => to[0])
        .sort(),
    ).toEqual(['discarded@example.net', 'held@example.net']);
    expect((await inbox()).slice(before).every(({ subject }) => subject?.includes('Withdrawn'))).toBe(true);
    expect(
      (await states())
        .map(([, , state]) => state)
        .filter((state) => state !== 'accepted')
        .sort(),
    ).toEqual(['discarded', 'held-after-restore']);
  });

  it('asks about what waited and what a worker had; corrections go', async () => {
    const { enrol, subscribe, email, clock, append, payload, states, rows, behaviour, smtp } = await asNew();
    await enrol('reader@example.net');
    await append(withdrawn(released(aCause(), { seq: 1 }), { seq: 5 }));
    await email.follow(4, 5);
    await subscribe('new@example.net');
    clock.set('2026-02-04T08:00:00Z');
    behaviour.recipient = () => ({ code: 451, text: 'later' });
    expect(await email.runDue()).toMatchObject({ deferred: 3 });
    behaviour.recipient = () => null;
    const lesson = (await rows('deliveries')).find(({ lessonKey }) => lessonKey === 'two');
    const lease = { leaseToken: 'lost', leaseUntil: clock.now().toISOString() };
    const where = { uid: { equals: lesson?.uid } };
    await payload.db.updateOne({ collection: 'deliveries', where, data: { ...lease, state: 'on-wire' } });
    const before = smtp.received.length;
    clock.pass(HOUR);
    expect(await email.holdAfterRestore(SINCE)).toEqual({ held: 1, uncertain: 1, corrections: 1 });
    expect(await email.runDue()).toMatchObject({ sent: 1, recovered: 0 });
    expect(smtp.received.slice(before).map(({ to }) => to[0])).toEqual(['reader@example.net']);
    expect((await states()).sort()).toEqual([
      ['confirmation', 'request-1', 'accepted'],
      ['confirmation', 'request-1', 'held-after-restore'],
      ['correction', 'one', 'accepted'],
      ['lesson', 'one', 'accepted'],
      ['lesson', 'two', 'uncertain'],
    ]);
  });

  it('sends a correction that a worker had when the backup was made, whether or not it arrived', async () => {
    const { enrol, email, clock, append, payload, smtp } = await asNew();
    await enrol('reader@example.net');
    await append(withdrawn(released(aCause(), { seq: 1 }), { seq: 5 }));
    await email.follow(4, 5);
    const lease = { leaseToken: 'lost', leaseUntil: clock.now().toISOString() };
    const where = { kind: { equals: 'correction' } };
    await payload.db.updateOne({ collection: 'deliveries', where, data: { ...lease, state: 'on-wire' } });
    const before = smtp.received.length;
    expect(await email.holdAfterRestore(SINCE)).toEqual({ held: 0, uncertain: 0, corrections: 1 });
    expect(await email.runDue()).toMatchObject({ sent: 1, recovered: 0 });
    expect(smtp.received.slice(before).map(({ to }) => to[0])).toEqual(['reader@example.net']);
  });

  it('plans nothing for an address that takes no mail', async () => {
    const { enrol, email, clock, payload, states } = await asNew();
    await enrol('reader@example.net');
    const data = { addressKey: 'reader@example.net', reason: 'bounced', note: 'x' };
    await payload.db.create({ collection: 'suppressions', data });
    clock.set('2026-02-05T12:00:00Z');
    expect(await email.holdAfterRestore(SINCE)).toMatchObject({ held: 0 });
    expect((await states()).map(([, lesson]) => lesson)).not.toContain('two');
  });

  it('asks too about the lessons of who had paused, since they may have gone on', async () => {
    const { enrol, email, clock, payload, smtp, enrolment, states } = await asNew();
    await enrol('reader@example.net');
    const data = { status: 'paused' };
    await payload.db.updateOne({ collection: 'enrolments', where: { status: { equals: 'active' } }, data });
    clock.set('2026-02-04T20:00:00Z');
    expect(await email.holdAfterRestore(new Date('2026-02-04T07:00:00Z'))).toMatchObject({ held: 1 });
    expect(await enrolment()).toMatchObject({ status: 'paused', nextLessonKey: 'two' });
    const before = smtp.received.length;
    expect(await email.decideHeld({}, 'discard')).toBe(1);
    await payload.db.updateOne({
      ...{ collection: 'enrolments', where: { status: { equals: 'paused' } } },
      data: { status: 'active' },
    });
    expect(await email.runDue()).toMatchObject({ planned: 0, sent: 0 });
    expect(smtp.received).toHaveLength(before);
    expect(await states()).toContainEqual(['lesson', 'two', 'discarded']);
    expect(await enrolment()).toMatchObject({ nextLessonKey: 'three' });
  });
});
