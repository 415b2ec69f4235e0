import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { logOf, refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';

const UNSEEN = '\u200B\u2063 \u3164';

describe.each(DATABASES)('words that nobody can see on %s', (database) => {
  const { system, staff, take, draftOf, submit, review, live } = newsroomOn(database);

  it('answer no request for changes', async () => {
    const { id } = await draftOf('unseen-reply');
    const { revision } = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'request-changes', { revision, comment: UNSEEN }))).toBe(
      'invalid-request',
    );
    await take(staff.reviewer, id, 'request-changes', { revision, comment: 'The second sentence is wrong.' });
    expect(await refusal(submit(id, UNSEEN))).toBe('reply-missing');
    expect((await review(id)).state).toBe('changes-requested');
  });

  it('are nothing that readers could be told, and no reason why an old text could not hurt', async () => {
    const { id, revision } = await live('unseen-reason');
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision, oldTextHarmless: UNSEEN }))).toBe(
      'invalid-request',
    );
    await take(staff.reviewer, id, 'withdraw', { revision, reason: 'unsafe', publicNote: UNSEEN });
    expect((await logOf(system.payload)).at(-1)).toMatchObject({ kind: 'withdrawn', publicNote: null });
  });
});
