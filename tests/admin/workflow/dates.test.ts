import { describe, expect, it } from 'vitest';
import {
  daysUntil,
  formatDay,
  formatMoment,
  fromLocalInput,
  nextMorning,
  reviewDayAfter,
  toLocalInput,
  tomorrow,
} from '../../../admin/workflow/dates.ts';

describe('the proposed next review', () => {
  it('is the same day a year later', () => {
    expect(reviewDayAfter(new Date('2026-11-23T09:00:00Z'))).toBe('2027-11-23');
    expect(reviewDayAfter(new Date('2026-11-23T23:59:59Z'), 3)).toBe('2027-02-23');
  });

  it('is the last day of a month that is too short', () => {
    expect(reviewDayAfter(new Date('2028-02-29T12:00:00Z'))).toBe('2029-02-28');
    expect(reviewDayAfter(new Date('2026-08-31T12:00:00Z'), 6)).toBe('2027-02-28');
  });

  it('may not be today', () => {
    expect(tomorrow(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });
});

describe('the proposed time of a schedule', () => {
  it('is eight in the morning of the next local day', () => {
    const now = new Date(2026, 11, 31, 23, 50);
    expect(nextMorning(now)).toBe('2027-01-01T08:00');
  });

  it('survives the input field and back', () => {
    const at = new Date(2026, 4, 3, 7, 5);
    expect(fromLocalInput(toLocalInput(at))).toBe(at.toISOString());
  });

  it('is nothing while the field is incomplete', () => {
    expect(fromLocalInput('')).toBeNull();
    expect(fromLocalInput('2026-13-45T99:99')).toBeNull();
  });
});

describe('dates on screen', () => {
  it('reads days in UTC and moments in the zone asked for', () => {
    expect(formatDay('2027-01-02T00:00:00.000Z')).toBe('2 Jan 2027');
    expect(formatDay('2027-01-02')).toBe('2 Jan 2027');
    expect(formatMoment('2027-01-02T09:30:00.000Z', 'UTC')).toBe('2 Jan 2027, 09:30 UTC');
  });

  it('shows what is not a date as it is', () => {
    expect(formatDay('soon')).toBe('soon');
  });

  it('counts whole days', () => {
    const now = new Date('2026-06-01T23:30:00Z');
    expect(daysUntil('2026-06-01', now)).toBe(0);
    expect(daysUntil('2026-06-03T00:00:00.000Z', now)).toBe(2);
    expect(daysUntil('2026-05-31', now)).toBe(-1);
  });
});
