import { describe, expect, it, vi } from 'vitest';
import type { FrozenMail, MailTransport } from '../../../publishers/email/mail-transport.ts';
import { createDeliveries } from '../../../publishers/email/store/deliveries.ts';
import { createDocuments } from '../../../publishers/email/store/documents.ts';
import { adapterCalls } from '../../support/adapter-calls.ts';
import { DATABASES } from '../../support/database.ts';
import { COURSE_UID } from './course.ts';
import { emailOn, type EmailSystem } from './system.ts';

describe.each(DATABASES)('mail in batches on %s', (database) => {
  const asNew = emailOn(database);
  const uidOf = (i: number) => `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`;
  const readers = async ({ payload, clock }: EmailSystem, count: number) => {
    for (let i = 0; i < count; i += 1) {
      const uid = uidOf(i);
      await payload.db.create({
        collection: 'enrolments',
        data: {
          ...{ uid, subscriberUid: uid, enrolmentKey: uid, email: `reader${i}@example.net`, status: 'active' },
          ...{ courseUid: COURSE_UID, courseTitle: 'Hip pain', timeZone: 'Europe/London', requests: 1, round: 1 },
          ...{ nextLessonKey: 'one', nextDueAt: clock.now().toISOString() },
        },
      });
    }
  };
  /** two lanes, of which one is kept for corrections */
  const slowly = (transport: MailTransport, send: (mail: FrozenMail) => Promise<void>): MailTransport => ({
    ...transport,
    concurrency: 2,
    async send(mail, cut) {
      await send(mail);
      return transport.send(mail, cut);
    },
  });

  it('takes at most six calls of the database for a mail, from planning on', async () => {
    const system = await asNew();
    await readers(system, 60);
    const calls = await adapterCalls(system.payload, () => system.email.runDue());
    expect(system.smtp.received).toHaveLength(60);
    // On MongoDB a write of many is a command for what is created, one for what is changed, and one to see what was.
    const commands =
      database === 'MongoDB'
        ? calls.flatMap((call) => (call.startsWith('createAnd') ? [call, call, call] : call))
        : calls;
    expect(commands.length / 60).toBeLessThan(6);
    // None is asked for before it is written.
    expect(calls.filter((call) => call.startsWith('find delivery-contents'))).toEqual([]);
  });

  it('asks again of each mail that it has in hand before its own bytes go out', async () => {
    const system = await asNew();
    await readers(system, 4);
    await system.email.prepareDue();
    const { payload, smtp, states } = system;
    let sent = 0;
    const leaving = slowly(system.transport, async ({ envelope }) => {
      sent += 1;
      if (sent > 1) return;
      const others = [0, 1, 2, 3].filter((i) => envelope.to !== `reader${i}@example.net`);
      const [left = 0, gone = 0] = others;
      const where = { uid: { equals: uidOf(left) } };
      await payload.db.updateOne({ collection: 'enrolments', where, data: { status: 'unsubscribed' } });
      const data = { addressKey: `reader${gone}@example.net`, reason: 'complained' };
      await payload.db.create({ collection: 'suppressions', data });
    });
    await system.worker(leaving).sendDue();
    expect(smtp.received).toHaveLength(2);
    expect((await states()).map(([, , state]) => state).sort()).toEqual([
      ...['accepted', 'accepted', 'suppressed', 'suppressed'],
    ]);
  });

  it('gives back at once what it has in hand when it is asked to end', async () => {
    const system = await asNew();
    await readers(system, 5);
    await system.email.prepareDue();
    const claiming = new AbortController();
    const halt = { claiming: claiming.signal, wire: new AbortController().signal };
    const ending = slowly(system.transport, async () => {
      claiming.abort();
      await expect
        .poll(async () => (await system.states()).filter(([, , state]) => state === 'pending').length, {
          timeout: 5_000,
        })
        .toBe(4);
    });
    expect(await system.worker(ending).sendDue(halt)).toEqual(['accepted']);
    await system.worker().sendDue();
    expect(new Set(system.smtp.received.map(({ to }) => to[0])).size).toBe(5);
    expect(system.smtp.received).toHaveLength(5);
  });

  it('gives back what it has had in hand for a minute, also while a slow server holds all its lanes', async () => {
    const system = await asNew();
    for (let i = 0; i < 20; i += 1) await system.subscribe(`new${i}@example.net`);
    await system.email.prepareDue();
    const inState = async (state: string) => (await system.states()).filter((one) => one[2] === state).length;
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    let isSlow = false;
    const slow = slowly(system.transport, async () => {
      // Of two lanes one is this mail's: more than one claimed mail means that one is in hand.
      isSlow ||= (await inState('claimed')) > 1;
      if (isSlow) await answered;
    });
    const sending = system.worker(slow).sendDue();
    await expect.poll(() => isSlow, { timeout: 10_000 }).toBe(true);
    await expect.poll(() => inState('on-wire')).toBe(2);
    expect(await inState('claimed')).toBeGreaterThan(0);
    const then = performance.now.bind(performance);
    const passed = vi.spyOn(performance, 'now').mockImplementation(() => then() + 61_000);
    try {
      await expect.poll(() => inState('claimed'), { timeout: 5_000 }).toBe(0);
      expect(await inState('on-wire')).toBe(2);
    } finally {
      passed.mockRestore();
      answer();
      await sending;
    }
    await system.worker().sendDue();
    expect(new Set(system.smtp.received.map(({ to }) => to[0])).size).toBe(20);
    expect(system.smtp.received).toHaveLength(20);
  });

  it('keeps no bytes of a lesson on the wire, and those of a mail that would go again', async () => {
    const system = await asNew();
    await readers(system, 1);
    await system.subscribe('new@example.net');
    const kept: Record<string, boolean> = {};
    const looking = slowly(system.transport, async ({ envelope }) => {
      const row = (await system.rows('deliveries')).find(({ recipient }) => recipient === envelope.to);
      kept[String(row?.kind)] = Boolean(row?.raw);
      expect(row).toMatchObject({ state: 'on-wire', tries: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(row?.contents).not.toEqual([]);
    });
    const worker = system.worker(looking);
    await worker.runDue();
    expect(kept).toEqual({ lesson: false, confirmation: true });
  });

  it('takes up many that are due share by share, all of a reader in one', async () => {
    const system = await asNew();
    await readers(system, 60);
    await system.email.prepareDue();
    const deliveries = createDeliveries(createDocuments(system.payload));
    const shareOf = new Map((await system.rows('deliveries')).map(({ uid, share }) => [uid, share]));
    const due = async (share: number) => {
      const found = await deliveries.due(system.clock.now(), 2, share);
      return new Set(found.map(({ uid }) => shareOf.get(uid)));
    };
    // Only now it is known that there are more than two.
    await due(0);
    const shares = [...new Set(shareOf.values())].filter(
      (share) => [...shareOf.values()].filter((one) => one === share).length > 1,
    );
    expect(shares.length).toBeGreaterThan(5);
    for (const share of shares) expect(await due(Number(share))).toEqual(new Set([share]));
  });
});
