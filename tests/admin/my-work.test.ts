import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksFor, calendarOf } from '../../admin/my-work/blocks.ts';
import { listQuery } from '../../admin/my-work/list-query.ts';
import { toWorkRow, type LookingForOthers } from '../../admin/my-work/work-row.ts';
import { boundsOf, monthOf } from '../../admin/schedule/read-schedule.ts';
import { refusedByRow, type RowFacts } from '../../editorial/rules/row-step.ts';
import { judge, refusalOf } from '../../editorial/rules/permissions.ts';
import { NOBODY_ASSIGNED } from '../../model/assignment.ts';
import { ROLES, STATES, VERBS } from '../../model/lifecycle.ts';
import { toRevision } from '../../model/revision.ts';
import type { EntryStatus } from '../../payload-types.ts';
import { acting, anEvent, approvalOfTheWhole, kindSurroundings } from '../support/events.ts';
import { aCause } from '../support/releases.ts';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const plain = toRevision(aCause({ redFlags: [], treatments: [], specialists: [] }));

const aRow = (over: Partial<EntryStatus> = {}): EntryStatus => ({
  id: 1,
  uid: 'entry',
  openThreads: 0,
  openMusts: 0,
  type: 'cause',
  entryId: '12',
  title: 'Old words',
  state: 'in-review',
  revision: plain.hash,
  turn: 1,
  approvalsGiven: 1,
  approvalsNeeded: 2,
  createdAt: NOW.toISOString(),
  updatedAt: NOW.toISOString(),
  ...over,
});
const looking: LookingForOthers = { ...acting('r1'), role: 'reviewer', canApprove: true, absent: [] };
const asked = (account: string, name = account) => ({ ...NOBODY_ASSIGNED, reviewers: [{ account, name }] });

describe('my work', () => {
  it('has for each role what it acts on, what is assigned first; a mailer has the mail alone', () => {
    const keys = (role: (typeof ROLES)[number]) => blocksFor({ role, accounts: ['7'] }, NOW).map(({ key }) => key);
    expect(keys('reviewer')).toEqual(['assigned', 'second', 'back', 'lapsed', 'due']);
    expect(keys('editor')).toEqual(['assigned', 'back', 'needs-reviewer', 'lapsed', 'due', 'ready']);
    expect(keys('admin')).toHaveLength(7);
    expect(keys('mailer')).toEqual([]);
  });

  it('looks for the own account and for those whose work this person does meanwhile', () => {
    const [assigned] = blocksFor({ role: 'reviewer', accounts: ['7', '9'] }, NOW);
    expect(JSON.stringify(assigned?.where)).toContain('{"openReviewer1":{"in":["7","9"]}}');
    const query = new URLSearchParams(listQuery(assigned?.where ?? {}, 'rank'));
    expect(query.get('where[or][0][and][0][or][2][openReviewer3][in][1]')).toBe('9');
    expect(query.get('sort')).toBe('rank');
  });

  it('says why each row is here, what to do with it, and for whom', () => {
    const mine = toWorkRow('assigned', aRow({ isSafety: true, assignment: asked('r1') }), looking, null);
    expect(mine).toMatchObject({
      danger: 'safety',
      because: 'Safety change. Yours is approval 2 of 2.',
      action: { label: 'Review', on: 'review' },
    });
    const dr = { account: '9', name: 'Dr r9', role: 'reviewer' as const, canApprove: true };
    const absent = [{ ...dr, absence: { from: '2026-06-01', until: '2026-06-09', substitute: 'r1' } }];
    const theirs = toWorkRow('assigned', aRow({ assignment: asked('9') }), { ...looking, absent }, null);
    expect(theirs.because).toBe('Yours is approval 2 of 2. For Dr r9, away until 9 Jun 2026.');
    // Four eyes are those of who does it.
    const wrote = aRow({ assignment: asked('9'), editors: [acting('r1')] });
    expect(toWorkRow('assigned', wrote, { ...looking, absent }, null)).toMatchObject({ action: { label: 'Look' } });
    const back = aRow({ state: 'changes-requested' });
    const said = { actorName: 'Dr r2', comment: 'Say it plainly.' };
    expect(toWorkRow('back', back, { ...looking, role: 'editor' }, said)).toMatchObject({
      because: 'Dr r2: “Say it plainly.”',
      action: { label: 'Edit', on: 'form' },
    });
  });

  it('offers by the row what only the text could still refuse', () => {
    fc.assert(
      fc.property(
        fc.record({
          state: fc.constantFrom(...STATES),
          role: fc.constantFrom(...ROLES),
          canApprove: fc.boolean(),
          wrote: fc.boolean(),
          wroteLive: fc.boolean(),
          approved: fc.boolean(),
        }),
        ({ state, role, canApprove, wrote, wroteLive, approved }) => {
          const editors = wrote ? [acting('r1')] : [];
          const authors = wroteLive ? [acting('r1')] : [];
          const row: RowFacts = {
            ...{ state, editors, authors, approvers: approved ? [acting('r1')] : [], needsReviewer: null },
            approvals: { given: 0, needed: 2 },
          };
          const isThere = state === 'live' || state === 'review-overdue';
          const situation = {
            ...kindSurroundings(plain.content),
            asker: { ...acting('r1'), role, hasClinician: canApprove, isInGoodStanding: canApprove, hasSession: true },
            state,
            revision: plain,
            live: isThere
              ? {
                  ...{ approvals: [approvalOfTheWhole], reviewedAt: approvalOfTheWhole.approvedAt, seq: 1 },
                  ...{ revision: plain.hash, snapshot: plain.content },
                }
              : null,
            events: [anEvent('submitted', plain.hash), ...(approved ? [anEvent('approved', plain.hash, 'r1')] : [])],
            ...{ editors, authors, scheduled: null, openMusts: 0 },
          };
          const judged = judge(situation);
          for (const verb of VERBS.filter((one) => one !== 'schedule' && one !== 'unschedule')) {
            const refusal = refusalOf({ verb }, situation, judged);
            const byRow = refusedByRow(verb, row, { ...acting('r1'), role, canApprove });
            if (refusal === null) expect([verb, byRow]).toEqual([verb, null]);
            if (byRow === null && refusal) expect(['requirements-not-met', 'already-released']).toContain(refusal.code);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the calendars', () => {
  it('count each review once, in the span that its day falls into', () => {
    const spans = calendarOf(NOW).map(({ where }) => JSON.stringify(where));
    const edges = spans.flatMap((span) => span.match(/2026-\d\d-\d\d/g) ?? []);
    expect(edges).toEqual([
      ...['2026-06-01', '2026-06-01', '2026-06-02', '2026-06-02', '2026-06-09'],
      ...['2026-06-09', '2026-07-02', '2026-07-02', '2026-08-31'],
    ]);
  });

  it('show the month that is asked for, and this one for what is none', () => {
    expect(monthOf('2026-12', NOW)).toBe('2026-12');
    for (const odd of [undefined, '2026-13', '2026-1', 'x', ['2026-12']]) expect(monthOf(odd, NOW)).toBe('2026-06');
    expect(boundsOf('2026-12')).toEqual({ from: '2026-12-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' });
  });
});
