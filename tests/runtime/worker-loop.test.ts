import { afterEach, beforeAll, beforeEach, afterAll, describe, expect, it, vi } from 'vitest';
import { createChannels } from '../../runtime/channels.ts';
import { lastRounds } from '../../runtime/metrics/rounds.ts';
import { startWorkerLoop } from '../../runtime/worker-loop.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { aCourseDraft } from '../support/courses.ts';
import { createStaff, verb, type Staff } from '../support/people.ts';
import { startSmtp, type Behaviour, type TestSmtp } from '../publishers/email/smtp.ts';

/** Mails on the wire at once: confirmations may take the lane too that lessons leave free. */
const LANES = 6;

describe.each(DATABASES)('the loops of a worker on %s', (database) => {
  const behaviour: Behaviour = {};
  let smtp: TestSmtp;
  let system: TestSystem;
  let staff: Staff;
  let channels: ReturnType<typeof createChannels>;
  let id: string | number;
  let loop: ReturnType<typeof startWorkerLoop> | null = null;

  beforeAll(async () => {
    smtp = await startSmtp(behaviour);
    system = await startSystem(database, { env: { MAIL_URL: smtp.url } });
    staff = await createStaff(system.payload);
    ({ id } = await aCauseDraft(system.payload, staff, { slug: 'sore-hip' }));
    await releaseEntry(system.payload, staff, 'causes', id);
    const lesson = { key: 'one', entries: [{ relationTo: 'causes' as const, value: id }], delayDays: 0 };
    const course = await aCourseDraft(system.payload, staff, [lesson]);
    await releaseEntry(system.payload, staff, 'courses', course.id);
    channels = createChannels({ payload: system.payload, env: system.env, now: system.now });
  });
  beforeEach(async () => {
    Object.assign(behaviour, { drop: undefined, answerAfter: undefined } satisfies Behaviour);
    smtp.received.length = 0;
    for (const collection of ['deliveries', 'enrolments', 'subscribers'] as const)
      await system.payload.db.deleteMany({ collection, where: {} });
  });
  afterEach(async () => {
    await loop?.stop();
    loop = null;
  });
  afterAll(async () => {
    await smtp.close();
    await system.stop();
  });

  const start = (drainMs: number) => (loop = startWorkerLoop({ payload: system.payload, channels, drainMs }));
  const subscribers = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      const body = new URLSearchParams({ email: `r${i}@example.net`, timeZone: 'Europe/London', consent: 'yes' });
      const url = `${system.env.siteUrl}/courses/sore-hip-course/subscribe`;
      await channels.respond(new Request(url, { method: 'POST', headers: { accept: 'text/html' }, body }));
    }
  };
  const states = async () => {
    const { docs } = await system.payload.db.find<{ id: string; state: string }>({
      ...{ collection: 'deliveries', pagination: false, limit: 100, where: {} },
    });
    return docs.map(({ state }) => state).sort();
  };
  const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 8_000, interval: 20 });

  it('take up nothing more once they are asked to end, and let what is on the wire arrive', async () => {
    behaviour.answerAfter = 700;
    await subscribers(8);
    const { stop } = start(5_000);
    await until(async () => expect((await states()).filter((state) => state === 'on-wire')).toHaveLength(LANES));
    await stop();
    expect(await states()).toEqual([...Array<string>(LANES).fill('accepted'), 'pending', 'pending']);
    expect(smtp.received).toHaveLength(LANES);
  });

  it('turn while a mail takes long: that of the mail inside its round, so that a slow server is no loop that stands', async () => {
    behaviour.drop = () => 'silent-at-recipient';
    await subscribers(1);
    start(200);
    await until(async () => expect(await states()).toEqual(['on-wire']));
    const seen = lastRounds().get('mail')?.at ?? expect.fail('it has not begun');
    await until(() => expect(lastRounds().get('mail')?.at).toBeGreaterThan(seen));
    const again = lastRounds().get('mail')?.at ?? seen;
    await until(() => expect(lastRounds().get('mail')?.at).toBeGreaterThan(again));
    expect(await states()).toEqual(['on-wire']);
  });

  it('cut off after a while what a server does not take, and write down that it may be tried again', async () => {
    behaviour.drop = () => 'silent-at-recipient';
    await subscribers(2);
    const { stop } = start(200);
    await until(async () => expect(await states()).toEqual(['on-wire', 'on-wire']));
    const asked = performance.now();
    await stop();
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(await states()).toEqual(['deferred', 'deferred']);
  });

  it('withdraw on time while the mail server stands still', async () => {
    behaviour.drop = () => 'silent-at-recipient';
    await subscribers(7);
    start(200);
    await until(async () => expect((await states()).filter((state) => state === 'on-wire')).toHaveLength(LANES));
    const at = new Date(Date.now() + 1_000);
    await plan(at);
    system.setNow(new Date(at.getTime() + 1));
    await until(async () => {
      const response = await channels.respond(new Request(`${system.env.siteUrl}/causes/sore-hip`));
      expect(response.status).toBe(410);
    });
    expect(await states()).toContain('on-wire');
  });

  const plan = async (at: Date) => {
    const { docs } = await system.payload.find({ collection: 'entry-status', where: { slug: { equals: 'sore-hip' } } });
    const revision = docs[0]?.liveRevision;
    const body = { revision, at: at.toISOString(), verb: 'withdraw', reason: 'out-of-date' };
    await verb(system.payload, staff.editor, 'causes', id, 'schedule', body);
  };
});
