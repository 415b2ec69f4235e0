const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-02-01` or an RFC 3339 time as `1 February 2026` (UTC); the text itself when it is not a date. */
export function longDate(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : format.format(time);
}

/** The UTC day, YYYY-MM-DD, of a time; of an RFC 3339 text in UTC too. */
export const dayOf = (time: Date | string): string =>
  (typeof time === 'string' ? time : time.toISOString()).slice(0, 10);
