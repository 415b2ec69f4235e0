import { mkdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { follow } from '../../../publishers/follow.ts';
import { createChannels } from '../../../runtime/channels.ts';
import { exposition } from '../../../runtime/metrics/exposition.ts';
import { forgetLoop, noteRound } from '../../../runtime/metrics/rounds.ts';
import type { System } from '../../../runtime/system.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('the figures of operation on %s', (database) => {
  const { system, staff, take, live, review } = newsroomOn(database);
  let running: System;
  beforeAll(async () => {
    const { payload, env, now } = system;
    await mkdir(env.dataDir, { recursive: true });
    running = { payload, env, channels: createChannels({ payload, env, now }) };
  });

  /** Each figure by its name and labels. */
  const read = async (of: System = running): Promise<Map<string, number>> => {
    const { type, text } = await exposition(of);
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) expect(line).toMatch(/^imprimatur_[a-z0-9_]+(\{[^}]*\})? [-+\w.]+$/i);
    return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  };

  it('tell head, lag, what is overdue and what is held', async () => {
    const { id, revision } = await live('figures');
    const at = new Date(system.now().getTime() + 60_000).toISOString();
    await take(staff.editor, id, 'schedule', { revision, at, verb: 'withdraw', reason: 'legal' });
    const before = await read();
    const head = before.get('imprimatur_log_head') ?? 0;
    expect(head).toBeGreaterThan(0);
    expect(before.get('imprimatur_follower_lag_rows{channel="email"}')).toBe(head);
    const [channel] = running.channels.following;
    await follow(running.payload, running.channels.context.library, channel ?? expect.fail('no channel'));
    expect((await read()).get('imprimatur_follower_lag_rows{channel="email"}')).toBe(0);
    expect(before.get('imprimatur_schedules_overdue')).toBe(0);
    system.setNow(new Date(system.now().getTime() + 120_000));
    expect((await read()).get('imprimatur_schedules_overdue')).toBe(1);
    expect(before.get('imprimatur_enrolments_held')).toBe(0);
    expect(before.get('imprimatur_log_faults')).toBe(0);
    expect(before.get('imprimatur_disk_free_bytes')).toBeGreaterThan(1_000_000);
    expect((await review(id)).state).toBe('live');
  });

  it('count the mails of every kind and state of the ledger', async () => {
    const dueAt = new Date(system.now().getTime() - 90_000).toISOString();
    const mail = { kind: 'correction', state: 'deferred', dueAt, plannedAt: dueAt, uid: 'm', ledgerKey: 'm', tries: 1 };
    const whose = { enrolmentUid: 'e', subscriberUid: 's', courseUid: 'c', lessonKey: 'l', round: 1 };
    const rest = { ...whose, recipient: 'a@example.net', subject: 'S', messageId: 'm' };
    await system.payload.db.create({ collection: 'deliveries', data: { ...mail, ...rest } });
    const figures = await read();
    expect(figures.get('imprimatur_mails{kind="correction",state="deferred"}')).toBe(1);
    expect(figures.get('imprimatur_mails{kind="lesson",state="uncertain"}')).toBe(0);
    expect(figures.get('imprimatur_mail_oldest_due_seconds{kind="correction"}')).toBeCloseTo(90, 0);
    expect([...figures.keys()].filter((name) => name.startsWith('imprimatur_mails')).length).toBeGreaterThanOrEqual(24);
  });

  it('tell of each loop when it last ended, and whether it failed', async () => {
    onTestFinished(() => ['clock', 'mail'].forEach(forgetLoop));
    noteRound('clock', false);
    noteRound('mail', true);
    const figures = await read();
    expect(figures.get('imprimatur_loop_failing{loop="clock"}')).toBe(0);
    expect(figures.get('imprimatur_loop_failing{loop="mail"}')).toBe(1);
    const ended = figures.get('imprimatur_loop_last_round_timestamp_seconds{loop="mail"}') ?? 0;
    expect(Math.abs(ended - Date.now() / 1000)).toBeLessThan(60);
  });

  it('say that the database is away, and all that can be said without it', async () => {
    const { channels } = running;
    const library = () => Promise.reject(new Error('away'));
    const figures = await read({ ...running, channels: { ...channels, context: { ...channels.context, library } } });
    expect(figures.get('imprimatur_database_up')).toBe(0);
    expect(figures.has('imprimatur_log_head')).toBe(false);
    expect(figures.has('imprimatur_render_cache_bytes')).toBe(true);
    expect((await read()).get('imprimatur_database_up')).toBe(1);
  });
});
