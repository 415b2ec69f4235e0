import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EVENT_LEVELS } from '../../publishers/channel-events.ts';
import { createTokenCodec } from '../../publishers/email/tokens.ts';
import { createChannels } from '../../runtime/channels.ts';
import { startWorkerLoop } from '../../runtime/worker-loop.ts';
import { startSmtp, type Behaviour } from '../publishers/email/smtp.ts';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES } from '../support/database.ts';
import { releaseEntry } from '../support/entries.ts';
import { newsroomOn } from '../support/newsroom.ts';

/** What an event may tell: ids, kinds, counts and codes; and what every line of the log has. */
const TOLD = [
  ...['delivery', 'enrolment', 'kind', 'tries', 'code', 'until', 'failures', 'status', 'seq', 'count', 'by', 'course'],
  ...['channel', 'event', 'msg', 'level', 'time', 'pid', 'hostname', 'name'],
];

type Line = Record<string, unknown> & { event?: string; msg: string };

const behaviour: Behaviour = {};
const smtp = await startSmtp(behaviour);
afterAll(() => smtp.close());

describe.each(DATABASES)('the log of a process on %s', (database) => {
  const written: string[] = [];
  const logTo = { write: (line: string) => void written.push(line) };
  const { system, staff, live, take } = newsroomOn(database, { env: { MAIL_URL: smtp.url }, logTo });
  let channels: ReturnType<typeof createChannels>;
  let entry: { id: string | number; revision: string };

  beforeAll(async () => {
    const { payload, env, now } = system;
    entry = await live('told-hip');
    const entries = [{ relationTo: 'causes' as const, value: entry.id }];
    const lessons = [0, 3].map((delayDays) => ({ key: `after-${delayDays}`, entries, delayDays }));
    const course = await aCourseDraft(payload, staff, lessons);
    await releaseEntry(payload, staff, 'courses', course.id);
    channels = createChannels({ payload, env, now });
    smtp.received.length = 0;
  });

  const lines = (): Line[] => written.map((line) => JSON.parse(line) as Line);
  const of = (event: keyof typeof EVENT_LEVELS) => lines().filter((line) => line.event === event);
  const pass = (minutes: number) => system.setNow(new Date(system.now().getTime() + minutes * 60_000));
  const post = (path: string, fields: Record<string, string>) =>
    channels.respond(new Request(system.env.siteUrl + path, { method: 'POST', body: new URLSearchParams(fields) }));
  const subscribe = (name: string) =>
    post('/courses/sore-hip-course/subscribe', {
      ...{ email: `${name}@example.net`, timeZone: 'Europe/London', consent: 'yes' },
    });
  const uidOf = async (name: string) => {
    const where = { email: { equals: `${name}@example.net` } };
    return (
      (await system.payload.db.findOne<{ id: string; uid: string }>({ collection: 'enrolments', where }))?.uid ?? ''
    );
  };
  const link = async (purpose: 'confirm' | 'preferences', name: string) =>
    `/${purpose}/${createTokenCodec(system.env.payloadSecret).make(purpose, await uidOf(name))}`;
  const begin = async (name: string) => {
    await subscribe(name);
    await post(await link('confirm', name), {});
  };
  const { runDue, prepareDue, sendDue } = {
    runDue: () => channels.email.runDue(),
    prepareDue: () => channels.email.prepareDue(),
    sendDue: () => channels.email.sendDue(),
  };

  it('has one line for whatever a channel does, with ids and a code', async () => {
    await begin('lost');
    behaviour.drop = () => 'after-final-dot';
    await prepareDue();
    await sendDue();
    delete behaviour.drop;
    expect(of('mail-uncertain')).toMatchObject([{ kind: 'lesson', tries: 1, code: 'no-answer', level: 40 }]);
    pass(2);
    await runDue();
    expect(of('mail-accepted')).toMatchObject([{ kind: 'confirmation', code: 'accepted', level: 30 }]);

    await subscribe('wrong');
    behaviour.recipient = () => ({ code: 450, text: '4.2.1 <wrong@example.net> come back later' });
    await runDue();
    behaviour.recipient = () => ({ code: 550, text: '5.1.1 <wrong@example.net> is nobody here' });
    pass(2);
    await runDue();
    delete behaviour.recipient;
    const wrong = await uidOf('wrong');
    expect(of('mail-deferred').at(-1)).toMatchObject({ enrolment: wrong, kind: 'confirmation', code: '450' });
    expect(of('mail-rejected')).toMatchObject([{ enrolment: wrong, kind: 'confirmation', tries: 2, code: '550' }]);

    for (const [name, action, event] of [
      ['leaves', 'nothing', 'mail-suppressed'],
      ['rests', 'pause', 'mail-held'],
    ] as const) {
      await begin(name);
      await prepareDue();
      await post(await link('preferences', name), { action });
      await sendDue();
      expect(of(event)).toMatchObject([{ enrolment: await uidOf(name), kind: 'lesson' }]);
    }

    await begin('nowhere');
    const [nowhere, collection] = [await uidOf('nowhere'), 'enrolments' as const];
    const data = { timeZone: 'Mars/Base' };
    await system.payload.db.updateOne({ collection, where: { uid: { equals: nowhere } }, data });
    for (let i = 0; i < 5; i += 1) {
      await prepareDue();
      pass(7 * 60);
    }
    expect(of('enrolment-set-aside')).toMatchObject([{ enrolment: nowhere, failures: 5, level: 40 }]);
    await sendDue();

    behaviour.drop = () => 'at-recipient';
    for (let i = 0; i < 6; i += 1) await subscribe(`waits${i}`);
    await runDue();
    delete behaviour.drop;
    pass(1);
    await runDue();
    expect(of('mail-server-paused')).toMatchObject([{ code: 'not-sent', level: 40 }]);
    expect(of('mail-server-resumed')).toMatchObject([{ code: 'accepted' }]);

    for (let i = 0; i < 6; i += 1) await subscribe('eager');
    expect(of('sign-up-limited')).toMatchObject([{ by: 'mailbox', level: 40 }]);

    await take(staff.editor, entry.id, 'withdraw', { revision: entry.revision, reason: 'unsafe' });
    await vi.waitFor(async () => expect((await channels.context.library()).head).toBe(3));
    await begin('late');
    const loop = startWorkerLoop({ payload: system.payload, channels });
    await vi.waitFor(() => expect(of('lesson-held-back').length).toBeGreaterThan(0), { timeout: 20_000 });
    await vi.waitFor(() => expect(of('followed').at(-1)).toMatchObject({ seq: 3 }), { timeout: 20_000 });
    await loop.stop();
    expect(of('lesson-held-back').at(-1)).toMatchObject({ enrolment: await uidOf('late'), code: 'no-entry-live' });
    expect(of('corrections-planned')).toMatchObject([{ seq: 3, count: 1 }]);
    expect(of('followed').at(-1)).toMatchObject({ channel: 'email', seq: 3, msg: 'followed' });
  }, 90_000);

  it('has a line for whatever a person decides after a restore', async () => {
    for (const [name, decision, event] of [
      ['back', 'release', 'mail-released'],
      ['gone', 'discard', 'mail-discarded'],
    ] as const) {
      await subscribe(name);
      await channels.email.holdAfterRestore(system.now());
      expect(await channels.email.decideHeld({ kind: 'confirmation' }, decision)).toBeGreaterThan(0);
      expect(of(event).at(-1)).toMatchObject({ enrolment: await uidOf(name), kind: 'confirmation', level: 30 });
    }
  });

  it('says all that is on the list, and nothing else', () => {
    const said = new Set(lines().flatMap(({ event }) => (event ? [event] : [])));
    expect([...said].sort()).toEqual(Object.keys(EVENT_LEVELS).sort());
    const told = lines().flatMap((line) => (line.event ? Object.keys(line) : []));
    expect(told.filter((name) => !TOLD.includes(name))).toEqual([]);
  });

  it('names no reader, no subject and no text, whatever fails beside', async () => {
    const { payload } = system;
    const data = { uid: 'x', addressKey: 'twice@example.net', email: 'twice@example.net', timeZone: 'Old words.' };
    const twice = async (): Promise<unknown> => payload.db.create({ collection: 'subscribers', data });
    await twice();
    await expect(twice()).rejects.toThrow();
    const cause = new Error('550 b@example.net is nobody here');
    const failure = new Error('Failed query: insert into t\nparams: Old "words".', { cause });
    payload.logger.error({ err: failure, msg: 'to a@example.net' });
    payload.logger.error(failure);
    payload.logger.error({ err: await twice().catch((error: unknown) => error) });
    expect(written.join('')).toContain('a statement of the database failed');
    const names = /\w@\w|example\.net|words|sore hip|Lesson after/i;
    expect(written.filter((line) => names.test(line))).toEqual([]);
    expect(lines().filter(({ level }) => level === 50).length).toBeGreaterThan(2);
  });
});
