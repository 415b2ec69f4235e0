/** Dates as the staff read and enter them. Days are UTC days, as review dates are; moments are local. */

/** `2 Jan 2027` for a day (YYYY-MM-DD or RFC 3339, read in UTC). */
export const formatDay = (day: string): string =>
  format(day, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `2 Jan 2027, 09:30` for a moment, in `timeZone` or the browser's own. */
export const formatMoment = (at: string, timeZone?: string): string =>
  format(at, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    ...(timeZone ? { timeZone, timeZoneName: 'short' } : {}),
  });

const format = (text: string, options: Intl.DateTimeFormatOptions): string => {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat('en-GB', options).format(date);
};

/** The proposed next review: the same day `months` later, or that month's last day. YYYY-MM-DD. */
export function reviewDayAfter(now: Date, months = 12): string {
  const firstOfMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
  const [year, month] = [firstOfMonth.getUTCFullYear(), firstOfMonth.getUTCMonth()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month, Math.min(now.getUTCDate(), lastDay))));
}

/** The first day that may be entered as a next review. YYYY-MM-DD. */
export const tomorrow = (now: Date): string => toDay(new Date(now.getTime() + DAY));

/** The proposed time of a schedule: tomorrow at 08:00 local, as a `datetime-local` input holds it. */
export function nextMorning(now: Date): string {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8, 0);
  return toLocalInput(next);
}

/** A moment as a `datetime-local` input holds it: local time, to the minute. */
export const toLocalInput = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;

/** What a `datetime-local` input says, as RFC 3339; null while it is incomplete. */
export function fromLocalInput(value: string): string | null {
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Whole days from `now`'s day to a day; negative when it is past. UTC. */
export const daysUntil = (day: string, now: Date): number =>
  Math.round((Date.parse(day.slice(0, 10)) - Date.parse(toDay(now))) / DAY);

const DAY = 24 * 60 * 60 * 1000;
const toDay = (date: Date): string => date.toISOString().slice(0, 10);
const two = (number: number): string => String(number).padStart(2, '0');
