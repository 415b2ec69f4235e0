import type { EntryContent } from '../../model/entries/entries.ts';
import { summaryOf } from '../../model/entries/references.ts';
import { rowHash, type Release, type ReleasedRow, type WithdrawnRow } from '../../model/release-row.ts';
import { withdrawalText } from '../../model/withdrawal.ts';
import { revisionHash } from '../../model/revision.ts';
import type { Seal } from '../../release-log/seal.ts';
import { isPastReview } from '../../model/review-due.ts';
import { clinicianUrl, pageUrl } from '../addresses.ts';
import { markup } from '../html/markup.ts';
import { dayOf } from '../wording/dates.ts';
import { contentHtml, demoNotice } from './content-html.ts';
import type { FeedAuthor, FeedItem, ItemContext, Provenance } from './feed-item.ts';

/** A row of the log as an item: a release with its text, or a retraction. */
export const feedItem = (row: Release, context: ItemContext): FeedItem =>
  row.kind === 'withdrawn' ? retractionItem(row, context) : releasedItem(row, context);

/** The item with a signature over everything that it says, the rendered text included. */
export async function sealed(item: FeedItem, seal: Seal): Promise<FeedItem> {
  return { ...item, _imprimatur: { ...item._imprimatur, seal: await seal(revisionHash(item)) } };
}

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

/**
 * The item that takes the place of a withdrawn entry: same id and address, and nothing of its old text.
 * Readers ignore extensions, so the notice stands in the content itself. Its signature covers no
 * approvals: taking text away needs none.
 */
function retractionItem(row: WithdrawnRow, context: ItemContext): FeedItem {
  const { siteUrl, demo, library } = context;
  const entry = row.replacedBy === null ? null : library.live(row.replacedBy);
  const replacement = entry && { title: entry.title, url: pageUrl(siteUrl, entry) };
  const withdrawnOn = dayOf(row.releasedAt);
  const notice = [
    demoNotice(demo),
    markup`<p><strong>This text was withdrawn on ${withdrawnOn}. Do not rely on earlier copies of it.</strong></p>`,
    markup`<p>Reason: ${withdrawalText(row)}</p>`,
    replacement && markup`<p>Read instead: <a href="${replacement.url}">${replacement.title}</a></p>`,
  ];
  return {
    ...itemMembers(row, context),
    title: `Withdrawn: ${row.title}`,
    content_html: markup`${notice}`.text,
    summary: `Withdrawn on ${withdrawnOn}: ${withdrawalText(row)}`,
    tags: [row.type, 'withdrawn'],
    _imprimatur: {
      ...provenanceMembers(row, context),
      approvals: [],
      reviewedAt: null,
      reviewDue: null,
      reviewOverdue: false,
      retraction: {
        reason: row.reason,
        publicNote: row.publicNote,
        withdrawnAt: row.releasedAt,
        replacedBy: row.replacedBy,
        replacedByUrl: replacement?.url ?? null,
      },
    },
  };
}

type ItemMembers = 'id' | 'url' | 'date_published' | 'date_modified' | 'language';
type ProvenanceMembers = Exclude<
  keyof Provenance,
  'approvals' | 'reviewedAt' | 'reviewDue' | 'reviewOverdue' | 'retraction' | 'seal'
>;

/** What an item says of any row, released or withdrawn. */
const itemMembers = (row: Release, { siteUrl }: ItemContext): Pick<FeedItem, ItemMembers> => ({
  id: `urn:uuid:${row.uid}`,
  url: pageUrl(siteUrl, row),
  date_published: row.firstReleasedAt,
  date_modified: row.releasedAt,
  language: row.locale,
});

/** The part of the extension that any row has. */
const provenanceMembers = (row: Release, { demo }: ItemContext): Pick<Provenance, ProvenanceMembers> => ({
  type: row.type,
  uid: row.uid,
  seq: row.seq,
  version: row.version,
  revision: row.revision,
  changeKind: row.changeKind,
  changeNote: row.changeNote,
  firstReleasedAt: row.firstReleasedAt,
  releasedAt: row.releasedAt,
  logId: row.logId,
  hash: rowHash(row),
  previous: row.previous,
  signature: row.signature,
  demonstration: demo,
});

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
