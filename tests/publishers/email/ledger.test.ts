import { describe, expect, it } from 'vitest';
import type { EmailPublisher } from '../../../publishers/email/email-publisher.ts';
import type { MailTransport } from '../../../publishers/email/mail-transport.ts';
import { DATABASES } from '../../support/database.ts';
import { failOn } from '../../support/faults.ts';
import { aCause, released, withdrawn } from '../../support/releases.ts';
import { DAY, HOUR, emailOn } from './system.ts';

describe.each(DATABASES)('the ledger of mails on %s', (database) => {
  const asNew = emailOn(database);
  /** a worker that has what is due on the wire, and takes up nothing more */
  const dead = async (dying: EmailPublisher) => {
    const claiming = new AbortController();
    await dying.prepareDue();
    const sending = dying.sendDue({ claiming: claiming.signal, wire: claiming.signal });
    setTimeout(() => claiming.abort(), 500);
    await sending;
  };
  const aLessonIsDue = async () => {
    const system = await asNew();
    await system.enrol('reader@example.net');
    system.clock.set('2026-02-04T08:00:00Z');
    return { ...system, before: system.smtp.received.length };
  };

  it('sends each of 30 mails exactly once when three workers race for them', async () => {
    const { subscribe, worker, smtp, rows } = await asNew();
    for (let i = 0; i < 30; i += 1) await subscribe(`reader${i}@example.net`);
    const reports = await Promise.all([worker(), worker(), worker()].map((one) => one.runDue()));
    const rest = await worker().runDue();
    expect([...reports, rest].reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
    expect(new Set(smtp.received.map(({ to }) => to[0])).size).toBe(30);
    expect(smtp.received).toHaveLength(30);
    expect((await rows('deliveries')).every(({ state, tries }) => state === 'accepted' && tries === 1)).toBe(true);
  });

  it('sends the same bytes when a worker dies after freezing them', async () => {
    const { subscribe, email, clock, payload, rows, smtp, behaviour } = await asNew();
    await subscribe('reader@example.net');
    behaviour.recipient = () => ({ code: 451, text: 'later' });
    expect(await email.runDue()).toMatchObject({ deferred: 1 });
    const [before] = await rows('deliveries');
    // The worker had claimed it again and died before the wire.
    const died = { state: 'claimed', leaseToken: 'dead', leaseUntil: clock.now().toISOString() };
    await payload.db.updateOne({ collection: 'deliveries', where: { uid: { equals: before?.uid } }, data: died });
    behaviour.recipient = () => null;
    clock.pass(HOUR);
    expect(await email.runDue()).toMatchObject({ recovered: 1, sent: 1 });
    const { createHash } = await import('node:crypto');
    expect(createHash('sha256').update(smtp.received[0]!.raw).digest('hex')).toBe(before?.sha256);
  });

  it('leaves a mail alone that was on the wire when its worker died, and shows it', async () => {
    const { worker, transport, clock, smtp, states, before } = await aLessonIsDue();
    let reached: () => void;
    const onWire = new Promise<void>((resolve) => (reached = resolve));
    const dying: MailTransport = {
      ...transport,
      send: () => {
        reached();
        return new Promise(() => undefined);
      },
    };
    void dead(worker(dying));
    await onWire;
    expect(await states()).toContainEqual(['lesson', 'two', 'on-wire']);
    clock.pass(HOUR);
    expect(await worker().runDue()).toMatchObject({ recovered: 1, sent: 0 });
    expect(await states()).toContainEqual(['lesson', 'two', 'uncertain']);
    clock.pass(DAY);
    expect(await worker().runDue()).toMatchObject({ sent: 0 });
    expect(smtp.received).toHaveLength(before);
  });

  it('does not send a lesson again when the line breaks after the final dot', async () => {
    const { email, clock, behaviour, smtp, before } = await aLessonIsDue();
    behaviour.drop = () => 'after-final-dot';
    expect(await email.runDue()).toMatchObject({ uncertain: 1 });
    behaviour.drop = () => null;
    clock.pass(DAY);
    expect(await email.runDue()).toMatchObject({ sent: 0 });
    expect(smtp.received).toHaveLength(before + 1);
  });

  it('sends a confirmation again until it is answered: the same bytes, under the same Message-ID', async () => {
    const { subscribe, worker, email, transport, clock, behaviour, smtp, states } = await asNew();
    await subscribe('reader@example.net');
    behaviour.drop = () => 'after-final-dot';
    expect(await email.runDue()).toMatchObject({ uncertain: 0, deferred: 1 });
    clock.pass(HOUR);
    // A worker that dies with it on the wire changes nothing.
    let reached: () => void;
    const onWire = new Promise<void>((resolve) => (reached = resolve));
    const dying: MailTransport = {
      ...transport,
      send: () =>
        new Promise(() => {
          reached();
        }),
    };
    void dead(worker(dying));
    await onWire;
    behaviour.drop = () => null;
    clock.pass(HOUR);
    expect(await email.runDue()).toMatchObject({ recovered: 1, sent: 1 });
    expect(await states()).toEqual([['confirmation', 'request-1', 'accepted']]);
    const [first, second] = smtp.received;
    expect(second?.raw.equals(first!.raw)).toBe(true);
  });

  it('writes down what the server said when the database is there again', async () => {
    const { email, payload, behaviour, states } = await aLessonIsDue();
    behaviour.message = () => {
      const mend = failOn(payload, 'createAndUpdate', 'deliveries');
      setTimeout(mend, 700);
      return null;
    };
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    expect(await states()).toContainEqual(['lesson', 'two', 'accepted']);
  });

  it('asks a person when a correction was not answered for 7 days', async () => {
    const { enrol, append, email, clock, behaviour, states } = await asNew();
    await enrol('reader@example.net');
    await append(withdrawn(released(aCause(), { seq: 1 }), { seq: 5 }));
    await email.follow(4, 5);
    behaviour.drop = () => 'after-final-dot';
    expect(await email.sendDue()).toEqual(['deferred']);
    clock.pass(7 * DAY);
    expect(await email.sendDue()).toEqual(['uncertain']);
    expect(await states()).toContainEqual(['correction', 'one', 'uncertain']);
  });

  it('tries again with longer and longer waits, then gives up', async () => {
    const { subscribe, email, clock, behaviour, rows, states } = await asNew();
    await subscribe('reader@example.net');
    behaviour.recipient = () => ({ code: 451, text: 'later' });
    const waits: number[] = [];
    for (;;) {
      const report = await email.runDue();
      if (report.failed === 1) break;
      expect(report).toMatchObject({ deferred: 1 });
      const [row] = await rows('deliveries');
      const wait = new Date(String(row?.dueAt)).getTime() - clock.now().getTime();
      waits.push(wait / 60_000);
      clock.pass(wait - 1);
      expect(await email.runDue()).toMatchObject({ deferred: 0 });
      clock.pass(1);
    }
    expect(waits).toEqual([1, 5, 30, 120, 360]);
    expect(await states()).toEqual([['confirmation', 'request-1', 'rejected']]);
    expect(await rows('suppressions')).toEqual([]);
  });

  it('comes to every lesson that is due, behind any number that cannot be planned', async () => {
    const { enrol, enrolment, email, clock, payload, smtp, errors, rows } = await asNew();
    await enrol('reader@example.net');
    const mine = await enrolment();
    clock.set('2026-02-04T08:00:00Z');
    // More than a page of readers whose time zone is no longer one, all of them due before this one.
    for (let i = 0; i < 101; i += 1) {
      const { id: _, ...row } = mine;
      const other = { uid: `lost-${i}`, enrolmentKey: `lost-${i}`, timeZone: 'Mars/Phobos' };
      await payload.db.create({
        collection: 'enrolments',
        data: { ...row, ...other, nextDueAt: '2026-02-03T00:00:00.000Z' },
      });
    }
    await email.runDue();
    expect(smtp.received).toHaveLength(3);
    expect(errors).toHaveLength(101);
    expect(String(errors[0])).toMatch(/the next lesson of enrolment lost-\d+ cannot be planned: .*Mars\/Phobos/);
    // Put off, longer each time, and not tried each second.
    await email.runDue();
    expect(errors).toHaveLength(101);
    const setAside = async () => (await rows('enrolments')).filter((row) => row.setAside).length;
    for (const minutes of [1, 10, 60]) {
      clock.pass(minutes * 60_000);
      await email.prepareDue();
    }
    expect([errors.length, await setAside()]).toEqual([404, 0]);
    clock.pass(6 * HOUR);
    await email.prepareDue();
    expect(await setAside()).toBe(101);
    expect((await rows('enrolments')).at(-1)?.setAside).toContain('Mars/Phobos');
    clock.pass(DAY - 1);
    await email.prepareDue();
    expect(errors).toHaveLength(505);
    errors.length = 0;
  });

  it('looks at the suppression list again when a worker takes the mail', async () => {
    const { enrol, behaviour, email, clock, payload, smtp, enrolment } = await asNew();
    await enrol('reader@example.net');
    behaviour.recipient = () => ({ code: 451, text: 'later' });
    clock.set('2026-02-04T08:00:00Z');
    expect(await email.runDue()).toMatchObject({ deferred: 1 });
    await payload.db.create({
      collection: 'suppressions',
      data: { addressKey: 'reader@example.net', reason: 'bounced' },
    });
    behaviour.recipient = () => null;
    clock.pass(HOUR);
    expect(await email.runDue()).toMatchObject({ suppressed: 1, sent: 0 });
    expect(smtp.received).toHaveLength(2);
    clock.pass(5 * DAY);
    await email.runDue();
    expect(await enrolment()).toMatchObject({ status: 'ended' });
  });

  it('shows the staff the ledger without the links in it, and lets nobody write it', async () => {
    const { enrol, payload } = await asNew();
    await enrol('reader@example.net');
    const collection = 'deliveries';
    await expect(payload.find({ collection, overrideAccess: false })).rejects.toMatchObject({ status: 403 });
    const user = { id: 1, collection: 'users', role: 'admin', email: 'admin@example.com' } as never;
    const { docs } = await payload.find({ collection, overrideAccess: false, user });
    expect(docs).toHaveLength(2);
    for (const doc of docs) expect(Object.keys(doc)).not.toEqual(expect.arrayContaining(['raw', 'leaseToken']));
    const id = docs[0]!.id;
    await expect(
      payload.update({ collection, id, data: { state: 'pending' }, overrideAccess: false, user }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(payload.update({ collection, id, data: { state: 'pending' } })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(payload.delete({ collection, id })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
