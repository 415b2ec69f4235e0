import { describe, expect, it, beforeEach } from 'vitest';
import { decideHeldMail } from '../../../collections/shared/decide-held-mail.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('mail that a restore holds, on %s', (database) => {
  const { system, staff } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const decide = async (who: Parameters<typeof tokenOf>[0], body: Record<string, unknown>) =>
    rest('POST', '/api/deliveries/held', { token: await tokenOf(who), body });
  const mails = async () => {
    const { docs } = await system.payload.find({ collection: 'deliveries', sort: 'uid', pagination: false });
    return docs.map(({ uid, state, note }) => [uid, state, note ?? null]);
  };
  const trail = async () => {
    const where = { subject: { equals: 'deliveries/held' } };
    const { docs } = await system.payload.find({ collection: 'audit-events', where, sort: 'position', limit: 0 });
    return docs.map(({ action, actorName, details }) => ({ action, actorName, details }));
  };
  const aMail = (uid: string, lessonKey: string, state = 'held-after-restore') => {
    const at = '2026-02-02T08:00:00.000Z';
    const ids = { uid, ledgerKey: uid, enrolmentUid: `of-${uid}`, subscriberUid: `of-${uid}`, courseUid: 'course' };
    const data = { ...ids, lessonKey, state, kind: 'lesson', recipient: 'reader@example.net' };
    const times = { plannedAt: at, dueAt: at, round: 1, tries: 0 };
    return system.payload.db.create({ collection: 'deliveries', data: { ...data, ...times } });
  };

  beforeEach(async () => {
    await system.payload.db.deleteMany({ collection: 'deliveries', where: {} });
    await aMail('a', 'two');
    await aMail('b', 'two');
    await aMail('c', 'three');
    await aMail('d', 'three', 'uncertain');
  });

  it('is decided on by mailers and admins who are logged in, and by nobody else', async () => {
    const all = { decision: 'release', all: true };
    const untouched = await mails();
    for (const who of ['editor', 'reviewer'] as const) expect((await decide(who, all)).status).toBe(403);
    expect((await rest('POST', '/api/deliveries/held', { body: all })).status).toBe(401);
    const issued = await rest('POST', '/api/api-keys/issue', { token: await tokenOf('admin'), body: { name: 'k' } });
    const headers = { Authorization: `users API-Key ${String(issued.json?.key)}` };
    expect((await rest('POST', '/api/deliveries/held', { headers, body: all })).status).toBe(403);
    expect(await mails()).toEqual(untouched);
    expect(await trail()).toEqual([]);
  });

  it('goes out or not, by lesson, singly or all, and only what is held', async () => {
    const { name: mailer } = staff.mailer;
    const { name: admin } = staff.admin;
    expect((await decide('mailer', { decision: 'discard', lesson: 'two', course: 'course' })).json).toEqual({
      decided: 2,
    });
    expect((await decide('admin', { decision: 'release', delivery: 'c' })).json).toEqual({ decided: 1 });
    // Somebody pressed the button a second time, and somebody tries it on a mail that no restore holds.
    expect((await decide('admin', { decision: 'release', delivery: 'c' })).json).toEqual({ decided: 0 });
    expect((await decide('admin', { decision: 'release', delivery: 'd' })).json).toEqual({ decided: 0 });
    const discarded = `Discarded by ${mailer} after a restore: it is taken for sent before.`;
    expect(await mails()).toEqual([
      ['a', 'discarded', discarded],
      ['b', 'discarded', discarded],
      ['c', 'pending', `Released by ${admin} after a restore.`],
      ['d', 'uncertain', null],
    ]);
    expect(await trail()).toEqual([
      {
        action: 'deliveries discarded after a restore',
        actorName: mailer,
        details: { lessonKey: 'two', courseUid: 'course', mails: 2, through: 'admin' },
      },
      {
        action: 'deliveries released after a restore',
        actorName: admin,
        details: { uid: 'c', mails: 1, through: 'admin' },
      },
    ]);
  });

  it('is never all of it because a word was left out', async () => {
    const untouched = await mails();
    for (const body of [
      { decision: 'release' },
      { decision: 'release', all: true, lesson: 'two' },
      { decision: 'release', all: false },
      { decision: 'release', lesson: '' },
      { decision: 'release', kind: 'correction' },
      { decision: 'release', lessons: 'two', all: true },
      { decision: 'send', all: true },
      { all: true },
    ])
      expect([body, (await decide('mailer', body)).status]).toEqual([body, 400]);
    expect(await mails()).toEqual(untouched);
  });

  it('follows the same rule from the command line, and is in the trail as that', async () => {
    const before = (await trail()).length;
    expect(await decideHeldMail(system.payload, { which: {}, decision: 'release', by: null })).toBe(3);
    expect((await trail()).slice(before)).toEqual([
      {
        action: 'deliveries released after a restore',
        actorName: 'System',
        details: { mails: 3, through: 'command' },
      },
    ]);
  });
});
