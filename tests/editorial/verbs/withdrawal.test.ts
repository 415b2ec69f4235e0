import { describe, expect, it } from 'vitest';
import { COLLECTION_OF } from '../../../model/entries/types.ts';
import { DATABASES } from '../../support/database.ts';
import { aRedFlagDraft, edit, logOf, refusal } from '../../support/editing.ts';
import { releaseEntry, submitEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { verb } from '../../support/people.ts';

describe.each(DATABASES)('what is live on %s', (database) => {
  const { system, staff, take, review, draftOf, live } = newsroomOn(database);

  it('is withdrawn with a tombstone that says why and what to read instead', async () => {
    const other = await live('instead');
    const entry = await live('to-withdraw');
    const sheet = await take(staff.editor, entry.id, 'withdraw', {
      revision: entry.revision,
      reason: 'out-of-date',
      replacedBy: other.uid,
    });
    expect(sheet).toMatchObject({ state: 'withdrawn', live: null });
    const [released, withdrawn] = await logOf(system.payload, entry.uid);
    expect(released).toMatchObject({ kind: 'released', live: false });
    expect(withdrawn).toMatchObject({
      kind: 'withdrawn',
      live: false,
      reason: 'out-of-date',
      replacedBy: other.uid,
      revision: entry.revision,
      version: '1.0',
      slug: 'to-withdraw',
      title: 'Sore hip',
      changeKind: 'safety',
    });
    expect(withdrawn?.firstReleasedAt).toBe(released?.firstReleasedAt);
    expect(await refusal(take(staff.editor, entry.id, 'withdraw', { revision: entry.revision, reason: 'other' }))).toBe(
      'wrong-state',
    );
    const { docs } = await system.payload.find({ collection: 'causes', where: { uid: { equals: entry.uid } } });
    expect(docs[0]?._status).toBe('draft');
  });

  it('is replaced only by another entry that is live', async () => {
    const entry = await live('bad-replacement');
    const draft = await draftOf('not-live');
    for (const replacedBy of [entry.uid, draft.uid, '018f0000-0000-7000-8000-000000000000']) {
      expect(
        await refusal(
          take(staff.editor, entry.id, 'withdraw', { revision: entry.revision, reason: 'other', replacedBy }),
        ),
      ).toBe('invalid-request');
    }
    expect((await review(entry.id)).state).toBe('live');
  });

  it('comes back after withdrawal only with a new approval, with the next version', async () => {
    const entry = await live('comes-back');
    await take(staff.reviewer, entry.id, 'withdraw', { revision: entry.revision, reason: 'other' });
    expect(await refusal(take(staff.editor, entry.id, 'release', { revision: entry.revision }))).toBe(
      'requirements-not-met',
    );
    expect(await refusal(take(staff.reviewer, entry.id, 'approve', { revision: entry.revision }))).toBe('wrong-state');
    const again = await releaseEntry(system.payload, staff, 'causes', entry.id, 'major');
    expect(again).toMatchObject({ state: 'live', live: { version: '2.0', revision: entry.revision } });
    const rows = await logOf(system.payload, entry.uid);
    expect(rows.map(({ kind, live }) => `${kind} ${live}`)).toEqual([
      'released false',
      'withdrawn false',
      'released true',
    ]);
    expect(rows[2]?.firstReleasedAt).toBe(rows[0]?.firstReleasedAt);
  });

  it('is withdrawn whatever the draft is doing, and the draft loses its approval', async () => {
    const entry = await live('draft-under-way');
    await edit(system.payload, staff.editor, 'causes', entry.id, { summary: 'The next text.' });
    const { revision } = await submitEntry(system.payload, staff, 'causes', entry.id);
    await take(staff.reviewer, entry.id, 'approve', { revision });
    expect(await refusal(take(staff.editor, entry.id, 'withdraw', { revision, reason: 'other' }))).toBe(
      'stale-revision',
    );
    const sheet = await take(staff.editor, entry.id, 'withdraw', { revision: entry.revision, reason: 'inaccurate' });
    expect(sheet).toMatchObject({ state: 'draft', revision, live: null, approvals: { given: 0 } });
    expect(await refusal(take(staff.editor, entry.id, 'release', { revision }))).toBe('requirements-not-met');
  });

  it('is renewed as a new row with the same text and a new date', async () => {
    const entry = await live('to-renew');
    const sheet = await take(staff.reviewer, entry.id, 'renew-review', {
      revision: entry.revision,
      reviewDue: '2030-05-01',
      comment: 'Still right.',
    });
    expect(sheet).toMatchObject({ state: 'live', live: { version: '1.1', reviewDue: '2030-05-01' } });
    expect(sheet.revision).toBe(sheet.live?.revision);
    const [before, after] = await logOf(system.payload, entry.uid);
    if (before?.kind !== 'released' || after?.kind !== 'released') throw new Error('not released');
    expect(after.snapshot).toEqual({ ...before.snapshot, reviewDue: '2030-05-01' });
    expect(after).toMatchObject({
      live: true,
      changeKind: 'minor',
      reviewDue: '2030-05-01',
      approvals: [
        before.approvals[0],
        { clinician: { name: 'Demo clinician' }, revision: after.revision, approvedAt: after.releasedAt },
      ],
    });
    expect(after.reviewedAt).toBe(after.releasedAt);
    expect(before.live).toBe(false);
    expect(sheet.events[0]).toMatchObject({ event: 'renewed', comment: 'Still right.' });
    expect(
      await refusal(
        take(staff.reviewer, entry.id, 'renew-review', { revision: entry.revision, reviewDue: '2031-01-01' }),
      ),
    ).toBe('stale-revision');
  });

  it('is not renewed into the past or the present', async () => {
    const entry = await live('renew-past');
    const today = system.now().toISOString().slice(0, 10);
    for (const reviewDue of [today, '2020-01-01', '2020-01-01T00:00:00Z']) {
      expect(
        await refusal(take(staff.reviewer, entry.id, 'renew-review', { revision: entry.revision, reviewDue })),
      ).toBe('invalid-request');
    }
  });

  it('is renewed while another draft is under way, which stays as it is', async () => {
    const treatmentLess = await live('taken-address');
    const entry = await live('renew-beside-draft');
    const dangling = await system.payload.create({
      collection: 'red-flags',
      draft: true,
      data: { sign: 'Not live', slug: 'renew-not-live' },
      user: staff.editor,
    });
    await edit(system.payload, staff.editor, 'causes', entry.id, {
      summary: 'The next text.',
      slug: 'taken-address',
      redFlags: [dangling.id],
      sources: [],
    });
    const draft = await review(entry.id);
    expect(draft.issues.map(({ code }) => code).sort()).toEqual([
      'reference-not-live',
      'slug-taken',
      'sources-missing',
    ]);
    const sheet = await take(staff.reviewer, entry.id, 'renew-review', {
      revision: entry.revision,
      reviewDue: '2030-05-01',
    });
    expect(sheet).toMatchObject({
      state: 'draft',
      revision: draft.revision,
      live: { version: '1.1', slug: 'renew-beside-draft', reviewDue: '2030-05-01' },
    });
    expect(sheet.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['summary', 'slug', 'redFlags', 'sources']),
    );
    expect((await review(treatmentLess.id)).state).toBe('live');
  });

  it('is not renewed while something that it needs is gone, whatever the draft says', async () => {
    const flag = await aRedFlagDraft(system.payload, staff, { slug: 'needed-flag' });
    const flagSheet = await releaseEntry(system.payload, staff, 'red-flags', flag.id);
    const entry = await live('needs-flag', { redFlags: [flag.id] });
    await edit(system.payload, staff.editor, 'causes', entry.id, { redFlags: [] });
    await verb(system.payload, staff.editor, 'red-flags', flag.id, 'withdraw', {
      revision: flagSheet.revision,
      reason: 'inaccurate',
    });
    expect(
      await refusal(
        take(staff.reviewer, entry.id, 'renew-review', { revision: entry.revision, reviewDue: '2030-05-01' }),
      ),
    ).toBe('requirements-not-met');
  });

  it('keeps every address it ever had, and gives none of them to another entry', async () => {
    const entry = await live('old-address');
    await edit(system.payload, staff.editor, 'causes', entry.id, { slug: 'new-address' });
    await releaseEntry(system.payload, staff, 'causes', entry.id);
    const { docs } = await system.payload.find({
      collection: 'slug-history',
      where: { uid: { equals: entry.uid } },
      sort: 'seq',
    });
    expect(docs.map(({ address }) => address)).toEqual(['cause/old-address', 'cause/new-address']);
    const squatter = await draftOf('squatter');
    for (const slug of ['old-address', 'new-address']) {
      await edit(system.payload, staff.editor, 'causes', squatter.id, { slug });
      expect((await review(squatter.id)).issues.map(({ code }) => code)).toEqual(['slug-taken']);
      expect(await refusal(submitEntry(system.payload, staff, 'causes', squatter.id))).toBe('requirements-not-met');
    }
    await edit(system.payload, staff.editor, 'causes', entry.id, { slug: 'old-address' });
    expect((await releaseEntry(system.payload, staff, 'causes', entry.id)).live?.slug).toBe('old-address');
  });

  it('is never deleted, nor is anything that once was; a draft that never was may go', async () => {
    const entry = await live('undeletable');
    const remove = (id: string | number) =>
      system.payload.delete({ collection: 'causes', id, user: staff.admin, overrideAccess: false });
    expect(await refusal(remove(entry.id))).toBe('wrong-state');
    await take(staff.editor, entry.id, 'withdraw', { revision: entry.revision, reason: 'other' });
    expect(await refusal(remove(entry.id))).toBe('wrong-state');
    const draft = await draftOf('deletable');
    await remove(draft.id);
    expect(await refusal(review(draft.id))).toBe('not-found');
    const { totalDocs } = await system.payload.count({
      collection: 'entry-status',
      where: { uid: { equals: draft.uid } },
    });
    expect(totalDocs).toBe(0);
  });

  it('keeps every version for ever', async () => {
    for (const collection of Object.values(COLLECTION_OF)) {
      const { versions } = system.payload.collections[collection].config;
      expect(versions).toMatchObject({ maxPerDoc: 0, drafts: { autosave: false, schedulePublish: false } });
    }
    const entry = await live('versions');
    const kept = () => system.payload.countVersions({ collection: 'causes', where: { parent: { equals: entry.id } } });
    const before = (await kept()).totalDocs;
    for (let i = 1; i <= 5; i += 1)
      await edit(system.payload, staff.editor, 'causes', entry.id, { summary: `Text ${i}.` });
    expect((await kept()).totalDocs).toBe(before + 5);
  });
});
