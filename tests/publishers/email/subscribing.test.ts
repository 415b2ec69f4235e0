import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { DAY, HOUR, emailOn, linkIn } from './system.ts';

describe.each(DATABASES)('subscribing to a course on %s', (database) => {
  const asNew = emailOn(database);

  it('answers the same for an unknown, a known and a suppressed address, and mails each at most once in 10 minutes', async () => {
    const { subscribe, email, clock, behaviour, smtp } = await asNew();
    const first = await subscribe('reader@example.net');
    const second = await subscribe('READER@example.net');
    expect([second.status, await second.text()]).toEqual([first.status, await first.text()]);
    await email.runDue();
    expect(smtp.received).toHaveLength(1);
    clock.pass(11 * 60_000);
    await subscribe('reader@example.net');
    await email.runDue();
    expect(smtp.received).toHaveLength(2);

    behaviour.recipient = () => ({ code: 550, text: '5.1.1 no such user' });
    await subscribe('nobody@example.net');
    expect(await email.runDue()).toMatchObject({ failed: 1 });
    behaviour.recipient = () => null;
    clock.pass(HOUR);
    const third = await subscribe('Nobody@example.net');
    expect(third.status).toBe(303);
    expect(await email.runDue()).toMatchObject({ sent: 0 });
  });

  it('sends at most five confirmation mails to a mailbox in a day', async () => {
    const { subscribe, email, clock, smtp } = await asNew();
    for (let i = 0; i < 8; i += 1) {
      await subscribe('reader@example.net');
      await email.runDue();
      clock.pass(HOUR);
    }
    expect(smtp.received).toHaveLength(5);
    clock.pass(DAY);
    await subscribe('reader@example.net');
    await email.runDue();
    expect(smtp.received).toHaveLength(6);
  });

  it('sends one confirmation mail when the form is sent twice at the same moment', async () => {
    const { subscribe, email, rows } = await asNew();
    await Promise.all([1, 2, 3, 4].map(() => subscribe('reader@example.net')));
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    expect(await rows('subscribers')).toHaveLength(1);
    expect(await rows('enrolments')).toHaveLength(1);
  });

  it('lets a confirmation link expire after seven days', async () => {
    const { subscribe, email, clock, get, post, inbox, enrolment } = await asNew();
    await subscribe('reader@example.net');
    await email.runDue();
    const link = linkIn((await inbox())[0], 'confirm');
    clock.pass(7 * DAY + 1000);
    expect((await get(link)).status).toBe(410);
    expect((await post(link)).status).toBe(410);
    expect(await enrolment()).toMatchObject({ status: 'requested' });
  });

  it('begins anew for somebody who comes back', async () => {
    const { enrol, inbox, post, clock, smtp, enrolment } = await asNew();
    await enrol('reader@example.net');
    await post(linkIn((await inbox())[1], 'unsubscribe'));
    clock.pass(DAY);
    await enrol('reader@example.net');
    expect((await inbox()).map(({ subject }) => subject?.replace('[Demonstration] ', ''))).toEqual([
      'Please confirm: Hip pain in short lessons',
      'Lesson one',
      'Please confirm: Hip pain in short lessons',
      'Lesson one',
    ]);
    expect(smtp.received).toHaveLength(4);
    expect(await enrolment()).toMatchObject({ status: 'active', round: 2 });
  });

  it('tells somebody who is taking the course already so, and changes nothing', async () => {
    const { enrol, subscribe, email, inbox, clock, enrolment } = await asNew();
    await enrol('reader@example.net');
    const { status, round, nextDueAt, timeZone } = await enrolment();
    clock.pass(HOUR);
    await subscribe('reader@example.net', { timeZone: 'Pacific/Auckland' });
    await email.runDue();
    expect((await inbox()).at(-1)?.subject).toContain('You are already taking');
    expect(await enrolment()).toMatchObject({ status, round, nextDueAt, timeZone });
  });

  it('changes nothing when a scanner opens every link', async () => {
    const { enrol, inbox, get, enrolment } = await asNew();
    await enrol('reader@example.net');
    const mails = await inbox();
    const before = await enrolment();
    for (const kind of ['unsubscribe', 'preferences', 'lessons'] as const) {
      expect((await get(linkIn(mails[1], kind))).status).toBe(200);
    }
    expect((await get(linkIn(mails[0], 'confirm'))).status).toBe(200);
    expect(await enrolment()).toEqual(before);
  });
});
