import { describe, expect, it } from 'vitest';
import { lessonAfter, lessonDue } from '../../../publishers/email/schedule.ts';
import type { Enrolment } from '../../../publishers/email/store/enrolments.ts';
import { confirmability, mayMailRequest } from '../../../publishers/email/subscription-rules.ts';
import { aLesson } from './course.ts';

const lessons = ['one', 'two', 'three'].map((key) => aLesson({ key }));
const none = new Set<string>();

describe('the order of lessons', () => {
  it('follows the key', () => {
    expect(lessonDue(lessons, 'two', none)?.key).toBe('two');
    expect(lessonAfter(lessons, 'two', none)?.key).toBe('three');
    expect(lessonAfter(lessons, 'three', none)).toBeNull();
  });
  it('takes the first unsent lesson when the key is gone', () => {
    expect(lessonDue(lessons, 'gone', new Set(['one']))?.key).toBe('two');
    expect(lessonDue(lessons, 'gone', new Set(['one', 'two', 'three']))).toBeNull();
  });
  it('does not come back to a lesson that was sent', () => {
    expect(lessonAfter(lessons, 'one', new Set(['two']))?.key).toBe('three');
  });
});

const now = new Date('2026-02-10T12:00:00Z');
const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
const enrolment = (over: Partial<Enrolment>): Enrolment => ({
  uid: 'u',
  subscriberUid: 's',
  email: 'a@example.org',
  courseUid: 'c',
  courseTitle: 'Course',
  status: 'requested',
  endedBecause: null,
  timeZone: 'UTC',
  requests: 1,
  requestedAt: before(1),
  requestedTimeZone: null,
  consentWording: null,
  consentAt: null,
  confirmedAt: null,
  unsubscribedAt: null,
  round: 0,
  nextLessonKey: null,
  nextDueAt: null,
  heldBack: null,
  failures: 0,
  setAside: null,
  nothingMore: false,
  ...over,
});

describe('the confirmation button', () => {
  it.each([
    ['a fresh request', {}, 'confirm'],
    ['a request a week old', { requestedAt: before(7) }, 'confirm'],
    ['a request more than a week old', { requestedAt: before(7.01) }, 'expired'],
    ['no request at all', { requestedAt: null }, 'expired'],
    ['an active course', { status: 'active', requestedAt: before(30) }, 'already'],
    ['a paused course', { status: 'paused' }, 'already'],
    ['a course left after the request', { status: 'unsubscribed', unsubscribedAt: before(0.5) }, 'expired'],
    [
      'a course left before the request',
      { status: 'unsubscribed', confirmedAt: before(5), unsubscribedAt: before(3) },
      'confirm',
    ],
    ['a finished course', { status: 'finished', requestedAt: before(5), confirmedAt: before(5) }, 'already'],
    ['a finished course asked for again', { status: 'finished', confirmedAt: before(5) }, 'confirm'],
    ['a course that we ended', { status: 'ended', confirmedAt: before(0.5) }, 'expired'],
  ] as const)('for %s', (_what, over, expected) => {
    expect(confirmability(enrolment(over), now)).toBe(expected);
  });
});

describe('whether a request is answered with a mail', () => {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const may = (over: Partial<Parameters<typeof mayMailRequest>[0]>) =>
    mayMailRequest({ requestedAt: null, now, suppressed: false, mailedAt: [], ...over });
  it('depends on the list, the last ten minutes and the last day', () => {
    expect(may({})).toBe(true);
    expect(may({ suppressed: true })).toBe(false);
    expect(may({ requestedAt: minutesAgo(9) })).toBe(false);
    expect(may({ requestedAt: minutesAgo(10) })).toBe(true);
    expect(may({ mailedAt: [11, 12, 13, 14, 15].map(minutesAgo) })).toBe(false);
    expect(may({ mailedAt: [11, 12, 13, 14, 24 * 60].map(minutesAgo) })).toBe(true);
  });
});
