import { createLocalReq } from 'payload';
import { describe, expect, it } from 'vitest';
import { readEffect } from '../../../editorial/records/effect.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf, refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('what an approval looked at, on %s', (database) => {
  const { system, staff, take, review, submit, draftOf, live } = newsroomOn(database);
  const lastRow = async () => {
    const row = (await logOf(system.payload)).at(-1);
    return row?.kind === 'released' ? row : expect.fail('nothing was released');
  };
  const later = () => system.setNow(new Date(system.now().getTime() + 60_000));

  it('is the whole of a text that readers do not have yet', async () => {
    const { id } = await draftOf('scope-first');
    const { revision } = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision, scope: 'changes' }))).toBe('invalid-request');
    await take(staff.reviewer, id, 'approve', { revision, release: true });
    const row = await lastRow();
    expect(row.approvals).toMatchObject([{ scope: 'entry', revision }]);
    expect(row.reviewedAt).toBe(row.approvals[0]?.approvedAt);
  });

  it('moves the day of the last review of a correction only when somebody says that it was the whole', async () => {
    const { id } = await live('scope-correction');
    const first = await lastRow();
    const correct = async (summary: string, scope?: string) => {
      later();
      await edit(system.payload, staff.editor, 'causes', id, { summary });
      const { revision } = await submit(id);
      await take(staff.reviewer, id, 'approve', { revision, release: true, ...(scope ? { scope } : {}) });
      return lastRow();
    };
    for (const [summary, scope] of [['Old words.'], ['Other words.', 'changes']] as const) {
      const row = await correct(summary, scope);
      expect(row.seq).toBeGreaterThan(first.seq);
      expect(row.reviewedAt).toBe(first.reviewedAt);
      expect(row.approvals).toMatchObject([first.approvals[0], { scope: 'changes', revision: row.revision }]);
    }
    const whole = await correct('Plain words.', 'entry');
    expect(whole.reviewedAt).toBe(whole.releasedAt);
    expect(whole.approvals).toMatchObject([{ scope: 'entry', revision: whole.revision }]);
    const { events } = await review(id);
    expect(events.filter(({ event }) => event === 'approved').map(({ scope }) => scope)).toEqual([
      ...['entry', 'changes', 'changes', 'entry'],
    ]);
  });

  it('is kept with the parts and the checks that the clinician names, in the words of the policy', async () => {
    const { id } = await draftOf('scope-checks');
    const { revision, checklist } = await submit(id);
    const [check = ''] = checklist;
    expect(check).not.toBe('');
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision, checklist: ['something else'] }))).toBe(
      'invalid-request',
    );
    const { events } = await take(staff.reviewer, id, 'approve', {
      revision,
      checklist: [check, check],
      sectionsChecked: ['Summary'],
    });
    expect(events[0]).toMatchObject({ event: 'approved', checklist: [check], sectionsChecked: ['Summary'] });
    expect((await review(id)).events[0]).toEqual(events[0]);
  });

  it('is told how many readers were mailed what is live, each once', async () => {
    const { id, uid } = await live('scope-readers');
    const { seq } = await lastRow();
    const mailed = async (name: string, subscriberUid: string, of: { uid: string; seq: number }) => {
      const data = { contentKey: name, deliveryUid: name, subscriberUid, revision: 'x', ...of };
      await system.payload.db.create({ collection: 'delivery-contents', data });
    };
    await mailed('one', 'reader-1', { uid, seq });
    await mailed('two', 'reader-1', { uid, seq });
    await mailed('three', 'reader-2', { uid, seq });
    await mailed('other', 'reader-3', { uid: 'another entry', seq });
    const req = await createLocalReq({}, system.payload);
    expect(await readEffect(req, 'causes', String(id))).toEqual({ readers: 2 });
    expect(await readEffect(req, 'causes', uid)).toEqual({ readers: 2 });
    const { id: draft } = await draftOf('scope-nobody');
    expect(await readEffect(req, 'causes', String(draft))).toEqual({ readers: 0 });
    expect(await refusal(readEffect(req, 'causes', '999999'))).toBe('not-found');
  });

  it('is the whole in a renewal', async () => {
    const { id, revision } = await live('scope-renewal');
    later();
    await take(staff.secondReviewer, id, 'renew-review', { revision, reviewDue: '2031-01-01' });
    const row = await lastRow();
    expect(row.approvals.map(({ scope }) => scope)).toEqual(['entry', 'entry']);
    expect(row.reviewedAt).toBe(row.releasedAt);
  });
});
