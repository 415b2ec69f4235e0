import type { WithdrawnRow } from '../../editorial/release-row.ts';
import { demoNotice } from './content-html.ts';
import type { FeedItem } from './feed-item.ts';
import type { ItemContext } from './item-context.ts';
import { markup } from './markup.ts';
import { pageUrl } from './urls.ts';

/**
 * The item that takes the place of a withdrawn entry: same id and address, and nothing of its old text.
 * Readers ignore extensions, so the notice stands in the content itself. Its signature covers no
 * approvals: taking text away needs none.
 */
export function retractionItem(row: WithdrawnRow, { siteUrl, demo, library }: ItemContext): FeedItem {
  const entry = row.replacedBy === null ? null : library.live(row.replacedBy);
  const replacement = entry && { title: entry.title, url: pageUrl(siteUrl, entry.type, entry.slug) };
  const withdrawnOn = row.releasedAt.slice(0, 10);
  const notice = [
    demoNotice(demo),
    markup`<p><strong>This text was withdrawn on ${withdrawnOn}. Do not rely on earlier copies of it.</strong></p>`,
    markup`<p>Reason: ${row.reason}</p>`,
    replacement && markup`<p>Read instead: <a href="${replacement.url}">${replacement.title}</a></p>`,
  ];
  return {
    id: `urn:uuid:${row.uid}`,
    url: pageUrl(siteUrl, row.type, row.slug),
    title: `Withdrawn: ${row.title}`,
    content_html: markup`${notice}`.text,
    summary: `Withdrawn on ${withdrawnOn}: ${row.reason}`,
    date_published: row.firstReleasedAt,
    date_modified: row.releasedAt,
    tags: [row.type, 'withdrawn'],
    language: row.locale,
    _imprimatur: {
      type: row.type,
      uid: row.uid,
      seq: row.seq,
      version: row.version,
      revision: row.revision,
      approvals: [],
      reviewedAt: null,
      reviewDue: null,
      reviewOverdue: false,
      changeKind: row.changeKind,
      changeNote: row.changeNote,
      firstReleasedAt: row.firstReleasedAt,
      releasedAt: row.releasedAt,
      signature: row.signature,
      demonstration: demo,
      retraction: {
        reason: row.reason,
        withdrawnAt: row.releasedAt,
        replacedBy: row.replacedBy,
        replacedByUrl: replacement?.url ?? null,
      },
    },
  };
}
