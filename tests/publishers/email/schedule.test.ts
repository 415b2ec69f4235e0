import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../../../model/entries/course.ts';
import { isTimeZone } from '../../../model/local-time.ts';
import { nextLessonDue, nextSlot, type Timetable } from '../../../publishers/email/schedule.ts';

const every: Timetable = { sendAt: '08:00', weekdays: WEEKDAYS, timeZone: 'Europe/London' };
const due = (previous: string, delayDays: number, over: Partial<Timetable> = {}, takenUp = previous) =>
  nextLessonDue(
    { previousDue: new Date(previous), takenUpAt: new Date(takenUp), delayDays },
    { ...every, ...over },
  ).toISOString();

describe('the next lesson', () => {
  it('is due so many calendar days later at the local time', () => {
    expect(due('2026-02-02T20:30:00Z', 2)).toBe('2026-02-04T08:00:00.000Z');
    expect(due('2026-02-02T20:30:00Z', 2, { timeZone: 'Pacific/Auckland' })).toBe('2026-02-04T19:00:00.000Z');
    expect(due('2026-02-02T20:30:00Z', 2, { timeZone: 'Asia/Kathmandu' })).toBe('2026-02-05T02:15:00.000Z');
  });

  it('keeps its local time when the clocks change', () => {
    expect(due('2026-03-28T08:00:00Z', 1)).toBe('2026-03-29T07:00:00.000Z');
    expect(due('2026-10-24T07:00:00Z', 1)).toBe('2026-10-25T08:00:00.000Z');
  });

  it('is due when the gap ends, if the clocks skip its time', () => {
    const timeZone = 'Europe/Berlin';
    expect(due('2026-03-27T08:00:00Z', 2, { sendAt: '02:30', timeZone })).toBe('2026-03-29T01:00:00.000Z');
    expect(due('2026-03-27T08:00:00Z', 2, { sendAt: '02:00', timeZone })).toBe('2026-03-29T01:00:00.000Z');
    expect(due('2026-03-27T08:00:00Z', 2, { sendAt: '01:59', timeZone })).toBe('2026-03-29T00:59:00.000Z');
    // Half an hour only.
    expect(due('2026-10-02T08:00:00Z', 2, { sendAt: '02:10', timeZone: 'Australia/Lord_Howe' })).toBe(
      '2026-10-03T15:30:00.000Z',
    );
  });

  it('is due at the first of two, if the clocks repeat its time', () => {
    expect(due('2026-10-23T08:00:00Z', 2, { sendAt: '02:30', timeZone: 'Europe/Berlin' })).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(due('2026-10-30T08:00:00Z', 2, { sendAt: '01:30', timeZone: 'America/New_York' })).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  it('moves forward to an allowed weekday', () => {
    expect(due('2026-02-05T08:00:00Z', 2, { weekdays: ['mon', 'tue'] })).toBe('2026-02-09T08:00:00.000Z');
    expect(due('2026-02-05T08:00:00Z', 2, { weekdays: ['sat'] })).toBe('2026-02-07T08:00:00.000Z');
    expect(due('2026-02-05T08:00:00Z', 1, { weekdays: [] })).toBe('2026-02-06T08:00:00.000Z');
  });

  it('comes the next day when no days lie between and the time has passed', () => {
    expect(due('2026-02-02T07:00:00Z', 0)).toBe('2026-02-02T08:00:00.000Z');
    expect(due('2026-02-02T08:00:00Z', 0)).toBe('2026-02-03T08:00:00.000Z');
  });

  it('is counted from the real day after the worker was away, so that lessons do not come in a heap', () => {
    expect(due('2026-02-02T08:00:00Z', 2, {}, '2026-02-20T12:00:00Z')).toBe('2026-02-22T08:00:00.000Z');
    expect(due('2026-02-02T08:00:00Z', 2, {}, '2026-02-02T13:00:00Z')).toBe('2026-02-04T08:00:00.000Z');
  });

  it('does not look for ever: no known weekday is every day, and what is no time of day is an error', () => {
    expect(due('2026-02-05T08:00:00Z', 1, { weekdays: ['noday' as 'mon'] })).toBe('2026-02-06T08:00:00.000Z');
    expect(due('2026-02-05T08:00:00Z', 1, { weekdays: ['noday' as 'mon', 'tue'] })).toBe('2026-02-10T08:00:00.000Z');
    for (const over of [{ sendAt: 'noon' }, { sendAt: '99:99' }, { timeZone: 'Mars/Phobos' }])
      expect(() => due('2026-02-05T08:00:00Z', 1, over), JSON.stringify(over)).toThrow();
  });

  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
  const timetables = fc.record({
    timeZone: zones,
    sendAt: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':')),
    weekdays: fc.subarray([...WEEKDAYS]),
  });
  const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });

  it('is always later, on an allowed day, within delay and a week and a day, at its local time unless that does not exist', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 30 }), timetables, (previous, delayDays, timetable) => {
        const found = nextLessonDue({ previousDue: previous, takenUpAt: previous, delayDays }, timetable);
        const local = DateTime.fromJSDate(found, { zone: timetable.timeZone });
        const day = DateTime.fromJSDate(previous, { zone: timetable.timeZone }).startOf('day');
        expect(found.getTime()).toBeGreaterThan(previous.getTime());
        if (timetable.weekdays.length > 0) expect(timetable.weekdays).toContain(WEEKDAYS[local.weekday - 1]);
        const days = local.startOf('day').diff(day, 'days').days;
        expect(days).toBeGreaterThanOrEqual(delayDays);
        expect(days).toBeLessThanOrEqual(delayDays + 8);
        const wall = local.toFormat('HH:mm');
        if (wall !== timetable.sendAt) {
          // Only right after a gap: a minute earlier another offset holds.
          expect(local.minus({ minutes: 1 }).offset).not.toBe(local.offset);
          expect(wall > timetable.sendAt).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('after a pause is the next allowed time', () => {
    expect(nextSlot(new Date('2026-02-02T08:00:00Z'), every).toISOString()).toBe('2026-02-03T08:00:00.000Z');
    expect(nextSlot(new Date('2026-02-02T07:59:59Z'), every).toISOString()).toBe('2026-02-02T08:00:00.000Z');
  });
});

describe('a time zone', () => {
  it.each(['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta'])('%s is known', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });
  it.each(['', 'Mars/Phobos', '+01:00', 'local', 'utc+3', 'Europe/London\n', 'x'.repeat(100)])('%j is not', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
