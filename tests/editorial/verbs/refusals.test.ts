import { describe, expect, it } from 'vitest';
import { VERBS, type Verb } from '../../../model/lifecycle.ts';
import { DATABASES } from '../../support/database.ts';
import { aRedFlagDraft, refusal, refused } from '../../support/editing.ts';
import { releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague } from '../../support/people.ts';

const STALE = '0'.repeat(64);
const bodyOf = (name: Verb, revision: string): Record<string, unknown> => ({
  revision,
  ...(name === 'submit-for-review' ? { changeKind: 'minor', changeNote: 'A change.' } : {}),
  ...(name === 'request-changes' ? { comment: 'Look again.' } : {}),
  ...(name === 'schedule' ? { at: '2031-01-01T00:00:00Z' } : {}),
  ...(name === 'withdraw' ? { reason: 'out-of-date' } : {}),
  ...(name === 'renew-review' ? { reviewDue: '2031-01-01' } : {}),
});

describe.each(DATABASES)('a verb on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);

  it('on a stale revision is refused with the current one, each verb of them', async () => {
    const draft = await draftOf('stale');
    const { revision } = await submit(draft.id);
    for (const name of ['request-changes', 'approve', 'release', 'schedule'] as const) {
      const error = await refused(take(staff.reviewer, draft.id, name, bodyOf(name, STALE)));
      expect([error.code, error.status, error.details.current]).toEqual(['stale-revision', 409, revision]);
    }
    const { live } = await releaseEntry(system.payload, staff, 'causes', (await draftOf('stale-live')).id);
    const { uid } = await review((await draftOf('stale-other')).id);
    for (const name of ['withdraw', 'renew-review'] as const) {
      const entry = (await system.payload.find({ collection: 'causes', where: { slug: { equals: 'stale-live' } } }))
        .docs[0];
      const error = await refused(take(staff.reviewer, entry?.id ?? '', name, bodyOf(name, STALE)));
      expect([error.code, error.details.current]).toEqual(['stale-revision', live?.revision]);
    }
    expect((await refused(take(staff.editor, uid, 'submit-for-review', bodyOf('submit-for-review', STALE)))).code).toBe(
      'stale-revision',
    );
  });

  it('of a clinician is not for editors, nor for reviewers and admins without a clinician profile', async () => {
    const draft = await draftOf('roles');
    const { revision } = await submit(draft.id);
    for (const name of ['approve', 'request-changes', 'renew-review'] as const) {
      expect(await refusal(take(staff.editor, draft.id, name, bodyOf(name, revision)))).toBe('not-allowed');
    }
    const noProfile = await aColleague(system.payload, { name: 'No profile', role: 'reviewer' });
    for (const user of [noProfile, staff.admin]) {
      for (const name of ['approve', 'renew-review'] as const) {
        expect(await refusal(take(user, draft.id, name, bodyOf(name, revision)))).toBe('clinician-profile-missing');
      }
    }
    expect((await take(noProfile, draft.id, 'request-changes', bodyOf('request-changes', revision))).state).toBe(
      'changes-requested',
    );
  });

  it('needs the entry: unknown, foreign and malformed ids are not found', async () => {
    const flag = await aRedFlagDraft(system.payload, staff, { slug: 'elsewhere' });
    const ids = [
      '0',
      '-1',
      '1e3',
      '999999',
      'f'.repeat(24),
      'NaN',
      'undefined',
      '..',
      ' ',
      "1' OR '1'='1",
      '%00',
      '\0',
      '💥',
      'x'.repeat(5000),
      '9'.repeat(20),
      '018f0000-0000-7000-8000-000000000000',
      flag.uid ?? '',
    ];
    for (const id of ids) {
      expect(
        await refusal(take(staff.editor, id, 'submit-for-review', bodyOf('submit-for-review', STALE))),
        id.slice(0, 30),
      ).toBe('not-found');
    }
  });

  it('takes the uid as well as the database id, in either case of letters', async () => {
    const draft = await draftOf('by-uid');
    const uid = draft.uid ?? '';
    const { revision } = await review(uid);
    expect(
      (await take(staff.editor, uid.toUpperCase(), 'submit-for-review', bodyOf('submit-for-review', revision))).state,
    ).toBe('in-review');
  });

  it('needs a body of its own shape', async () => {
    const draft = await draftOf('bodies');
    const { revision } = await review(draft.id);
    const wrong: [Verb, unknown][] = [
      ...VERBS.map((name): [Verb, unknown] => [name, {}]),
      ...VERBS.map((name): [Verb, unknown] => [name, null]),
      ...VERBS.map((name): [Verb, unknown] => [name, []]),
      ...VERBS.map((name): [Verb, unknown] => [name, { ...bodyOf(name, revision), revision: 7 }]),
      ['submit-for-review', { ...bodyOf('submit-for-review', revision), changeKind: 'huge' }],
      ['submit-for-review', { ...bodyOf('submit-for-review', revision), changeNote: '  ' }],
      ['submit-for-review', { ...bodyOf('submit-for-review', revision), changeNote: 'x'.repeat(1001) }],
      ['request-changes', { revision, comment: '' }],
      ['approve', { revision, release: 'yes' }],
      ['schedule', { revision, at: 'tomorrow' }],
      ['schedule', { revision, at: '2031-01-01' }],
      ['schedule', { revision, at: '2031-01-01T00:00:00' }],
      ['schedule', { revision, at: '2031-01-01T00:00:00Z', verb: 'delete' }],
      ['withdraw', { revision, reason: '' }],
      ['withdraw', { revision, reason: 'Words of my own.' }],
      ['withdraw', { revision, reason: 'unsafe', publicNote: 'x'.repeat(1001) }],
      ['schedule', { revision, at: '2031-01-01T00:00:00Z', verb: 'withdraw' }],
      ['schedule', { revision, at: '2031-01-01T00:00:00Z', reason: 'legal' }],
      ['withdraw', { revision, reason: 'other', replacedBy: 'not-a-uid' }],
      ['renew-review', { revision, reviewDue: '2031-13-01' }],
      ['renew-review', { revision, reviewDue: 'soon' }],
    ];
    for (const [name, body] of wrong) {
      expect(
        await refusal(take(staff.reviewer, draft.id, name, body as Record<string, unknown>)),
        `${name} ${JSON.stringify(body)}`.slice(0, 200),
      ).toBe('invalid-request');
    }
    expect((await review(draft.id)).events).toEqual([]);
  });

  it('is refused where the lifecycle has no place for it, and changes nothing', async () => {
    const draft = await draftOf('places');
    const { revision } = await review(draft.id);
    for (const name of ['request-changes', 'approve', 'withdraw', 'renew-review'] as const) {
      expect(await refusal(take(staff.reviewer, draft.id, name, bodyOf(name, revision))), name).toBe('wrong-state');
    }
    for (const name of ['release', 'schedule'] as const) {
      const error = await refused(take(staff.editor, draft.id, name, bodyOf(name, revision)));
      expect([error.status, (error.details.issues as { code: string }[]).map(({ code }) => code)]).toEqual([
        422,
        ['not-submitted', 'approvals-missing'],
      ]);
    }
    await submit(draft.id);
    expect(
      await refusal(take(staff.editor, draft.id, 'submit-for-review', bodyOf('submit-for-review', revision))),
    ).toBe('wrong-state');
    await take(staff.reviewer, draft.id, 'approve', { revision, release: true });
    for (const name of ['submit-for-review', 'request-changes', 'approve'] as const) {
      expect(await refusal(take(staff.secondReviewer, draft.id, name, bodyOf(name, revision))), name).toBe(
        'wrong-state',
      );
    }
    expect(await refusal(take(staff.editor, draft.id, 'release', { revision }))).toBe('already-released');
    expect((await review(draft.id)).events.map(({ event }) => event)).toEqual(['released', 'approved', 'submitted']);
  });
});
