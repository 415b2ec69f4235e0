import { describe, expect, it } from 'vitest';
import type { MailTransport } from '../../../publishers/email/mail-transport.ts';
import { DATABASES } from '../../support/database.ts';
import { aCause, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { aCourse } from './course.ts';
import { DAY, HOUR, emailOn, linkIn } from './system.ts';

describe.each(DATABASES)('corrections by mail on %s', (database) => {
  const asNew = emailOn(database);

  it('makes a waiting mail anew when its text was withdrawn meanwhile', async () => {
    const { enrol, behaviour, email, clock, append, inbox, states } = await asNew();
    await enrol('reader@example.net');
    behaviour.recipient = () => ({ code: 451, text: 'later' });
    clock.set('2026-02-04T08:00:00Z');
    expect(await email.runDue()).toMatchObject({ deferred: 1 });
    const better = aTreatment({ howTo: ['Use a towel, never bare ice.'] });
    await append(released(better, { seq: 5, version: '2.0', changeKind: 'safety', changeNote: 'Ice burns.' }));
    await email.follow(4, 5);
    behaviour.recipient = () => null;
    clock.pass(HOUR);
    expect(await email.runDue()).toMatchObject({ sent: 1, suppressed: 0 });
    const mail = (await inbox()).at(-1)!;
    expect(mail.text).toContain('Use a towel, never bare ice.');
    expect(mail.text).not.toContain('Wrap the pack in a cloth.');
    expect(await states()).toHaveLength(3);
  });

  it('plans it by what was signed when somebody changed the withdrawal in the database', async () => {
    const { enrol, email, append, payload, states } = await asNew();
    await enrol('reader@example.net');
    await append(withdrawn(released(aCause(), { seq: 2 }), { seq: 5 }));
    const where = { seq: { equals: 5 } };
    await payload.db.updateOne({ collection: 'releases', where, data: { changeNote: 'Nothing', kind: 'released' } });
    await email.follow(4, 5);
    expect(await states()).toContainEqual(['correction', 'one', 'pending']);
  });

  it('plans it when somebody changed the summary that stands beside the correction', async () => {
    const { enrol, email, append, payload, states } = await asNew();
    await enrol('reader@example.net');
    await append(released(aCause({ summary: 'New.' }), { seq: 5, changeKind: 'safety', changeNote: 'Warning.' }));
    await payload.db.updateOne({ collection: 'releases', where: { seq: { equals: 5 } }, data: { summary: 'Other.' } });
    await email.follow(4, 5);
    expect(await states()).toContainEqual(['correction', 'one', 'pending']);
  });

  it('passes no row that its library has not taken in', async () => {
    const { email, states } = await asNew();
    await expect(email.follow(4, 5)).rejects.toThrow('the library stands at 4, before 5');
    expect(await states()).toEqual([]);
  });

  it('finds it behind a row whose signature was spoilt', async () => {
    const { enrol, email, append, payload, states } = await asNew();
    await enrol('reader@example.net');
    for (let seq = 5; seq <= 10; seq += 1)
      await append(released(aTreatment({ uid: `other-${seq}`, slug: `other-${seq}` }), { seq }));
    await append(withdrawn(released(aCause(), { seq: 2 }), { seq: 11 }));
    const spoil = (seq: number) =>
      payload.db.updateOne({ collection: 'releases', where: { seq: { equals: seq } }, data: { signature: 'none' } });
    await spoil(8);
    await email.follow(4, 11);
    expect(await states()).toContainEqual(['correction', 'one', 'pending']);
  });

  it('tells everyone who was sent the old text about a safety correction, once, in the same thread', async () => {
    const { enrol, email, append, inbox, smtp } = await asNew();
    await enrol('first@example.net');
    await enrol('second@example.net');
    await append(
      released(aCause({ summary: 'Corrected summary.' }), {
        seq: 5,
        changeKind: 'safety',
        changeNote: 'The old text missed a warning.',
      }),
    );
    await email.follow(4, 5);
    await email.follow(4, 5);
    expect(await email.runDue()).toMatchObject({ sent: 2 });
    await email.follow(0, 5);
    expect(await email.runDue()).toMatchObject({ sent: 0 });
    const mails = await inbox();
    const lesson = mails.find(
      ({ to, subject }) => to?.[0]?.address === 'first@example.net' && subject?.includes('Lesson one'),
    );
    const correction = mails.find(
      ({ to, subject }) => to?.[0]?.address === 'first@example.net' && subject?.includes('Correction'),
    );
    expect(correction).toMatchObject({
      subject: '[Demonstration] Correction: Lesson one',
      inReplyTo: lesson?.messageId,
      references: lesson?.messageId,
    });
    expect(correction?.text).toContain('The old text missed a warning.');
    expect(correction?.text).toContain('Corrected summary.');
    expect(smtp.received).toHaveLength(6);
  });

  it('tells about a withdrawal with its reason, also who takes no more lessons, but not who wants nothing at all', async () => {
    const { enrol, email, append, inbox, post } = await asNew();
    await enrol('stays@example.net');
    await enrol('leaves@example.net');
    await enrol('nothing@example.net');
    await enrol('complains@example.net');
    const lastTo = async (address: string) => (await inbox()).filter(({ to }) => to?.[0]?.address === address).at(-1);
    await post(linkIn(await lastTo('leaves@example.net'), 'unsubscribe'), { 'List-Unsubscribe': 'One-Click' });
    await post(linkIn(await lastTo('nothing@example.net'), 'unsubscribe'), { action: 'nothing' });
    expect(await email.takeComplaint('Complains@example.net')).toBe(true);
    await append(withdrawn(released(aCause(), { seq: 1 }), { seq: 5 }));
    await email.follow(4, 5);
    expect(await email.runDue()).toMatchObject({ sent: 2, suppressed: 2 });
    const told = (await inbox()).slice(-2).map(({ to }) => to?.[0]?.address);
    expect(told.sort()).toEqual(['leaves@example.net', 'stays@example.net']);
    const mail = (await inbox()).at(-1)!;
    expect(mail.subject).toContain('Withdrawn');
    expect(mail.text).toContain('It was out of date.');
    expect(mail.text).not.toContain(aCause().summary);
  });

  it('says nothing about minor and major changes, nor to people who were not sent the old text', async () => {
    const { enrol, email, append } = await asNew();
    await enrol('reader@example.net');
    await append(
      released(aCause({ summary: 'A.' }), { seq: 5, changeKind: 'minor' }),
      released(aCause({ summary: 'B.' }), { seq: 6, changeKind: 'major' }),
      released(aTreatment({ summary: 'C.' }), { seq: 7, changeKind: 'safety' }),
    );
    await email.follow(4, 7);
    expect(await email.runDue()).toMatchObject({ sent: 0 });
  });

  it('lets a correction wait for a lesson that is on the wire', async () => {
    const { enrol, clock, worker, transport, append, email, inbox } = await asNew();
    await enrol('reader@example.net');
    clock.set('2026-02-04T08:00:00Z');
    let letGo: () => void = () => undefined;
    let reached: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const onWire = new Promise<void>((resolve) => (reached = resolve));
    const slow: MailTransport = {
      ...transport,
      async send(mail) {
        reached();
        await gate;
        return transport.send(mail);
      },
    };
    const sending = worker(slow).runDue();
    await onWire;
    await append(released(aTreatment({ summary: 'New.' }), { seq: 5, changeKind: 'safety', changeNote: 'Warning.' }));
    await email.follow(4, 5);
    expect(await email.runDue()).toMatchObject({ sent: 0, suppressed: 0 });
    letGo();
    await sending;
    clock.pass(2 * 60_000);
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    expect((await inbox()).at(-1)?.subject).toContain('Correction: Lesson two');
  });

  it('stops when the course is withdrawn, and says why', async () => {
    const { enrol, email, append, clock, inbox, smtp, get, subscribe, enrolment } = await asNew();
    await enrol('reader@example.net');
    await append(withdrawn(released(aCourse(), { seq: 4 }), { seq: 5, reason: 'inaccurate' }));
    await email.follow(4, 5);
    await email.runDue();
    expect((await inbox()).at(-1)?.text).toContain('Something in it was wrong.');
    clock.pass(10 * DAY);
    await email.runDue();
    expect(smtp.received).toHaveLength(3);
    expect(await enrolment()).toMatchObject({ status: 'ended' });
    expect((await get('/courses/hip-pain')).status).toBe(410);
    expect((await subscribe('other@example.net')).status).toBe(410);
  });
});
