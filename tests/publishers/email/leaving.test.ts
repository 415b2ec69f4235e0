import { describe, expect, it } from 'vitest';
import type { MailTransport } from '../../../publishers/email/mail-transport.ts';
import { createDeliveries } from '../../../publishers/email/store/deliveries.ts';
import { createDocuments } from '../../../publishers/email/store/documents.ts';
import { DATABASES } from '../../support/database.ts';
import { DAY, HOUR, emailOn, linkIn } from './system.ts';

const KEPT_OF_READERS = ['subscribers', 'enrolments', 'deliveries', 'delivery-contents'] as const;

describe.each(DATABASES)('a reader who has had enough, on %s', (database) => {
  const asNew = emailOn(database);

  it('stops at once when the mail program posts the one-click request', async () => {
    const { enrol, inbox, post, email, clock, smtp, enrolment } = await asNew();
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

  it('is asked whether to hear of mistakes, and can end that too', async () => {
    const { enrol, inbox, post, get, enrolment } = await asNew();
    await enrol('reader@example.net');
    const address = linkIn((await inbox())[1], 'unsubscribe');
    const asked = await (await get(address)).text();
    for (const way of ['No more lessons, but tell me if one was wrong', 'Nothing at all']) expect(asked).toContain(way);
    const gone = await (await post(address)).text();
    expect(gone).toContain('we tell you in one mail');
    expect(gone).toContain('Nothing at all');
    expect(await enrolment()).toMatchObject({ status: 'unsubscribed' });
    expect(await (await post(address, { action: 'nothing' })).text()).toContain(
      'corrections of earlier lessons included',
    );
    expect(await enrolment()).toMatchObject({ status: 'unsubscribed', nothingMore: true });
    expect(await (await get(address)).text()).not.toContain('Nothing at all');
  });

  it('gets nothing more once they complained, whoever enters the address', async () => {
    const { enrol, email, subscribe, smtp, rows, clock } = await asNew();
    await enrol('reader@example.net');
    await email.takeComplaint('reader@example.net');
    const before = smtp.received.length;
    clock.pass(DAY);
    await subscribe('reader@example.net');
    await email.runDue();
    expect(smtp.received).toHaveLength(before);
    expect(await rows('suppressions')).toMatchObject([{ addressKey: 'reader@example.net', reason: 'complained' }]);
  });

  it('pauses and resumes', async () => {
    const { enrol, inbox, post, get, email, clock, smtp } = await asNew();
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
    const { enrol, inbox, post, get, rows } = await asNew();
    await enrol('reader@example.net');
    const preferences = linkIn((await inbox())[1], 'preferences');
    expect((await post(preferences, { action: 'erase' })).status).toBe(200);
    for (const collection of KEPT_OF_READERS) expect(await rows(collection)).toEqual([]);
    expect((await get(preferences)).status).toBe(404);
  });

  it('leaves nothing behind when they are erased while a worker makes their mail', async () => {
    const { enrol, inbox, post, rows, clock, worker, transport, smtp } = await asNew();
    await enrol('reader@example.net');
    const preferences = linkIn((await inbox())[1], 'preferences');
    clock.set('2026-02-04T08:00:00Z');
    const erasing: MailTransport = {
      ...transport,
      async compose(mail) {
        const composed = await transport.compose(mail);
        expect((await post(preferences, { action: 'erase' })).status).toBe(200);
        return composed;
      },
    };
    expect(await worker(erasing).runDue()).toMatchObject({ planned: 1, sent: 0 });
    for (const collection of KEPT_OF_READERS) expect(await rows(collection)).toEqual([]);
    expect(smtp.received).toHaveLength(2);
  });

  it('leaves nothing behind when a mail boards between the steps of the erasure', async () => {
    const { enrol, inbox, post, rows, payload, clock } = await asNew();
    await enrol('reader@example.net');
    const preferences = linkIn((await inbox())[1], 'preferences');
    const { subscriberUid } = (await rows('enrolments'))[0]!;
    const deliveries = createDeliveries(createDocuments(payload));
    const [sent] = await deliveries.ofSubscriber(String(subscriberUid), 'lesson');
    const lease = { leaseToken: 'mine', state: 'claimed' } as const;
    await payload.db.updateOne({ collection: 'deliveries', where: { uid: { equals: sent!.uid } }, data: lease });
    const frozen = { messageId: 'm', date: clock.now(), envelope: { from: 'a', to: 'b' }, raw: Buffer.from('mail') };
    const { db } = payload;
    const stock = db.deleteMany.bind(db);
    let removals = 0;
    db.deleteMany = async (args) => {
      await stock(args);
      removals += 1;
      if (removals !== 1) return;
      const anew = { subject: 's', contents: [{ uid: 'new', seq: 77, revision: 'r' }] };
      const wire = { frozen, anew, keepsBytes: false, tries: 1, leaseUntil: clock.now() };
      await deliveries.board({ ...sent!, ...lease }, wire);
    };
    try {
      expect((await post(preferences, { action: 'erase' })).status).toBe(200);
    } finally {
      db.deleteMany = stock;
    }
    expect(removals).toBeGreaterThan(1);
    for (const collection of KEPT_OF_READERS) expect(await rows(collection)).toEqual([]);
  });

  it('does not send a lesson to somebody who unsubscribed while it waited', async () => {
    const { enrol, behaviour, email, clock, post, inbox, smtp } = await asNew();
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
});
