import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MailTransport } from '../../../publishers/email/mail-transport.ts';
import { DATABASES } from '../../support/database.ts';
import { aCause, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { aCourse, aLesson, aLog, COURSE_UID } from './course.ts';
import { DAY, HOUR, linkIn, startEmail, type EmailSystem, type Start } from './system.ts';

describe.each(DATABASES)('the email course on %s', (database) => {
  let system: EmailSystem;
  const start = async (options?: Start) => {
    await system.reset(options);
    return system;
  };
  beforeAll(async () => {
    system = await startEmail(database);
  });
  afterAll(() => system.stop());
  afterEach(() => expect(system.errors).toEqual([]));

  const states = async () =>
    (await system.rows('deliveries')).map(({ kind, lessonKey, state }) => [kind, lessonKey, state]);
  const enrolment = async () => (await system.rows('enrolments'))[0]!;

  it('goes from the form to the last lesson, each when it is due and each once', async () => {
    const { email, clock, get, post, subscribe, inbox, smtp } = await start();
    const answer = await subscribe('Reader@Example.NET');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/courses/hip-pain/subscribe');
    expect(await email.runDue()).toMatchObject({ sent: 1, failed: 0 });
    const [confirmation] = await inbox();
    expect(confirmation).toMatchObject({ to: [{ address: 'Reader@example.net' }] });
    expect(confirmation?.subject).toBe('[Demonstration] Please confirm: Hip pain in short lessons');

    const link = linkIn(confirmation, 'confirm');
    expect((await get(link)).status).toBe(200);
    expect(await enrolment()).toMatchObject({ status: 'requested' });
    expect((await post(link)).status).toBe(200);
    expect((await post(link)).status).toBe(200);
    expect(await enrolment()).toMatchObject({ status: 'active', round: 1 });

    expect(await email.runDue()).toMatchObject({ planned: 1, sent: 1 });
    expect(await email.runDue()).toMatchObject({ planned: 0, sent: 0 });
    expect((await inbox())[1]?.subject).toBe('[Demonstration] Lesson one');

    clock.set('2026-02-04T07:59:59Z');
    expect(await email.runDue()).toMatchObject({ sent: 0 });
    clock.set('2026-02-04T08:00:00Z');
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    clock.set('2026-02-06T08:00:00Z');
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    clock.pass(30 * DAY);
    expect(await email.runDue()).toMatchObject({ planned: 0, sent: 0 });
    expect(smtp.received).toHaveLength(4);
    expect(await enrolment()).toMatchObject({ status: 'finished' });
    expect(new Set((await inbox()).map(({ messageId }) => messageId)).size).toBe(4);
  });

  it('keeps only hash, Message-ID and releases of an accepted mail', async () => {
    const { enrol, rows } = await start();
    await enrol('reader@example.net');
    const [, lesson] = await rows('deliveries');
    expect(lesson).toMatchObject({ state: 'accepted', tries: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(lesson?.raw ?? null).toBeNull();
    expect(lesson?.contents).toMatchObject([{ uid: COURSE_UID, seq: 4 }, { uid: aCause().uid, seq: 1 }, { seq: 2 }]);
    expect(await rows('delivery-contents')).toHaveLength(4);
  });

  it('stops at once when the mail program posts the one-click request', async () => {
    const { enrol, inbox, post, email, clock, smtp } = await start();
    await enrol('reader@example.net');
    const lesson = (await inbox())[1]!;
    const header = (name: string) => lesson.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const address = new URL(header('list-unsubscribe')!.slice(1, -1)).pathname;
    expect((await post(address, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200);
    expect((await post(address, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200);
    expect(await enrolment()).toMatchObject({ status: 'unsubscribed' });
    clock.pass(30 * DAY);
    await email.runDue();
    expect(smtp.received).toHaveLength(2);
    // The old confirmation link must not start the course again.
    expect((await post(linkIn((await inbox())[0], 'confirm'))).status).toBe(410);
  });

  it('changes nothing when a scanner opens every link', async () => {
    const { enrol, inbox, get } = await start();
    await enrol('reader@example.net');
    const mails = await inbox();
    const before = await enrolment();
    for (const kind of ['unsubscribe', 'preferences', 'lessons'] as const) {
      expect((await get(linkIn(mails[1], kind))).status).toBe(200);
    }
    expect((await get(linkIn(mails[0], 'confirm'))).status).toBe(200);
    expect(await enrolment()).toEqual(before);
  });

  it('answers the same for an unknown, a known and a suppressed address, and mails each at most once in 10 minutes', async () => {
    const { subscribe, email, clock, behaviour, smtp } = await start();
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
    const { subscribe, email, clock, smtp } = await start();
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
    const { subscribe, email, rows } = await start();
    await Promise.all([1, 2, 3, 4].map(() => subscribe('reader@example.net')));
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    expect(await rows('subscribers')).toHaveLength(1);
    expect(await rows('enrolments')).toHaveLength(1);
  });

  it('lets a confirmation link expire after seven days', async () => {
    const { subscribe, email, clock, get, post, inbox } = await start();
    await subscribe('reader@example.net');
    await email.runDue();
    const link = linkIn((await inbox())[0], 'confirm');
    clock.pass(7 * DAY + 1000);
    expect((await get(link)).status).toBe(410);
    expect((await post(link)).status).toBe(410);
    expect(await enrolment()).toMatchObject({ status: 'requested' });
  });

  it('begins anew for somebody who comes back', async () => {
    const { enrol, inbox, post, clock, smtp } = await start();
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
    const { enrol, subscribe, email, inbox, clock } = await start();
    await enrol('reader@example.net');
    const { status, round, nextDueAt, timeZone } = await enrolment();
    clock.pass(HOUR);
    await subscribe('reader@example.net', { timeZone: 'Pacific/Auckland' });
    await email.runDue();
    expect((await inbox()).at(-1)?.subject).toContain('You are already taking');
    expect(await enrolment()).toMatchObject({ status, round, nextDueAt, timeZone });
  });

  it('pauses and resumes', async () => {
    const { enrol, inbox, post, get, email, clock, smtp } = await start();
    await enrol('reader@example.net');
    const preferences = linkIn((await inbox())[1], 'preferences');
    expect((await post(preferences, { action: 'pause' })).status).toBe(303);
    clock.pass(10 * DAY);
    await email.runDue();
    expect(smtp.received).toHaveLength(2);
    await post(preferences, { action: 'resume' });
    await email.runDue();
    expect(smtp.received).toHaveLength(2);
    expect(await (await get(preferences)).text()).toContain('You are taking this course');
    clock.set('2026-02-13T08:00:00Z');
    await email.runDue();
    expect(smtp.received).toHaveLength(3);
    expect((await post(preferences, { action: 'explode' })).status).toBe(400);
  });

  it('erases a person, and the link then leads nowhere', async () => {
    const { enrol, inbox, post, get, rows } = await start();
    await enrol('reader@example.net');
    const preferences = linkIn((await inbox())[1], 'preferences');
    expect((await post(preferences, { action: 'erase' })).status).toBe(200);
    for (const collection of ['subscribers', 'enrolments', 'deliveries', 'delivery-contents'] as const) {
      expect(await rows(collection)).toEqual([]);
    }
    expect((await get(preferences)).status).toBe(404);
  });

  it('sends each of 30 mails exactly once when three workers race for them', async () => {
    const { subscribe, worker, smtp, rows } = await start();
    for (let i = 0; i < 30; i += 1) await subscribe(`reader${i}@example.net`);
    const reports = await Promise.all([worker(), worker(), worker()].map((one) => one.runDue()));
    const rest = await worker().runDue();
    expect([...reports, rest].reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
    expect(new Set(smtp.received.map(({ to }) => to[0])).size).toBe(30);
    expect(smtp.received).toHaveLength(30);
    expect((await rows('deliveries')).every(({ state, tries }) => state === 'accepted' && tries === 1)).toBe(true);
  });

  it('sends the same bytes when a worker dies after freezing them', async () => {
    const { subscribe, email, clock, payload, rows, smtp, behaviour } = await start();
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
    const { subscribe, worker, transport, clock, smtp } = await start();
    await subscribe('reader@example.net');
    let reached: () => void;
    const onWire = new Promise<void>((resolve) => (reached = resolve));
    const dying: MailTransport = {
      ...transport,
      send: () => {
        reached();
        return new Promise(() => undefined);
      },
    };
    void worker(dying).runDue();
    await onWire;
    expect(await states()).toEqual([['confirmation', 'request-1', 'on-wire']]);
    clock.pass(HOUR);
    expect(await worker().runDue()).toMatchObject({ recovered: 1, sent: 0 });
    expect(await states()).toEqual([['confirmation', 'request-1', 'uncertain']]);
    clock.pass(DAY);
    expect(await worker().runDue()).toMatchObject({ sent: 0 });
    expect(smtp.received).toHaveLength(0);
  });

  it('does not send again when the line breaks after the final dot', async () => {
    const { subscribe, email, clock, behaviour, smtp } = await start();
    await subscribe('reader@example.net');
    behaviour.drop = () => 'after-final-dot';
    expect(await email.runDue()).toMatchObject({ uncertain: 1 });
    behaviour.drop = () => null;
    clock.pass(DAY);
    expect(await email.runDue()).toMatchObject({ sent: 0 });
    expect(smtp.received).toHaveLength(1);
  });

  it('tries again with longer and longer waits, then gives up', async () => {
    const { subscribe, email, clock, behaviour, rows } = await start();
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

  it('looks at the suppression list again when a worker takes the mail', async () => {
    const { enrol, behaviour, email, clock, payload, smtp } = await start();
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

  it('does not send a lesson to somebody who unsubscribed while it waited', async () => {
    const { enrol, behaviour, email, clock, post, inbox, smtp } = await start();
    await enrol('reader@example.net');
    behaviour.recipient = () => ({ code: 451, text: 'later' });
    clock.set('2026-02-04T08:00:00Z');
    await email.runDue();
    await post(linkIn((await inbox())[1], 'unsubscribe'));
    behaviour.recipient = () => null;
    clock.pass(HOUR);
    expect(await email.runDue()).toMatchObject({ suppressed: 1 });
    expect(smtp.received).toHaveLength(2);
  });

  it('makes a waiting mail anew when its text was withdrawn meanwhile', async () => {
    const { enrol, behaviour, email, clock, append, inbox } = await start();
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

  it('tells everyone who was sent the old text about a safety correction, once, in the same thread', async () => {
    const { enrol, email, append, inbox, smtp } = await start();
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

  it('tells about a withdrawal with its reason, and not those who unsubscribed', async () => {
    const { enrol, email, append, inbox, post } = await start();
    await enrol('stays@example.net');
    await enrol('leaves@example.net');
    const leaving = (await inbox()).filter(({ to }) => to?.[0]?.address === 'leaves@example.net').at(-1);
    await post(linkIn(leaving, 'unsubscribe'));
    await append(withdrawn(released(aCause(), { seq: 1 }), { seq: 5 }));
    await email.follow(4, 5);
    expect(await email.runDue()).toMatchObject({ sent: 1, suppressed: 1 });
    const mail = (await inbox()).at(-1)!;
    expect(mail.to?.[0]?.address).toBe('stays@example.net');
    expect(mail.subject).toContain('Withdrawn');
    expect(mail.text).toContain('The advice on this page is out of date.');
    expect(mail.text).not.toContain(aCause().summary);
  });

  it('says nothing about minor and major changes, nor to people who were not sent the old text', async () => {
    const { enrol, email, append } = await start();
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
    const { enrol, clock, worker, transport, append, email, inbox } = await start();
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
    const { enrol, email, append, clock, inbox, smtp, get, subscribe } = await start();
    await enrol('reader@example.net');
    await append(withdrawn(released(aCourse(), { seq: 4 }), { seq: 5, reason: 'The course was wrong.' }));
    await email.follow(4, 5);
    await email.runDue();
    expect((await inbox()).at(-1)?.text).toContain('The course was wrong.');
    clock.pass(10 * DAY);
    await email.runDue();
    expect(smtp.received).toHaveLength(3);
    expect(await enrolment()).toMatchObject({ status: 'ended' });
    expect((await get('/courses/hip-pain')).status).toBe(410);
    expect((await subscribe('other@example.net')).status).toBe(410);
  });

  it('holds a lesson back while none of its entries may go out, and says so', async () => {
    const { enrol, email, append, clock, smtp, rows } = await start();
    await enrol('reader@example.net');
    await append(withdrawn(released(aTreatment(), { seq: 3 }), { seq: 5 }));
    clock.set('2026-02-04T08:00:00Z');
    await email.runDue();
    expect(smtp.received).toHaveLength(2);
    expect((await rows('enrolments'))[0]).toMatchObject({
      status: 'active',
      nextLessonKey: 'two',
      heldBack: expect.stringContaining('two'),
    });
    await append(released(aTreatment(), { seq: 6 }));
    clock.set('2026-02-05T08:00:00Z');
    await email.runDue();
    expect(smtp.received).toHaveLength(3);
    expect((await rows('enrolments'))[0]?.heldBack ?? null).toBeNull();
  });

  it('leaves out an entry past its review date', async () => {
    const old = aCause({ reviewDue: '2026-02-01' });
    const rows = aLog();
    rows[0] = released(old, { seq: 1 });
    const { enrol, inbox } = await start({ rows });
    await enrol('reader@example.net');
    const lesson = (await inbox())[1]!;
    expect(lesson.text).not.toContain(old.summary);
    expect(lesson.text).toContain('left out here');
  });

  it('goes on by key when the course is arranged anew, and with the first unsent lesson when the key is gone', async () => {
    const { enrol, email, append, clock, inbox } = await start();
    await enrol('reader@example.net');
    const [one, , three] = aCourse().lessons;
    const lessons = [aLesson({ key: 'four' }), one!, three!];
    await append(released(aCourse({ lessons }), { seq: 5, changeKind: 'major' }));
    clock.set('2026-02-04T08:00:00Z');
    await email.runDue();
    expect((await inbox()).at(-1)?.subject).toBe('[Demonstration] Lesson four');
    clock.set('2026-02-06T08:00:00Z');
    await email.runDue();
    expect((await inbox()).at(-1)?.subject).toBe('[Demonstration] Lesson three');
    expect(await enrolment()).toMatchObject({ status: 'finished' });
  });

  it('shows a lesson in the browser as it was sent, under what was corrected since', async () => {
    const { enrol, inbox, get, append } = await start();
    await enrol('reader@example.net');
    const link = linkIn((await inbox())[1], 'lessons');
    const before = await get(link);
    expect(before.headers.get('x-robots-tag')).toBe('noindex');
    const body = await before.text();
    expect(body).toContain(aCause().summary);
    expect(body).not.toContain('out of date');
    expect(body).not.toMatch(/\/(unsubscribe|preferences|confirm)\//);
    await append(
      released(aCause({ summary: 'Changed.' }), { seq: 5, changeKind: 'safety', changeNote: 'A dose was wrong.' }),
      released(aCause({ summary: 'Changed again.' }), { seq: 6, changeKind: 'minor', changeNote: 'A comma.' }),
    );
    const after = await (await get(link)).text();
    expect(after).toContain('This mail is out of date');
    expect(after).toContain('A dose was wrong.');
    expect(after).not.toContain('A comma.');
    expect(after).toContain(aCause().summary);
  });

  it('shows the staff the ledger without the links in it, and lets nobody write it', async () => {
    const { enrol, payload } = await start();
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
