import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { DAY, HOUR, emailOn, linkIn } from './system.ts';

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
    for (const collection of ['subscribers', 'enrolments', 'deliveries', 'delivery-contents'] as const) {
      expect(await rows(collection)).toEqual([]);
    }
    expect((await get(preferences)).status).toBe(404);
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
