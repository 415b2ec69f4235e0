import ical from 'ical-generator';
import { COLLECTION_OF, ENTRY_TYPES } from '../../model/entries/types.ts';
import type { Library } from '../../release-log/library.ts';

/**
 * The day on which the review of each live entry falls due, as iCalendar (RFC 5545): whole days, titles as readers
 * have them. Nothing of a draft is in it: calendars are kept by services that nobody here has a contract with.
 */
export function reviewDates(library: Library, { siteUrl }: { siteUrl: string }): string {
  const calendar = ical({ name: 'Reviews due', prodId: { company: 'Imprimatur', product: 'Review calendar' } });
  for (const { uid, type, slug, title, reviewDue, releasedAt } of ENTRY_TYPES.flatMap((one) => library.list(one))) {
    calendar.createEvent({
      id: `review-${uid}`,
      // The same release is the same event, whenever it is asked for.
      stamp: new Date(releasedAt),
      start: new Date(`${reviewDue}T00:00:00Z`),
      allDay: true,
      summary: `Review due: ${title}`,
      url: `${siteUrl}/${COLLECTION_OF[type]}/${slug}`,
    });
  }
  return calendar.toString();
}
