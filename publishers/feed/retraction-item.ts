import type { WithdrawnRow } from '../../model/release-row.ts';
import { pageUrl } from '../addresses.ts';
import { markup } from '../html/markup.ts';
import { dayOf } from '../wording/dates.ts';
import { demoNotice } from './content-html.ts';
import type { FeedItem } from './feed-item.ts';
import type { ItemContext } from './item-context.ts';
import { itemMembers, provenanceMembers } from './row-members.ts';

/**
 * The item that takes the place of a withdrawn entry: same id and address, and nothing of its old text.
 * Readers ignore extensions, so the notice stands in the content itself. Its signature covers no
 * approvals: taking text away needs none.
 */
export function retractionItem(row: WithdrawnRow, context: ItemContext): FeedItem {
  const { siteUrl, demo, library } = context;
  const entry = row.replacedBy === null ? null : library.live(row.replacedBy);
  const replacement = entry && { title: entry.title, url: pageUrl(siteUrl, entry) };
  const withdrawnOn = dayOf(row.releasedAt);
  const notice = [
    demoNotice(demo),
    markup`<p><strong>This text was withdrawn on ${withdrawnOn}. Do not rely on earlier copies of it.</strong></p>`,
    markup`<p>Reason: ${row.reason}</p>`,
    replacement && markup`<p>Read instead: <a href="${replacement.url}">${replacement.title}</a></p>`,
  ];
  return {
    ...itemMembers(row, context),
    title: `Withdrawn: ${row.title}`,
    content_html: markup`${notice}`.text,
    summary: `Withdrawn on ${withdrawnOn}: ${row.reason}`,
    tags: [row.type, 'withdrawn'],
    _imprimatur: {
      ...provenanceMembers(row, context),
      approvals: [],
      reviewedAt: null,
      reviewDue: null,
      reviewOverdue: false,
      retraction: {
        reason: row.reason,
        withdrawnAt: row.releasedAt,
        replacedBy: row.replacedBy,
        replacedByUrl: replacement?.url ?? null,
      },
    },
  };
}
