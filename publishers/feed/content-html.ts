import type { SourceContent, TermContent } from '../../model/entries/shared.ts';
import { isSafeHref } from '../../model/safe-href.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { clinicianUrl } from '../addresses.ts';
import { citingOf, type Citing } from '../html/citing.ts';
import { markup, type Markup } from '../html/markup.ts';
import { DEMO_NOTICE } from '../publisher.ts';
import { isPastReview } from '../../model/review-due.ts';
import { dayOf } from '../wording/dates.ts';
import { HEADINGS } from '../wording/headings.ts';
import { bylinesOf, madeUp, qualifications } from '../wording/reviewers.ts';
import { describeSource, publishedBy } from '../wording/source-line.ts';
import { bodyHtml } from './body-html.ts';
import type { ItemContext } from './feed-item.ts';

/** The complete text of a release for readers who never open the page: notices, words, sources, byline. */
export const contentHtml = (row: ReleasedRow, context: ItemContext): string =>
  markup`${[
    demoNotice(context.demo),
    overdueNotice(row, context),
    bodyHtml(row.snapshot, context),
    termsHtml(row.snapshot.terms),
    sourcesHtml(citingOf(row.snapshot)),
    bylineHtml(row, context),
  ]}`.text;

/** Stands first in every item, a retraction too. */
export const demoNotice = (demo: boolean): Markup | false => demo && markup`<p><strong>${DEMO_NOTICE}</strong></p>`;

const overdueNotice = ({ reviewDue }: ReleasedRow, { today }: ItemContext): Markup | false =>
  isPastReview(reviewDue, today) &&
  markup`<p><strong>This text was due for a new review on ${reviewDue} and has not been reviewed since.</strong></p>`;

const termsHtml = (terms: readonly TermContent[]): Markup | false =>
  terms.length > 0 &&
  markup`<h2>${HEADINGS.terms}</h2><dl>${terms.map(({ name, meaning }) => markup`<dt><dfn>${name}</dfn></dt><dd>${meaning}</dd>`)}</dl>`;

/** Numbered as the citations in the text are. */
function sourcesHtml({ sources }: Citing): Markup {
  if (sources.length === 0) return markup``;
  return markup`<h2>${HEADINGS.sources}</h2><ol>${sources.map(({ source }) => markup`<li>${sourceHtml(source)}</li>`)}</ol>`;
}

function sourceHtml(source: SourceContent): Markup {
  const title = isSafeHref(source.url) ? markup`<a href="${source.url}">${source.title}</a>` : markup`${source.title}`;
  return markup`${title}. ${publishedBy(source)}. ${describeSource(source)}`;
}

function bylineHtml(row: ReleasedRow, { siteUrl }: ItemContext): Markup {
  const clinicians = bylinesOf(row.approvals).map(({ clinician, approvedAt }) => {
    const about = qualifications(clinician).map((part) => `, ${part}`);
    const name = markup`<a href="${clinicianUrl(siteUrl, clinician.slug)}">${clinician.name}</a>`;
    return markup`<li>${name}${madeUp(clinician)}${about}; approved ${dayOf(approvedAt)}</li>`;
  });
  return markup`<h2>Review</h2><p>Approved by</p><ul>${clinicians}</ul><p>Last reviewed ${dayOf(
    row.reviewedAt,
  )}. Next review due ${row.reviewDue}. Version ${row.version}, released ${dayOf(row.releasedAt)}.</p>`;
}
