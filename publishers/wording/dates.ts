/** Dates of the site's own words; also of a release whose language is no language. */
const ENGLISH = 'en-GB';
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOr(locale), {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'UTC',
  });
  formats.set(locale, made);
  return made;
}

/** `en` alone would write American dates. */
function localeOr(locale: string): string {
  if (locale === 'en') return ENGLISH;
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}

/**
 * `2026-02-01` or an RFC 3339 time as `1 February 2026` (UTC), in the words of a release's locale; the text itself
 * when it is not a date.
 */
export function longDate(date: string, locale = 'en'): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : formatOf(locale).format(time);
}

/** The UTC day, YYYY-MM-DD, of a time; of an RFC 3339 text in UTC too. */
export const dayOf = (time: Date | string): string =>
  (typeof time === 'string' ? time : time.toISOString()).slice(0, 10);
