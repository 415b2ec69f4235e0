import { beforeAll, describe, expect, it, vi } from 'vitest';
import { clearJobs } from '../../../editorial/jobs/clear-jobs.ts';
import { runClock } from '../../../editorial/run-clock.ts';
import { runJobs } from '../../../editorial/jobs/run-jobs.ts';
import type { Job } from '../../../editorial/jobs/job-row.ts';
import type { Progress } from '../../../editorial/jobs/verb-job.ts';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

const DAY = 24 * 60 * 60 * 1000;

describe.each(DATABASES)('a verb on many entries on %s', (database) => {
  const { system, staff, review, draftOf } = newsroomOn(database);
  let members: { collection: string; id: string | number; revision: string }[];
  const { rest, tokenOf } = apiOf(system);
  type Who = 'editor' | 'reviewer' | 'mailer';
  const tokens = new Map<Who, string>();
  const call = (method: string, path: string, who: Who, body?: object) =>
    rest(method, path, { token: tokens.get(who) ?? '', ...(body ? { body } : {}) });
  beforeAll(async () => {
    for (const who of ['editor', 'reviewer', 'mailer'] as const) tokens.set(who, await tokenOf(who));
    members = [];
    for (const slug of ['bulk-one', 'bulk-two', 'bulk-three']) {
      const { id } = await draftOf(slug);
      members.push({ collection: 'causes', id, revision: (await review(id)).revision });
    }
  });
  const take = async (verb: string, who: Who, body: object): Promise<Progress> => {
    const begun = await call('POST', `/api/bulk/${verb}`, who, { members, body });
    expect(begun.status).toBe(202);
    await runJobs(system.payload);
    return (await call('GET', `/api/bulk/${String(begun.json?.job)}`, who)).json as unknown as Progress;
  };

  it('is taken on each by its own rules, and says which refused it and why', async () => {
    await edit(system.payload, staff.editor, 'causes', members[1]!.id, { summary: 'Other words.' });
    const { state, total, done, refused } = await take('submit-for-review', 'editor', {
      ...{ changeKind: 'minor', changeNote: 'First words.' },
    });
    expect([state, total, done]).toEqual(['done', 3, 3]);
    expect(refused.map(({ title, code }) => [title, code])).toEqual([['Sore hip', 'stale-revision']]);
    expect((await review(members[0]!.id)).state).toBe('in-review');
    expect((await take('approve', 'reviewer', {})).refused.map(({ code }) => code)).toEqual(['stale-revision']);
    expect((await review(members[2]!.id)).state).toBe('approved');
    const asked = await take('reassign', 'editor', { reviewers: [String(staff.secondReviewer.id)] });
    expect(asked.refused).toEqual([]);
    expect((await review(members[0]!.id)).assignment.reviewers.map(({ name }) => name)).toEqual([
      'Second demo clinician',
    ]);
  });

  it('speaks of the text that a list showed, whatever was saved since', async () => {
    const { payload } = system;
    const id = members[2]!.id;
    const listed = async () =>
      (await payload.find({ collection: 'causes', draft: true, where: { id: { equals: id } } })).docs[0];
    const before = await listed();
    expect(before).toMatchObject({ revision: (await review(id)).revision, liveRevision: null });
    await edit(payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    expect(await listed()).toMatchObject({ revision: (await review(id)).revision });
    expect(before).not.toMatchObject({ revision: (await review(id)).revision });
  });

  it('is one at a time for each person, told to nobody else, and bounded', async () => {
    const body = { changeKind: 'minor', changeNote: 'More words.' };
    const begun = await call('POST', '/api/bulk/submit-for-review', 'editor', { members, body });
    expect((await call('POST', '/api/bulk/submit-for-review', 'editor', { members, body })).status).toBe(409);
    expect((await call('GET', `/api/bulk/${String(begun.json?.job)}`, 'reviewer')).status).toBe(404);
    await runJobs(system.payload);
    expect((await call('POST', '/api/bulk/release', 'editor', { members, body: {} })).status).toBe(404);
    for (const wrong of [
      { members: [], body },
      { members: [members[0], members[0]], body },
      { members: members.map((one) => ({ ...one, collection: 'users' })), body },
      { members, body: { ...body, changeNote: '\u0007' } },
      { members, body: { ...body, changeKind: 'none' } },
    ])
      expect((await call('POST', '/api/bulk/submit-for-review', 'editor', wrong)).status).toBe(400);
    expect((await take('submit-for-review', 'mailer', body)).refused.map(({ code }) => code)).toEqual(
      members.map(() => 'not-allowed'),
    );
  });

  it('ends where one entry fails as nobody expected, and names that entry', async () => {
    const { payload } = system;
    for (const { id } of members) await edit(payload, staff.editor, 'causes', id, { summary: 'Plain words.' });
    for (const one of members) one.revision = (await review(one.id)).revision;
    const { create } = payload.db;
    const lines = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined);
    payload.db.create = (asked) =>
      asked.collection === 'reviews' && asked.data.revision === members[1]!.revision
        ? Promise.reject(new TypeError('nobody expected this'))
        : create.call(payload.db, asked);
    try {
      const words = { changeKind: 'minor', changeNote: 'Plain words.' };
      const { state, done, refused } = await take('submit-for-review', 'editor', words);
      expect([state, done, refused.map(({ id, code }) => [id, code])]).toEqual([
        ...['done', 3],
        [[members[1]!.id, 'internal-error']],
      ]);
      expect(lines).toHaveBeenCalledOnce();
    } finally {
      payload.db.create = create;
      lines.mockRestore();
    }
    expect((await review(members[2]!.id)).state).toBe('in-review');
    // Its person is free.
    expect((await take('approve', 'reviewer', {})).refused).toHaveLength(1);
  });

  it('is remembered for thirty days after its end, and as long as it goes on', async () => {
    const begin = system.now();
    const ids = async () =>
      (await system.payload.db.find<Job>({ collection: 'desk-jobs', pagination: false })).docs.map(({ uid }) => uid);
    const ended = await ids();
    expect(ended.length).toBeGreaterThan(2);
    const begun = await call('POST', '/api/bulk/approve', 'reviewer', { members, body: {} });
    await clearJobs(system.payload, { now: new Date(begin.getTime() + 29 * DAY), page: 2 });
    expect(await ids()).toHaveLength(ended.length + 1);
    const later = new Date(begin.getTime() + 31 * DAY);
    await clearJobs(system.payload, { now: later, page: 2 });
    expect(await ids()).toHaveLength(ended.length - 1);
    system.setNow(later);
    await runClock(system.payload);
    system.setNow(begin);
    expect(await ids()).toEqual([begun.json?.job]);
    await runJobs(system.payload);
  });

  it('leaves no door of Payload to change sets and jobs', async () => {
    for (const collection of ['change-sets', 'desk-jobs']) {
      expect([403, 404]).toContain((await call('POST', `/api/${collection}`, 'editor', { name: 'Words' })).status);
      expect([403, 404, 405]).toContain(
        (await call('DELETE', `/api/${collection}?where[id][exists]=true`, 'editor')).status,
      );
    }
    expect((await call('GET', '/api/change-sets', 'editor')).status).toBe(200);
    expect((await call('GET', '/api/desk-jobs', 'editor')).status).toBe(403);
  });
});
