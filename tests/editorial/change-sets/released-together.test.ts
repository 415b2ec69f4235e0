import { createLocalReq } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { actOnSet } from '../../../editorial/change-sets/act-on-set.ts';
import { makeSet } from '../../../editorial/change-sets/make-set.ts';
import { readReviewedSet, type ReviewedSet } from '../../../editorial/change-sets/read-set.ts';
import { claimJob } from '../../../editorial/jobs/claim-job.ts';
import { runJobs } from '../../../editorial/jobs/run-jobs.ts';
import type { Job } from '../../../editorial/jobs/job-row.ts';
import type { SetVerb } from '../../../editorial/jobs/verb-task.ts';
import { verbSlice } from '../../../editorial/jobs/verb-slice.ts';
import { readMain, type DocumentId, type Stored } from '../../../editorial/records/stored-entry.ts';
import { verifyInstallation } from '../../../release-log/verify/verify-installation.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf } from '../../support/editing.ts';
import { aSource, type CauseInput } from '../../support/entries.ts';
import { newsroomOn, type Cause } from '../../support/newsroom.ts';

describe.each(DATABASES)('what happens while the release of a change set is prepared on %s', (database) => {
  const { system, staff, approved, live, take, review } = newsroomOn(database);
  let source: DocumentId;
  let made = 0;
  beforeAll(async () => {
    source = (await aSource(system.payload)).id;
  });

  const read = async (set: string) =>
    readReviewedSet(await createLocalReq({ user: staff.editor }, system.payload), set, 0);
  const begin = async (set: string, verb: SetVerb) =>
    actOnSet(system.payload, staff.editor, { id: set, verb, body: { turn: (await read(set)).set.turn } });

  /** Three approved entries in a set that was submitted. */
  async function aSet(over: CauseInput = { sources: [source] }): Promise<{ set: string; causes: Cause[] }> {
    const causes: Cause[] = [];
    for (let i = 0; i < 3; i += 1) causes.push(await approved(`of-a-set-${(made += 1)}`, over));
    const set = await makeSet(system.payload, staff.editor, {
      ...{ name: 'All of them', changeKind: 'minor', changeNote: 'Plain words.' },
      members: causes.map(({ id, revision }) => ({ collection: 'causes', id, revision })),
    });
    await begin(set, 'submit-for-review');
    await runJobs(system.payload);
    return { set, causes };
  }

  /** Begins the release, does `meanwhile` once all is prepared, and goes on. */
  async function release(set: string, meanwhile: () => Promise<unknown>): Promise<ReviewedSet> {
    await begin(set, 'release');
    let job: Job | null = await claimJob(system.payload, 'this process');
    while (job && job.position < job.total) job = await verbSlice(system.payload, job, 'this process');
    expect(job).not.toBe(null);
    await meanwhile();
    while (job) job = await verbSlice(system.payload, job, 'this process');
    await runJobs(system.payload);
    return read(set);
  }
  const said = ({ set, progress }: ReviewedSet) => [
    set.state,
    progress?.state,
    progress?.refused.map(({ code }) => code),
  ];
  const stateOf = async ({ id }: Cause) => (await review(id)).state;

  it('is no matter where it concerns none of its entries: all are released after it, in one chain', async () => {
    const { set, causes } = await aSet();
    const other = await approved('another');
    const before = (await logOf(system.payload)).length;
    expect(
      said(await release(set, () => take(staff.editor, other.id, 'release', { revision: other.revision }))),
    ).toEqual(['released', 'done', []]);
    const rows = (await logOf(system.payload)).slice(before);
    expect(rows.map(({ uid }) => uid)).toEqual([other.uid, ...causes.map(({ uid }) => uid)]);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => before + 1 + i));
    expect(rows.map(({ live: isLive }) => isLive)).toEqual(rows.map(() => true));
    const problems: string[] = [];
    const report = (problem: unknown) => problems.push(JSON.stringify(problem));
    await verifyInstallation(system.payload, { dataDir: system.env.dataDir, report });
    expect(problems).toEqual([]);
    for (const one of causes) {
      const sheet = await review(one.id);
      expect([sheet.state, sheet.live?.revision]).toEqual(['live', one.revision]);
      expect(sheet.events.filter(({ event }) => event === 'released').length).toBe(1);
    }
  });

  it('stops it where a source was changed: readers keep all that they have', async () => {
    const { id } = await aSource(system.payload);
    const { set, causes } = await aSet({ sources: [id] });
    const before = (await logOf(system.payload)).length;
    const change = (title: string) =>
      system.payload.update({
        ...{ collection: 'sources', id, data: { title }, user: staff.editor, overrideAccess: false },
      });
    expect(said(await release(set, () => change('Guideline, changed')))).toEqual([
      ...['submitted', 'stopped'],
      ['stale-revision'],
    ]);
    expect((await logOf(system.payload)).length).toBe(before);
    expect(await Promise.all(causes.map(stateOf))).not.toContain('live');
  });

  it('stops it where a reviewer lost their standing, and it is released once they have it again', async () => {
    const { set, causes } = await aSet();
    const before = (await logOf(system.payload)).length;
    const { docs } = await system.payload.find({
      ...{ collection: 'clinicians', where: { name: { equals: 'Demo clinician' } }, depth: 0 },
    });
    const standing = (value: 'struck-off' | 'in-good-standing') =>
      system.payload.update({
        ...{ collection: 'clinicians', id: docs[0]!.id, data: { standing: value } },
        ...{ user: staff.admin, overrideAccess: false },
      });
    expect(said(await release(set, () => standing('struck-off')))).toEqual([
      ...['submitted', 'stopped'],
      ['requirements-not-met'],
    ]);
    expect((await logOf(system.payload)).length).toBe(before);
    await standing('in-good-standing');
    await runJobs(system.payload);
    expect(said(await release(set, () => Promise.resolve()))).toEqual(['released', 'done', []]);
    expect(await Promise.all(causes.map(stateOf))).toEqual(['live', 'live', 'live']);
  });

  it('stops it where one of its entries was edited, and names that one', async () => {
    const { set, causes } = await aSet();
    const before = (await logOf(system.payload)).length;
    const change = () => edit(system.payload, staff.editor, 'causes', causes[1]!.id, { summary: 'Other words.' });
    const stopped = await release(set, change);
    expect(said(stopped)).toEqual(['submitted', 'stopped', ['stale-revision']]);
    expect(stopped.progress?.refused.map(({ id }) => id)).toEqual([causes[1]!.id]);
    expect((await logOf(system.payload)).length).toBe(before);
  });

  it('leaves a draft that is saved after the release the newest, and the released text the document', async () => {
    const first = await live('released-before', { sources: [source] });
    await edit(system.payload, staff.editor, 'causes', first.id, { summary: 'Other words.' });
    const { revision } = await review(first.id);
    await take(staff.editor, first.id, 'submit-for-review', {
      ...{ revision, changeKind: 'minor', changeNote: 'Plain words.' },
    });
    await take(staff.reviewer, first.id, 'approve', { revision });
    const set = await makeSet(system.payload, staff.editor, {
      ...{ name: 'One of them', changeKind: 'minor', changeNote: 'Plain words.' },
      members: [{ collection: 'causes', id: first.id, revision }],
    });
    await begin(set, 'submit-for-review');
    await runJobs(system.payload);
    await begin(set, 'release');
    let job: Job | null = await claimJob(system.payload, 'this process');
    while (job) job = await verbSlice(system.payload, job, 'this process');
    expect((await review(first.id)).live?.revision).toBe(revision);
    await edit(system.payload, staff.editor, 'causes', first.id, { summary: 'Further words.' });
    await runJobs(system.payload);
    const main = await readMain(await createLocalReq({}, system.payload), 'causes', first.id);
    expect([main?._status, main?.summary]).toEqual(['published', 'Other words.']);
    const { docs } = await system.payload.find({
      ...{ collection: 'causes', where: { id: { equals: first.id } }, draft: true, depth: 0 },
    });
    expect((docs as unknown as Stored[]).map(({ summary }) => summary)).toEqual(['Further words.']);
    expect(await system.payload.count({ collection: 'desk-jobs', where: { kind: { equals: 'mirror' } } })).toEqual({
      totalDocs: 0,
    });
  });
});
