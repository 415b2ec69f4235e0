import type { PayloadRequest } from 'payload';
import type { ReviewEvent, ReviewEventKind } from '../../model/review-event.ts';
import type { Period } from '../rules/reports/report.ts';

const PAGE = 2000;

type Line = Pick<ReviewEvent, 'entry' | 'event' | 'at' | 'actor' | 'person' | 'actorName' | 'scope'>;

/** The lines of all review histories in a period, oldest first, a page at a time so that others have the thread. */
export async function readLines(
  { payload }: PayloadRequest,
  { from, until }: Period,
  events?: readonly ReviewEventKind[],
): Promise<Line[]> {
  const lines: Line[] = [];
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.db.find<Line>({
      collection: 'reviews',
      where: {
        and: [
          { at: { greater_than_equal: from.toISOString() } },
          { at: { less_than_equal: until.toISOString() } },
          ...(events ? [{ event: { in: [...events] } }] : []),
        ],
      },
      // Lines of one moment are in the order of their entry.
      sort: ['at', 'position'],
      page,
      limit: PAGE,
      select: { entry: true, event: true, at: true, actor: true, person: true, actorName: true, scope: true },
    });
    lines.push(...docs);
    if (!hasNextPage) return lines;
  }
}
