import { summaryOf, type EntryContent } from '../../model/content.ts';
import type { Release, ReleasedRow } from '../../model/release-row.ts';
import { isPastReview } from '../../model/review-due.ts';
import { contentHtml } from './content-html.ts';
import type { FeedAuthor, FeedItem } from './feed-item.ts';
import type { ItemContext } from './item-context.ts';
import { retractionItem } from './retraction-item.ts';
import { itemMembers, provenanceMembers } from './row-members.ts';
import { clinicianUrl } from './urls.ts';

/** A row of the log as an item: a release with its text, or a retraction. */
export const feedItem = (row: Release, context: ItemContext): FeedItem =>
  row.kind === 'withdrawn' ? retractionItem(row, context) : releasedItem(row, context);

function releasedItem(row: ReleasedRow, context: ItemContext): FeedItem {
  return {
    ...itemMembers(row, context),
    title: row.title,
    content_html: contentHtml(row, context),
    summary: summaryOf(row.snapshot),
    authors: authorsOf(row, context.siteUrl),
    tags: [...new Set([row.type, ...namesOf(row.snapshot)])],
    _imprimatur: {
      ...provenanceMembers(row, context),
      approvals: row.approvals,
      reviewedAt: row.reviewedAt,
      reviewDue: row.reviewDue,
      reviewOverdue: isPastReview(row.reviewDue, context.today),
      retraction: null,
    },
  };
}

/** The clinicians who approved, once each. */
function authorsOf({ approvals }: ReleasedRow, siteUrl: string): FeedAuthor[] {
  const authors = approvals.map(
    ({ clinician: { uid, name, slug } }) => [uid, { name, url: clinicianUrl(siteUrl, slug) }] as const,
  );
  return [...new Map(authors).values()];
}

function namesOf(content: EntryContent): string[] {
  if (content.type === 'guide') return content.keywords;
  return content.type === 'course' ? [] : content.synonyms;
}
