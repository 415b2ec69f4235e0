import { createLocalReq, type PayloadRequest, type Where } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { readImpact } from '../../../editorial/impact/read-impact.ts';
import { refreshSlice } from '../../../editorial/jobs/refresh-slice.ts';
import { claimJob } from '../../../editorial/jobs/claim-job.ts';
import type { Job } from '../../../editorial/jobs/job-row.ts';
import { runJobs } from '../../../editorial/jobs/run-jobs.ts';
import { JobTaken } from '../../../editorial/jobs/slice.ts';
import { findDraft } from '../../../editorial/records/dossier.ts';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf, refusal } from '../../support/editing.ts';
import { aSource } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague } from '../../support/people.ts';

const USES = 24;

describe.each(DATABASES)('what a changed source leaves to a job on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);
  let source: DocumentId;
  const entries: DocumentId[] = [];
  let clinicianAdmin: NonNullable<PayloadRequest['user']>;
  beforeAll(async () => {
    source = (await aSource(system.payload)).id;
    for (let i = 0; i < USES; i += 1) entries.push((await draftOf(`use-${i}`, { sources: [source] })).id);
    clinicianAdmin = await aColleague(system.payload, { name: 'Admin clinician', role: 'admin', clinician: 'own' });
  }, 60_000);

  const entry = (i: number): DocumentId => entries[i] ?? '';
  const change = (title: string, user = clinicianAdmin) =>
    system.payload.update({
      ...{ collection: 'sources', id: source, data: { title } },
      ...{ overrideAccess: false, user },
    });
  /** Released by a machine whose clock is ahead: what is changed next bears an earlier time. */
  const releaseAhead = async (id: DocumentId) => {
    const now = system.now();
    system.setNow(new Date(now.getTime() + 600_000));
    const { revision } = await submit(id);
    await take(staff.reviewer, id, 'approve', { revision, release: true });
    system.setNow(now);
  };
  const rowOf = async (id: DocumentId) => {
    const where: Where = { and: [{ type: { equals: 'cause' } }, { entryId: { equals: String(id) } }] };
    return (await system.payload.find({ collection: 'entry-status', where, depth: 0 })).docs[0]!;
  };
  const hashOf = async (id: DocumentId) =>
    (await findDraft(await createLocalReq({}, system.payload), 'causes', id)).revision.hash;
  const jobs = () => system.payload.db.find<Job>({ collection: 'desk-jobs', pagination: false });

  it('ends with every row at its draft, and nothing written down any more', async () => {
    await submit(entry(0));
    await change('Guideline, second edition');
    await runJobs(system.payload);
    for (const id of entries) expect((await rowOf(id)).revision).toBe(await hashOf(id));
    expect((await jobs()).docs).toEqual([]);
    const { state, events } = await review(entry(0));
    expect([state, events[0]?.event, events[0]?.actorName]).toEqual(['draft', 'edited', 'Admin clinician']);
  });

  it('knows the authors before the job has come', async () => {
    const id = entry(1);
    const { revision } = await submit(id);
    await change('Third edition');
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision }))).toBe('stale-revision');
    const next = (await submit(id)).revision;
    expect(await refusal(take(clinicianAdmin, id, 'approve', { revision: next }))).toBe('four-eyes');
    await take(staff.reviewer, id, 'approve', { revision: next, release: true });
    await runJobs(system.payload);
    expect(await rowOf(id)).toMatchObject({ state: 'live', editors: [] });
    expect((await logOf(system.payload)).at(-1)?.revision).toBe(await hashOf(id));
  });

  it('shows what follows before the job has come, and that the rows may be behind', async () => {
    await change('Guideline, once more');
    expect((await rowOf(entry(1))).state).toBe('live');
    const req = await createLocalReq({ user: clinicianAdmin }, system.payload);
    const pages = [await readImpact(req, 'sources', source, 0), await readImpact(req, 'sources', source, 20)];
    const touched = pages.flatMap(({ entries: some }) => some);
    expect(touched).toHaveLength(USES);
    expect(touched.filter(({ isLive }) => isLive).map(({ id, state, isChanged }) => [id, state, isChanged])).toEqual([
      [entry(1), 'draft', true],
    ]);
    // Nobody has looked yet which entries they are.
    const { docs } = await system.payload.find({ collection: 'causes', draft: true, limit: USES, depth: 0 });
    expect(docs.filter((doc) => 'beingRefreshed' in doc)).toHaveLength(USES);
    await runJobs(system.payload);
    const after = await system.payload.find({ collection: 'causes', draft: true, limit: USES, depth: 0 });
    expect(after.docs.filter((doc) => 'beingRefreshed' in doc)).toEqual([]);
  });

  it('goes on where another process was killed, and lets only one have it', async () => {
    await change('Fourth edition');
    const job = await claimJob(system.payload, 'killed');
    const begun = await refreshSlice(system.payload, job!, 'killed');
    expect(begun?.total).toBe(USES);
    const half = await refreshSlice(system.payload, begun!, 'killed');
    expect(await claimJob(system.payload, 'another')).toBeNull();
    const { docs } = await system.payload.find({ collection: 'causes', draft: true, limit: USES, depth: 0 });
    expect(docs.filter((doc) => 'beingRefreshed' in doc)).toHaveLength(USES - (half?.position ?? USES));
    system.setNow(new Date(system.now().getTime() + 60_000));
    await edit(system.payload, staff.editor, 'causes', entry(USES - 1), { summary: 'Other words.' });
    await runJobs(system.payload);
    for (const id of entries) expect((await rowOf(id)).revision).toBe(await hashOf(id));
    // The one that was thought dead comes back.
    if (half) await expect(refreshSlice(system.payload, half, 'killed')).rejects.toThrow(JobTaken);
  });

  it('does for the last of several saves what it would do for each', async () => {
    await change('Fifth edition');
    await change('Sixth edition');
    await runJobs(system.payload);
    for (const id of entries) expect((await rowOf(id)).revision).toBe(await hashOf(id));
    expect((await jobs()).docs).toEqual([]);
  });

  it('knows whoever changed it, however the clocks of two machines differ', async () => {
    const id = entry(2);
    await releaseAhead(id);
    await change('Seventh edition');
    const { revision } = await submit(id);
    expect(await refusal(take(clinicianAdmin, id, 'approve', { revision }))).toBe('four-eyes');
    await runJobs(system.payload);
    expect(await refusal(take(clinicianAdmin, id, 'approve', { revision }))).toBe('four-eyes');
  });

  it('knows each of two who saved one after the other, whoever reads first', async () => {
    const other = await aColleague(system.payload, { name: 'Other clinician', role: 'admin', clinician: 'own' });
    const [byJob, bySave] = [entry(3), entry(4)];
    await releaseAhead(byJob);
    await releaseAhead(bySave);
    await change('Eighth edition');
    await change('Ninth edition', other);
    await edit(system.payload, staff.editor, 'causes', bySave, { summary: 'Other words.' });
    const refusals = async (id: DocumentId, revision: string) => [
      await refusal(take(clinicianAdmin, id, 'approve', { revision })),
      await refusal(take(other, id, 'approve', { revision })),
    ];
    const saved = await submit(bySave);
    expect(await refusals(bySave, saved.revision)).toEqual(['four-eyes', 'four-eyes']);
    await runJobs(system.payload);
    expect(await refusals(bySave, saved.revision)).toEqual(['four-eyes', 'four-eyes']);
    expect(await refusals(byJob, (await submit(byJob)).revision)).toEqual(['four-eyes', 'four-eyes']);
  });

  it('notes its person in a row that was brought in line without it', async () => {
    const id = entry(5);
    await releaseAhead(id);
    await change('Tenth edition');
    const { id: row } = await rowOf(id);
    const data = { revision: await hashOf(id) };
    await system.payload.db.updateOne({ collection: 'entry-status', id: row, data });
    await runJobs(system.payload);
    const { revision } = await submit(id);
    expect(await refusal(take(clinicianAdmin, id, 'approve', { revision }))).toBe('four-eyes');
  });

  it('ends round and plan of the text before in the history, where a submission is faster', async () => {
    const id = entry(6);
    const { revision } = await submit(id);
    await take(staff.reviewer, id, 'approve', { revision });
    const at = new Date(system.now().getTime() + 3_600_000).toISOString();
    await take(staff.editor, id, 'schedule', { revision, at });
    await change('Eleventh edition');
    const { events, scheduled } = await submit(id);
    expect(scheduled).toBeNull();
    const last = events.slice(0, 3).map(({ event, actorName }) => `${event}: ${actorName}`);
    expect(last).toEqual(['submitted: Demo editor', 'schedule-lapsed: Clock', 'edited: Admin clinician']);
    await runJobs(system.payload);
    expect((await review(id)).state).toBe('in-review');
  });
});
