import { describe, expect, it } from 'vitest';
import { WITHDRAWAL_REASONS, WITHDRAWAL_WORDS } from '../../../model/withdrawal.ts';
import { DATABASES } from '../../support/database.ts';
import { logOf, refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('the words of a withdrawal on %s', (database) => {
  const { system, staff, take, review, live } = newsroomOn(database);
  const lastRow = async () => (await logOf(system.payload)).at(-1);

  it('are those of the list, for every reason of it', async () => {
    for (const reason of WITHDRAWAL_REASONS) {
      const { id, revision } = await live(`gone-${reason}`);
      await take(staff.editor, id, 'withdraw', { revision, reason });
      const said = { reason, publicNote: null, changeNote: WITHDRAWAL_WORDS[reason] };
      expect(await lastRow()).toMatchObject({ kind: 'withdrawn', ...said });
    }
  });

  it('are never an editor’s own, whatever they are called', async () => {
    const { id, revision } = await live('own-words');
    const own = 'This page was rubbish.';
    const as = (body: Record<string, unknown>) => refusal(take(staff.editor, id, 'withdraw', { revision, ...body }));
    expect(await as({ reason: own })).toBe('invalid-request');
    expect(await as({ reason: 'unsafe', publicNote: own })).toBe('not-allowed');
    expect((await review(id)).state).toBe('live');
    await take(staff.editor, id, 'withdraw', { revision, reason: 'unsafe', note: own, comment: own, changeNote: own });
    expect(JSON.stringify(await lastRow())).not.toContain(own);
    expect((await review(id)).events[0]).toMatchObject({ event: 'withdrawn', reason: 'unsafe', comment: own });
  });

  it('may be a clinician’s own beside the standard ones', async () => {
    const { id, revision } = await live('clinicians-words');
    const publicNote = 'The dose was ten times too high.';
    await take(staff.reviewer, id, 'withdraw', { revision, reason: 'unsafe', publicNote });
    const changeNote = `${WITHDRAWAL_WORDS.unsafe} ${publicNote}`;
    expect(await lastRow()).toMatchObject({ reason: 'unsafe', publicNote, changeNote });
  });

  it('are an admin’s own no more than an editor’s: the role does not make a clinician', async () => {
    const { id, revision } = await live('admins-words');
    const body = { revision, reason: 'legal', publicNote: 'Our lawyers say so.' };
    expect(await refusal(take(staff.admin, id, 'withdraw', body))).toBe('not-allowed');
  });

  it('of a plan are chosen when it is made', async () => {
    const { id, revision } = await live('planned');
    const at = new Date(system.now().getTime() + 3_600_000).toISOString();
    const sheet = await take(staff.editor, id, 'schedule', { revision, at, verb: 'withdraw', reason: 'superseded' });
    expect(sheet.scheduled).toMatchObject({ verb: 'withdraw', reason: 'superseded' });
    expect(sheet.events[0]).toMatchObject({ event: 'scheduled', scheduledVerb: 'withdraw', reason: 'superseded' });
  });

  it('are told to whoever asks what may be said', async () => {
    const { id } = await live('may-say');
    const { revision } = await review(id);
    const comment = 'Please look at the second section.';
    const asked = async (who: keyof typeof staff) =>
      (
        await take(staff[who], id, 'schedule', {
          ...{ revision, verb: 'withdraw', reason: 'legal', note: comment },
          at: new Date(system.now().getTime() + 3_600_000).toISOString(),
        })
      ).mayWritePublicNote;
    expect([await asked('editor'), await asked('reviewer'), await asked('admin')]).toEqual([false, true, false]);
  });
});
