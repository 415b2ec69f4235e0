/**
 * True when a clinician should have looked again. `reviewDue` is a day (the first ten characters count), `now`
 * a moment or a day; the whole day of `reviewDue` still counts (UTC). Without a date nothing is overdue.
 */
export const isPastReview = (reviewDue: string | null | undefined, now: Date | string): boolean =>
  Boolean(reviewDue) &&
  (reviewDue ?? '').slice(0, 10) < (typeof now === 'string' ? now : now.toISOString()).slice(0, 10);
