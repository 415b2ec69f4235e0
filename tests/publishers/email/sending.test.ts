import { describe, expect, it } from 'vitest';
import type { MailTransport } from '../../../publishers/email/mail-transport.ts';
import { DATABASES } from '../../support/database.ts';
import { aTreatment, released } from '../../support/releases.ts';
import { emailOn, HOUR, type EmailSystem } from './system.ts';

describe.each(DATABASES)('mail that waits, on %s,', (database) => {
  const asNew = emailOn(database);
  const one = (transport: MailTransport): MailTransport => ({ ...transport, concurrency: 1 });
  const kindsOf = async ({ inbox }: EmailSystem) =>
    (await inbox()).map(({ subject }) => /confirm|Correction|Lesson/.exec(subject ?? '')?.[0]);

  it('goes out by kind: corrections, then confirmations, then lessons', async () => {
    const system = await asNew();
    const { enrol, subscribe, clock, append, email, worker, transport, smtp } = system;
    await enrol('reader@example.net');
    clock.set('2026-02-04T08:00:00Z');
    await email.runDue();
    smtp.received.length = 0;
    clock.set('2026-02-06T08:00:00Z');
    await email.prepareDue();
    await subscribe('new@example.net');
    const better = { changeKind: 'safety', changeNote: 'Ice burns.' } as const;
    await append(released(aTreatment({ howTo: ['Use a towel.'] }), { seq: 5, version: '2.0', ...better }));
    await email.follow(4, 5);
    clock.pass(HOUR);
    await worker(one(transport)).sendDue();
    expect(await kindsOf(system)).toEqual(['Correction', 'confirm', 'Lesson']);
  });

  it('is not held up by lessons that take for ever to be made: those are put off', async () => {
    const system = await asNew();
    const { enrol, subscribe, clock, email, transport, smtp, errors, rows } = system;
    for (let i = 0; i < 6; i += 1) await enrol(`reader${i}@example.net`);
    clock.set('2026-02-04T08:00:00Z');
    await email.prepareDue();
    smtp.received.length = 0;
    const stuck: MailTransport = {
      ...transport,
      compose: (mail) => (mail.subject.includes('Lesson') ? new Promise(() => undefined) : transport.compose(mail)),
    };
    const sending = system.worker(stuck, { makeWithinMs: 6_000 }).sendDue();
    await subscribe('new@example.net');
    await expect.poll(() => smtp.received.length, { timeout: 5_500 }).toBe(1);
    await sending;
    const lessons = (await rows('deliveries')).filter(({ lessonKey }) => lessonKey === 'two');
    expect(lessons.map(({ state }) => state)).toEqual(Array(6).fill('pending'));
    expect(errors).toHaveLength(6);
    expect(String(errors[0])).toMatch(/lesson [0-9a-f-]{36} of enrolment [0-9a-f-]{36}.*within 6000 ms/);
    errors.length = 0;
  });

  it('is left alone while the mail server does not answer, and goes out once one mail was taken', async () => {
    const { subscribe, email, clock, behaviour, rows, smtp } = await asNew();
    for (let i = 0; i < 20; i += 1) await subscribe(`reader${i}@example.net`);
    behaviour.drop = () => 'at-recipient';
    expect((await email.runDue()).deferred).toBeLessThan(12);
    expect((await rows('deliveries')).filter(({ tries }) => tries === 0).length).toBeGreaterThan(8);
    expect(await email.runDue()).toMatchObject({ deferred: 0 });
    clock.pass(6_000);
    // One mail finds out that it is still so.
    expect(await email.runDue()).toMatchObject({ deferred: 1 });
    behaviour.drop = () => null;
    expect(await email.runDue()).toMatchObject({ sent: 0 });
    clock.pass(HOUR);
    expect(await email.runDue()).toMatchObject({ sent: 20 });
    expect(new Set(smtp.received.map(({ to }) => to[0])).size).toBe(20);
  });

  it('is sent by another worker when this one was told to take no more', async () => {
    const { subscribe, email, worker, smtp } = await asNew();
    await subscribe('reader@example.net');
    await email.prepareDue();
    const halted = { claiming: AbortSignal.abort(), wire: new AbortController().signal };
    await email.sendDue(halted);
    expect(smtp.received).toHaveLength(0);
    await worker().sendDue();
    expect(smtp.received).toHaveLength(1);
  });
});
