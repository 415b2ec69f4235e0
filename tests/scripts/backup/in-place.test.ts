/** A database that was put back by other means than ours: a snapshot, a provider, mongorestore. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseCopier } from '../../../database/copy/database-copy.ts';
import type { Env } from '../../../env.ts';
import { headMarkFile, type HeadMark } from '../../../release-log/head-mark.ts';
import { createChannels } from '../../../runtime/channels.ts';
import { makeBackup } from '../../../scripts/backup/make-backup.ts';
import { adoptDatabase } from '../../../scripts/backup/restore-backup.ts';
import { aCourseDraft } from '../../support/courses.ts';
import { DATABASES, startSystem } from '../../support/database.ts';
import { aCauseDraft, releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { run } from '../../support/server.ts';

describe.each(DATABASES)('a database of %s that was put back past the command', { timeout: 120_000 }, (database) => {
  const { system, staff, live } = newsroomOn(database);
  let there: Env;
  let end: HeadMark;
  beforeAll(async () => {
    const { payload, env, now } = system;
    const { id } = await live('sore-hip');
    const lesson = { key: 'one', entries: [{ relationTo: 'causes' as const, value: id }], delayDays: 0 };
    const course = await aCourseDraft(payload, staff, [lesson]);
    await releaseEntry(payload, staff, 'courses', course.id);
    const body = new URLSearchParams({ email: 'a@example.net', timeZone: 'Europe/London', consent: 'yes' });
    const url = `${env.siteUrl}/courses/sore-hip-course/subscribe`;
    await createChannels({ payload, env, now }).respond(new Request(url, { method: 'POST', body }));

    const folder = path.join(env.dataDir, 'backup');
    const { log } = await makeBackup(env, { folder, withKeys: false, now: () => new Date() });
    end = log ?? expect.fail('a log');
    const dataDir = path.join(env.dataDir, 'there');
    const place = new URL(env.databaseUrl);
    place.pathname = database === 'SQLite' ? path.join(dataDir, 'new.db') : `${place.pathname}-there`;
    const databaseUrl = database === 'SQLite' ? `file:${place.pathname}` : place.toString();
    there = { ...env, dataDir, databaseUrl };
    await cp(path.join(env.dataDir, 'keys'), path.join(dataDir, 'keys'), { recursive: true });
    // What this machine saw before: the log had got further.
    await headMarkFile(dataDir).write({ ...end, seq: 5 });
  });
  afterAll(async () => {
    if (database === 'SQLite') return;
    const { MongoClient } = await import('mongodb');
    const client = await MongoClient.connect(there.databaseUrl);
    await client.db().dropDatabase();
    await client.close();
  });

  const restore = () =>
    run([path.resolve('scripts/restore.ts'), '--in-place'], {
      ...{ PATH: process.env.PATH ?? '', DEMO: '1', NODE_ENV: 'production', LOG_LEVEL: 'error' },
      ...{ DATA_DIR: there.dataDir, DATABASE_URL: there.databaseUrl },
    });

  it('is none before it is there', async () => {
    expect(await restore()).toEqual({ code: 1, output: expect.stringContaining('There is no installation here') });
    expect(await headMarkFile(there.dataDir).read()).toMatchObject({ seq: 5 });
  });

  it('is made ready as by the command: what is lost is named, another log id, the mail held, the mark moved', async () => {
    const copier = await databaseCopier(there.databaseUrl);
    await copier.setUp(path.join(system.env.dataDir, 'backup'));
    await copier.keep();
    await copier.close();
    const { code, output } = await restore();
    expect([code, output]).toEqual([0, expect.stringContaining('LOST: releases 3 to 5 are gone.')]);
    expect(output).toContain('Release 3 begins another log id');
    expect(output).toContain('1 mail may have gone out since and is held');
    expect(await headMarkFile(there.dataDir).read()).toEqual(end);
    // Nothing is lost of a log that ends where it was last seen, and no mail is held twice.
    expect(await adoptDatabase(there)).toMatchObject({ end, mark: end, begunAnew: false, mail: { held: 0 } });
    const next = await startSystem(database, { env: { DATA_DIR: there.dataDir, DATABASE_URL: there.databaseUrl } });
    const cause = await aCauseDraft(next.payload, staff, { slug: 'after' });
    await releaseEntry(next.payload, staff, 'causes', cause.id);
    const { docs } = await next.payload.find({ collection: 'releases', where: { seq: { equals: 3 } } });
    expect(docs[0]?.logId).not.toBe(end.logId);
    await next.leave();
  });
});
