import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REVIEW_EVENTS } from '../../../model/review-event.ts';
import { approversOf, currentRound, deriveState, type StateInput } from '../../../editorial/rules/state.ts';
import { isPastReview } from '../../../model/review-due.ts';
import { anEvent, NOW } from '../../support/events.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

const stateOf = (over: Partial<StateInput>) =>
  deriveState({ hash: A, events: [], last: null, approvalsNeeded: 1, scheduledRelease: null, now: NOW, ...over });

describe('the state of a draft', () => {
  it('is draft until it is submitted', () => {
    expect(stateOf({})).toBe('draft');
    expect(stateOf({ events: [anEvent('submitted', B), anEvent('approved', B, 'r1')] })).toBe('draft');
  });

  it('goes through review', () => {
    const submitted = anEvent('submitted', A);
    expect(stateOf({ events: [submitted] })).toBe('in-review');
    expect(stateOf({ events: [submitted, anEvent('changes-requested', A, 'r1')] })).toBe('changes-requested');
    expect(stateOf({ events: [submitted, anEvent('approved', A, 'r1')] })).toBe('approved');
    expect(stateOf({ events: [submitted, anEvent('approved', A, 'r1')], approvalsNeeded: 2 })).toBe('in-review');
  });

  it('counts a clinician once', () => {
    const events = [anEvent('submitted', A), anEvent('approved', A, 'r1'), anEvent('approved', A, 'r1')];
    expect(stateOf({ events, approvalsNeeded: 2 })).toBe('in-review');
    const sameClinician = anEvent('approved', A, 'r1', { actor: 'other-account' });
    expect(stateOf({ events: [...events, sameClinician], approvalsNeeded: 2 })).toBe('in-review');
    expect(stateOf({ events: [...events, anEvent('approved', A, 'r2')], approvalsNeeded: 2 })).toBe('approved');
  });

  it('loses its approvals to a request for changes and to a new submission', () => {
    const approved = [anEvent('submitted', A), anEvent('approved', A, 'r1')];
    const refused = [...approved, anEvent('changes-requested', A, 'r2')];
    expect(stateOf({ events: refused })).toBe('changes-requested');
    expect(stateOf({ events: [...refused, anEvent('submitted', A)] })).toBe('in-review');
    expect(stateOf({ events: [...approved, anEvent('submitted', A)] })).toBe('in-review');
  });

  it('loses its approvals to an edit, although the text comes back later', () => {
    const approved = [anEvent('submitted', A), anEvent('approved', A, 'r1')];
    expect(stateOf({ events: [...approved, anEvent('edited', A)] })).toBe('draft');
    expect(stateOf({ events: [...approved, anEvent('edited', A), anEvent('submitted', A)] })).toBe('in-review');
  });

  it('does not count an approval that nobody with a clinician profile gave', () => {
    expect(stateOf({ events: [anEvent('submitted', A), anEvent('approved', A, 'r1', { clinician: null })] })).toBe(
      'in-review',
    );
  });

  it('is scheduled only for this revision', () => {
    const events = [anEvent('submitted', A), anEvent('approved', A, 'r1')];
    expect(stateOf({ events, scheduledRelease: A })).toBe('scheduled');
    expect(stateOf({ events, scheduledRelease: B })).toBe('approved');
    expect(stateOf({ events: events.slice(0, 1), scheduledRelease: A })).toBe('in-review');
  });

  it('is live while readers have it, and overdue from the day after the review date', () => {
    const last = { kind: 'released' as const, revision: A, reviewDue: '2026-06-01' };
    expect(stateOf({ last })).toBe('live');
    expect(stateOf({ last, now: new Date('2026-06-01T23:59:59.999Z') })).toBe('live');
    expect(stateOf({ last, now: new Date('2026-06-02T00:00:00.000Z') })).toBe('review-overdue');
    expect(stateOf({ last: { ...last, revision: B } })).toBe('draft');
  });

  it('is withdrawn until it is submitted again, and approvals of its earlier life are used up', () => {
    const last = { kind: 'withdrawn' as const, revision: A };
    const life = [
      anEvent('submitted', A),
      anEvent('approved', A, 'r1'),
      anEvent('released', A),
      anEvent('withdrawn', A),
    ];
    expect(stateOf({ last, events: life })).toBe('withdrawn');
    expect(stateOf({ last, events: [...life, anEvent('submitted', A)] })).toBe('in-review');
    expect(stateOf({ last, hash: B, events: life })).toBe('draft');
  });

  it('does not revive approvals when an older released text returns', () => {
    const events = [
      anEvent('submitted', A),
      anEvent('approved', A, 'r1'),
      anEvent('released', A),
      anEvent('submitted', B),
      anEvent('approved', B, 'r1'),
      anEvent('released', B),
    ];
    expect(stateOf({ events, last: { kind: 'released', revision: B, reviewDue: '2028-01-01' } })).toBe('draft');
  });
});

describe('review dates', () => {
  it('count whole days in UTC', () => {
    expect(isPastReview('2026-06-01', new Date('2026-06-01T23:59:59Z'))).toBe(false);
    expect(isPastReview('2026-06-01T00:00:00.000Z', new Date('2026-06-02T00:00:00Z'))).toBe(true);
    expect(isPastReview(null, NOW)).toBe(false);
    expect(isPastReview(undefined, NOW)).toBe(false);
    expect(isPastReview('', NOW)).toBe(false);
  });
});

const event = fc
  .record({
    kind: fc.constantFrom(...REVIEW_EVENTS),
    revision: fc.constantFrom(A, B),
    who: fc.constantFrom('editor', 'r1', 'r2', 'r3'),
  })
  .map(({ kind, revision, who }) => anEvent(kind, revision, who));

describe('any history', () => {
  it('gives a state of the table, the same each time, and leaves its input alone', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 25 }),
        fc.constantFrom(1, 2),
        fc.constantFrom(A, B, null),
        (events, approvalsNeeded, scheduledRelease) => {
          const frozen = structuredClone(events);
          const once = stateOf({ events, approvalsNeeded, scheduledRelease });
          expect(stateOf({ events, approvalsNeeded, scheduledRelease })).toBe(once);
          expect(events).toEqual(frozen);
          expect(['draft', 'in-review', 'changes-requested', 'approved', 'scheduled']).toContain(once);
        },
      ),
    );
  });

  it('is approved only with enough approvals after the last submission, refusal, edit and log row', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), fc.constantFrom(1, 2, 3), (events, approvalsNeeded) => {
        const state = stateOf({ events, approvalsNeeded });
        const voids = events.findLastIndex(
          (e) =>
            ['released', 'withdrawn', 'edited'].includes(e.event) ||
            (e.revision === A && ['submitted', 'changes-requested'].includes(e.event)),
        );
        const givers = new Set(
          events
            .slice(voids + 1)
            .filter((e) => e.event === 'approved' && e.revision === A)
            .map((e) => e.clinician?.uid),
        );
        if (state === 'approved') expect(givers.size).toBeGreaterThanOrEqual(approvalsNeeded);
      }),
    );
  });

  it('counts in a round only what speaks of that revision', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        const round = currentRound(events, A);
        expect(round.every(({ revision }) => revision === A)).toBe(true);
        if (round.length > 0) expect(round[0]?.event).toBe('submitted');
        const givers = approversOf(round).map(({ clinician }) => clinician?.uid);
        expect(new Set(givers).size).toBe(givers.length);
      }),
    );
  });
});
