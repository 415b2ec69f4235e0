import { summaryOf, type EntryContent } from '../../editorial/content.ts';
import type { Release, ReleasedRow } from '../../editorial/release-row.ts';
import { contentHtml } from './content-html.ts';
import type { FeedAuthor, FeedItem } from './feed-item.ts';
import { isOverdue, type ItemContext } from './item-context.ts';
import { retractionItem } from './retraction-item.ts';
import { clinicianUrl, pageUrl } from './urls.ts';

/** A row of the log as an item: a release with its text, or a retraction. */
export const feedItem = (row: Release, context: ItemContext): FeedItem =>
  row.kind === 'withdrawn' ? retractionItem(row, context) : releasedItem(row, context);

function releasedItem(row: ReleasedRow, context: ItemContext): FeedItem {
  return {
    id: `urn:uuid:${row.uid}`,
    url: pageUrl(context.siteUrl, row.type, row.slug),
    title: row.title,
    content_html: contentHtml(row, context),
    summary: summaryOf(row.snapshot),
    date_published: row.firstReleasedAt,
    date_modified: row.releasedAt,
    authors: authorsOf(row, context.siteUrl),
    tags: [...new Set([row.type, ...namesOf(row.snapshot)])],
    language: row.locale,
    _imprimatur: {
      type: row.type,
      uid: row.uid,
      seq: row.seq,
      version: row.version,
      revision: row.revision,
      approvals: row.approvals,
      reviewedAt: row.reviewedAt,
      reviewDue: row.reviewDue,
      reviewOverdue: isOverdue(row.reviewDue, context.today),
      changeKind: row.changeKind,
      changeNote: row.changeNote,
      firstReleasedAt: row.firstReleasedAt,
      releasedAt: row.releasedAt,
      signature: row.signature,
      demonstration: context.demo,
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
