import { REVIEW_DUE_DAYS, type NoticeKind } from '../../model/notices.ts';

const DAY = 24 * 60 * 60 * 1000;

const startOf = (day: string): number => new Date(`${day.slice(0, 10)}T00:00:00.000Z`).getTime();

/** The moment after `now` at which somebody is next told of a review date (`YYYY-MM-DD…`); null when none is left. */
export function nextReviewNotice(reviewDue: string, now: Date): Date | null {
  const moments = REVIEW_DUE_DAYS.map((days) => startOf(reviewDue) - days * DAY);
  const next = moments.find((moment) => moment > now.getTime());
  return next === undefined ? null : new Date(next);
}

/**
 * What is to be told now of a review date: the nearest of its notices whose moment has come, so that a clock that was
 * away for weeks tells one thing and not three. Null before the first.
 */
export function reviewNoticeNow(reviewDue: string, now: Date): NoticeKind | null {
  const left = (startOf(reviewDue) - now.getTime()) / DAY;
  const days = REVIEW_DUE_DAYS.findLast((threshold) => left <= threshold);
  return days === undefined ? null : `review-due-${days}`;
}
