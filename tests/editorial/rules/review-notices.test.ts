import { describe, expect, it } from 'vitest';
import { nextReviewNotice, reviewNoticeNow } from '../../../editorial/rules/review-notices.ts';

const DUE = '2026-07-31';
const at = (day: string) => new Date(`${day}T12:00:00.000Z`);

describe('notices of a review date', () => {
  it('come 30 and 7 days before it and on the day', () => {
    expect(nextReviewNotice(DUE, at('2026-06-01'))).toEqual(new Date('2026-07-01T00:00:00Z'));
    expect(nextReviewNotice(DUE, at('2026-07-01'))).toEqual(new Date('2026-07-24T00:00:00Z'));
    expect(nextReviewNotice(DUE, at('2026-07-24'))).toEqual(new Date('2026-07-31T00:00:00Z'));
    expect(nextReviewNotice(DUE, at('2026-07-31'))).toBeNull();
    // Who sets a near date knows it.
    expect(nextReviewNotice('2026-06-20', at('2026-06-01'))).toEqual(new Date('2026-06-13T00:00:00Z'));
  });

  it.each([
    ['2026-06-30', null],
    ['2026-07-01', 'review-due-30'],
    ['2026-07-23', 'review-due-30'],
    ['2026-07-24', 'review-due-7'],
    ['2026-07-30', 'review-due-7'],
    ['2026-07-31', 'review-due-0'],
    ['2026-12-31', 'review-due-0'],
  ])('tell on %s the nearest alone: %s', (day, kind) => {
    expect(reviewNoticeNow(DUE, at(day))).toBe(kind);
  });
});
