/** Backup, loss and restore as the runbook has them, with the commands as an operator types them. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headMarkFile } from '../../release-log/head-mark.ts';
import { verifyInstallation } from '../../release-log/verify/verify-installation.ts';
import { follow } from '../../publishers/follow.ts';
import { createChannels } from '../../runtime/channels.ts';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { startJourney, type Journey } from '../support/journey.ts';
import { verb } from '../support/people.ts';
import { startCommand } from '../support/processes.ts';

const DAY = 24 * 3_600_000;
const READER = 'reader@example.net';
const LEAVES = 'leaves@example.net';

describe.each(DATABASES)(
  'an installation on %s that is lost and put back from a backup',
  (database) => {
    let before: Journey;
    let after: TestSystem;
    let channels: ReturnType<typeof createChannels>;
    let backup: string;
    let mistake: { id: string | number; revision: string };
    let old: { logId: string; head: number };
    const now = new Date();

    const npm = async (...args: string[]) => {
      const { dataDir, databaseUrl, mailUrl } = before.env;
      const command = startCommand('npm', ['run', '--silent', ...args], {
        ...{ DEMO: '1', NODE_ENV: 'production', LOG_LEVEL: 'error', HOME: dataDir },
        ...{ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, MAIL_URL: mailUrl },
      });
      return { code: await command.exited, output: command.output() };
    };
    const work = async () => {
      await follow(after.payload, channels.context.library, channels.email);
      return channels.email.runDue();
    };
    const changes = async (query: string) => {
      const answer = await channels.respond(new Request(`${after.env.siteUrl}/changes.json?${query}`));
      return { status: answer.status, body: (await answer.json()) as { logId: string; head: number } };
    };
    const subjects = async () => (await before.inbox()).map(({ subject }) => subject);

    beforeAll(async () => {
      before = await startJourney(database, { now: new Date(now.getTime() - 3 * DAY) });
      const { payload, staff } = before;
      // This is about the mail of readers.
      for (const { id } of Object.values(staff) as { id: string | number }[]) {
        await payload.update({ collection: 'users', id, data: { notices: { mail: 'never' } } });
      }
      const cause = await aCauseDraft(payload, staff, { slug: 'sore-hip' });
      const other = await aCauseDraft(payload, staff, { slug: 'stiff-hip' });
      const { revision } = await releaseEntry(payload, staff, 'causes', cause.id);
      await releaseEntry(payload, staff, 'causes', other.id);
      mistake = { id: cause.id, revision };
      const entriesOf = (value: string | number) => [{ relationTo: 'causes' as const, value }];
      const course = await aCourseDraft(payload, staff, [
        { key: 'one', entries: entriesOf(cause.id), delayDays: 0 },
        { key: 'two', entries: entriesOf(other.id), delayDays: 1 },
        { key: 'three', entries: entriesOf(other.id), delayDays: 6 },
      ]);
      await releaseEntry(payload, staff, 'courses', course.id);
      await before.enrol('sore-hip-course', READER);
      await before.enrol('sore-hip-course', LEAVES);
      backup = path.join(before.env.dataDir, 'backup');
    });
    afterAll(async () => {
      await after.stop();
      await before.smtp.close();
      await rm(before.env.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    });

    it('is backed up while it runs, and goes on: a lesson, a withdrawal, its correction', async () => {
      expect(await npm('backup', '--', backup)).toEqual({
        code: 0,
        output: expect.stringMatching(/the log up to release 3\. It was read back and is whole\.\nWithout keys/),
      });
      expect(await npm('backup', '--', backup)).toMatchObject({
        code: 1,
        output: expect.stringContaining('is there already'),
      });
      before.setNow(now);
      const mine = (await before.inbox()).findLast(({ to }) => to?.some(({ address }) => address === LEAVES));
      await before.post(/\/unsubscribe\/[\w-]+/.exec(mine?.text ?? '')?.[0] ?? '', {});
      await before.work();
      const { id, revision } = mistake;
      await verb(before.payload, before.staff.editor, 'causes', id, 'withdraw', { revision, reason: 'unsafe' });
      await before.channels.context.library();
      await expect.poll(() => headMarkFile(before.env.dataDir).read()).toMatchObject({ seq: 4 });
      await before.work();
      expect(await subjects()).toEqual([
        expect.stringContaining('Please confirm'),
        expect.stringContaining('Lesson one'),
        expect.stringContaining('Please confirm'),
        expect.stringContaining('Lesson one'),
        expect.stringContaining('Lesson two'),
        expect.stringContaining('Withdrawn: Lesson one'),
        expect.stringContaining('Withdrawn: Lesson one'),
      ]);
      const mark = await headMarkFile(before.env.dataDir).read();
      old = { logId: (mark as { logId: string }).logId, head: 4 };
      await before.leave();
    });

    it('is put back only when that is meant, and the command says what is lost', async () => {
      expect(await npm('restore', '--', backup)).toEqual({ code: 1, output: expect.stringContaining('--replace') });
      const { code, output } = await npm('restore', '--', backup, '--replace');
      expect([code, output]).toEqual([0, expect.stringContaining('LOST: release 4 is gone.')]);
      expect(output).toContain('the log ends at release 3, and all of it verifies');
      expect(output).toContain('Release 4 begins another log id');
      expect(output).toContain('1 mail may have gone out since and is held');
      expect(output).toContain('1 reader who has left since was let go again, as readers-left.jsonl has it.');
      expect(output).not.toContain('NOT KNOWN');
      const { mailUrl: MAIL_URL, dataDir: DATA_DIR, databaseUrl: DATABASE_URL } = before.env;
      after = await startSystem(database, { now, env: { MAIL_URL, DATA_DIR, DATABASE_URL } });
      channels = createChannels({ payload: after.payload, env: after.env, now: after.now });
      const problems: string[] = [];
      const { dataDir } = after.env;
      await verifyInstallation(after.payload, { dataDir, report: (line) => problems.push(line) });
      expect(problems).toEqual([]);
      await channels.context.library();
      expect(channels.faults()).toEqual([]);
    });

    it('sends no lesson by itself, and none twice', async () => {
      const sent = before.smtp.received.length;
      expect(await work()).toMatchObject({ sent: 0, planned: 0 });
      expect(await work()).toMatchObject({ sent: 0, planned: 0 });
      expect(before.smtp.received).toHaveLength(sent);
    });

    it('tells consumers who had read further, before and after the withdrawal is made again', async () => {
      const { id, revision } = mistake;
      const asked = `since=${old.head}&log=${old.logId}`;
      expect(await changes(asked)).toMatchObject({ status: 409 });
      await verb(after.payload, before.staff.editor, 'causes', id, 'withdraw', { revision, reason: 'unsafe' });
      await expect.poll(async () => (await changes(asked)).body.head).toBe(4);
      const again = await changes(asked);
      expect(again.status).toBe(409);
      expect(again.body.logId).not.toBe(old.logId);
      const sent = before.smtp.received.length;
      // Who took no more lessons has the first one all the same.
      expect(await work()).toMatchObject({ sent: 2 });
      const correction = expect.stringContaining('Withdrawn: Lesson one') as string;
      expect((await subjects()).slice(sent)).toEqual([correction, correction]);
    });

    it('goes on with the course when a person has decided', async () => {
      expect(await npm('release-held', '--', '--discard', '--all')).toEqual({
        code: 0,
        output: '1 mail is not sent.\n',
      });
      const sent = before.smtp.received.length;
      after.setNow(new Date(now.getTime() + 7 * DAY));
      expect(await work()).toMatchObject({ planned: 1, sent: 1 });
      expect((await subjects()).slice(sent)).toEqual([expect.stringContaining('Lesson three')]);
    });
  },
  120_000,
);
