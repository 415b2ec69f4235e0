import { describe, expect, it } from 'vitest';
import { transact } from '../../../database/transact.ts';
import { notify, type NewNotice } from '../../../editorial/notices/notify.ts';
import { NOTICE_KINDS } from '../../../model/notices.ts';
import { DATABASES } from '../../support/database.ts';
import { aColleague, type Staff } from '../../support/people.ts';
import { DAY, emailOn, HOUR, SITE, type EmailSystem } from './system.ts';

const MINUTE = 60_000;
const ENTRY = { type: 'cause', uid: '01a21901-958d-76a2-90ae-d7b92eee1cb4', title: 'canary-title' } as const;
const LINK = `${SITE}/admin/review/causes/${ENTRY.uid}`;

describe.each(DATABASES)('notices by mail on %s', (database) => {
  const asNew = emailOn(database);
  let staff: Pick<Staff, 'reviewer' | 'secondReviewer'> | undefined;

  const start = async () => {
    const system = await asNew();
    const { payload, clock } = system;
    await payload.db.deleteMany({ collection: 'notices', where: {} });
    // Without profiles: the releases of these tests were approved by others under the addresses that they would have.
    staff ??= {
      reviewer: await aColleague(payload, { name: 'Reviewer', role: 'reviewer' }),
      secondReviewer: await aColleague(payload, { name: 'Second reviewer', role: 'reviewer' }),
    };
    const reviewer = String(staff.reviewer.id);
    const tell = (over: Partial<NewNotice> = {}) =>
      transact(payload, (req) =>
        notify(req, {
          kind: 'submitted',
          entry: ENTRY,
          to: [{ account: reviewer, named: true }],
          by: null,
          occasion: crypto.randomUUID(),
          detail: 'canary-detail',
          at: clock.now(),
          ...over,
        }),
      );
    const choose = (notices: Record<string, unknown>) =>
      payload.db.updateOne({ collection: 'users', id: staff!.reviewer.id, data: { notices } });
    await choose({});
    return { ...system, staff, tell, choose, reviewer };
  };
  const noticeStates = async ({ rows }: EmailSystem) =>
    (await rows('deliveries')).map(({ kind, state }) => [kind, state]);

  it('say what kind of entry waits and where, and nothing that anybody wrote', async () => {
    const { tell, clock, email, inbox } = await start();
    for (const kind of NOTICE_KINDS) await tell({ kind, anchor: kind === 'mentioned' ? 'comment-7' : null });
    clock.pass(3 * MINUTE);
    await email.runDue();
    await tell();
    clock.pass(3 * MINUTE);
    await email.runDue();
    const [many, one] = await inbox();
    expect(many?.subject).toBe(`[Demonstration] ${NOTICE_KINDS.length} things wait for you at Imprimatur`);
    expect(one?.subject).toBe('[Demonstration] A cause waits for your review');
    expect(many?.text).toContain(`The review of a cause is due within 7 days.\n  ${LINK}\n`);
    expect(many?.html).toContain(`${LINK}#comment-7`);
    expect(one?.text).toContain(`Open it:\n${LINK}\n`);
    for (const mail of [many, one]) {
      expect(JSON.stringify(mail)).not.toContain('canary');
      expect(mail?.text).toContain(`${SITE}/admin/account`);
      const headers = mail?.headers.map(({ key }) => key) ?? [];
      expect(headers).toContain('auto-submitted');
      expect(headers.filter((key) => key.startsWith('list-'))).toEqual([]);
    }
  });

  it('share one mail within a minute, or one a day at the chosen hour, and come once from two workers', async () => {
    const { tell, choose, clock, email, worker, inbox, rows, staff: all } = await start();
    await choose({ digestHour: 11, timeZone: 'Europe/Berlin' });
    const both = [all.reviewer, all.secondReviewer].map(({ id }) => ({ account: String(id), named: false }));
    await tell({ to: both });
    await tell({ kind: 'withdrawn' });
    await tell({ kind: 'mentioned' });
    await email.runDue();
    expect(await inbox()).toEqual([]);
    const pass = async (milliseconds: number) => {
      clock.pass(milliseconds);
      await Promise.all([email.runDue(), worker().runDue()]);
      return (await inbox()).map(({ to, text }) => [to?.[0]?.address, text?.match(/admin\/review/g)?.length]);
    };
    expect(await pass(3 * MINUTE)).toEqual([['reviewer@example.com', 2]]);
    // 11:00 in Berlin is 10:00 UTC.
    expect(await pass(HOUR - 3 * MINUTE)).toHaveLength(1);
    expect(await pass(2 * MINUTE)).toEqual([
      ['reviewer@example.com', 2],
      ['reviewer@example.com', 1],
    ]);
    expect(await pass(DAY)).toHaveLength(3);
    expect((await rows('deliveries')).map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('go again with the same bytes after a line that broke early, and are a question after one that broke late', async () => {
    const system = await start();
    const { tell, clock, email, behaviour, smtp, rows } = system;
    await tell();
    clock.pass(3 * MINUTE);
    behaviour.drop = () => 'at-recipient';
    await email.runDue();
    expect(await noticeStates(system)).toEqual([['notice', 'deferred']]);
    const [{ sha256 } = {}] = await rows('deliveries');
    behaviour.drop = () => 'after-final-dot';
    clock.pass(HOUR);
    await email.runDue();
    expect(await noticeStates(system)).toEqual([['notice', 'uncertain']]);
    behaviour.drop = () => null;
    clock.pass(DAY);
    await email.runDue();
    expect(smtp.received).toHaveLength(1);
    expect((await rows('deliveries'))[0]).toMatchObject({ state: 'uncertain', sha256 });
  });

  it('never go to another address, an account that is gone, a suppressed mailbox, or about what was read', async () => {
    const system = await start();
    const { tell, clock, email, payload, smtp, rows } = system;
    const people: Record<string, string | number> = {};
    for (const name of ['Moved', 'Gone', 'Suppressed', 'Has read', 'Wants none', 'Stays']) {
      const { id } = await aColleague(payload, { name, role: 'editor' });
      people[name] = id;
      await tell({ to: [{ account: String(id), named: true }] });
    }
    clock.pass(3 * MINUTE);
    await email.prepareDue();
    const user = (name: string) => ({ collection: 'users', id: people[name]! }) as const;
    await payload.db.updateOne({ ...user('Moved'), data: { email: 'moved-on@example.com' } });
    await payload.delete({ ...user('Gone') });
    await email.takeComplaint('suppressed@example.com');
    const read = { recipient: { equals: String(people['Has read']) } };
    await payload.db.updateMany({ collection: 'notices', where: read, data: { unread: false } });
    await payload.db.updateOne({ ...user('Wants none'), data: { notices: { mail: 'never' } } });
    await email.runDue();
    expect(smtp.received.map(({ to }) => to)).toEqual([['stays@example.com']]);
    const states = (await rows('deliveries')).map(({ recipient, state }) => `${String(recipient)} ${String(state)}`);
    expect(states.filter((one) => one.endsWith('suppressed'))).toHaveLength(5);
    for (const id of Object.values(people))
      await payload.db.deleteOne({ collection: 'users', where: { id: { equals: id } } });
  });

  it('are not mailed again after a restore', async () => {
    const system = await start();
    const { tell, clock, email, smtp } = system;
    await tell();
    clock.pass(3 * MINUTE);
    await email.prepareDue();
    await tell();
    clock.pass(DAY);
    await email.holdAfterRestore(new Date(clock.now().getTime() - DAY));
    await email.runDue();
    expect(smtp.received).toEqual([]);
    expect(await noticeStates(system)).toEqual([['notice', 'suppressed']]);
    await tell();
    clock.pass(3 * MINUTE);
    await email.runDue();
    expect(smtp.received).toHaveLength(1);
  });
});
