import { ANY_COUNTRY } from '../../model/emergency-numbers.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { summaryOf } from '../../model/entries/references.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { cardPath, guideFeedPath, listPath, pathOf } from '../addresses.ts';
import type { CardImage, FeedLink } from '../html/head.tsx';
import { renderNotFound } from '../html/messages.tsx';
import { renderPage } from '../html/page.tsx';
import { publicAnswer } from '../html/rendered.ts';
import type { Rendered } from '../http/representation.ts';
import { longDate } from '../wording/dates.ts';
import { SITE_NAME } from '../wording/site-name.ts';
import { historyOf, NO_HISTORY } from './history.ts';
import { CARD } from './card/card-svg.ts';
import { aboutTheSite, medicalWebPage } from './json-ld/web-page.ts';
import { causeView } from './pages/cause.tsx';
import { guideView } from './pages/guide.tsx';
import { Home, HOME_DESCRIPTION } from './pages/home.tsx';
import { List, listTitle, type ListPage } from './pages/list.tsx';
import { redFlagView } from './pages/red-flag.tsx';
import { treatmentView } from './pages/treatment.tsx';
import { EntryPage } from './parts/entry-page.tsx';
import { isCurrent } from './parts/notices.tsx';
import type { EntryView, ReadingContext } from './view.ts';

export async function renderHome(context: ReadingContext): Promise<Rendered> {
  const page = await renderPage({
    ...context,
    title: SITE_NAME,
    description: HOME_DESCRIPTION,
    path: '/',
    jsonLd: aboutTheSite(context.siteUrl),
    children: <Home {...context} />,
  });
  return publicAnswer(page);
}

/** One page of all entries of a type; each page is its own canonical address. */
export async function renderList(list: ListPage, context: ReadingContext): Promise<Rendered> {
  const title = listTitle(list);
  const page = await renderPage({
    ...context,
    title,
    description: `${title}. ${HOME_DESCRIPTION}`,
    path: listPath(list.type, list.page),
    ...(list.page > 1 ? { prev: listPath(list.type, list.page - 1) } : {}),
    ...(list.page < list.pages ? { next: listPath(list.type, list.page + 1) } : {}),
    breadcrumbs: [{ href: '/', label: 'Home' }],
    children: <List list={list} emergency={context.emergency ?? ANY_COUNTRY} />,
  });
  return publicAnswer(page);
}

/**
 * The page of a released row: the one readers get now, or an old one with a notice and out of search engines.
 * `tellsPast`: with what its releases changed.
 */
export async function renderEntry(row: ReleasedRow, context: ReadingContext, tellsPast = true): Promise<Rendered> {
  const view = await entryView(row, context);
  if (!view) return renderNotFound(context);
  const current = isCurrent(row, context.library);
  const description = summaryOf(row.snapshot);
  const page = await renderPage({
    ...context,
    title: current ? row.snapshot.title : `${row.snapshot.title} (old version ${row.version})`,
    description,
    path: current ? pathOf(row) : null,
    lang: row.locale,
    image: cardOf(row),
    published: { first: row.firstReleasedAt, last: row.releasedAt },
    ...(row.type === 'guide' ? { feeds: [guideFeed(row)] } : {}),
    breadcrumbs: view.breadcrumbs,
    ...(current ? { jsonLd: medicalWebPage(row, { breadcrumbs: view.breadcrumbs, description }, context) } : {}),
    children: (
      <EntryPage
        row={row}
        view={view}
        history={tellsPast ? await historyOf(row, context.library) : NO_HISTORY}
        context={context}
      />
    ),
  });
  return publicAnswer(page);
}

const cardOf = ({ seq, snapshot, reviewedAt, locale }: ReleasedRow): CardImage => ({
  path: cardPath(seq),
  alt: `${snapshot.title}. Last reviewed ${longDate(reviewedAt, locale)}.`,
  ...CARD,
});

const guideFeed = ({ slug, title }: Pick<ReleasedRow, 'slug' | 'title'>): FeedLink => ({
  href: guideFeedPath(slug),
  type: 'application/feed+json',
  title: `${title} – ${SITE_NAME}`,
});

/** The view of a released row; null for a course, whose page the email channel serves. */
async function entryView(row: ReleasedRow, context: ReadingContext): Promise<EntryView | null> {
  const { snapshot } = row;
  const of = <Content extends EntryContent>(content: Content) => ({ ...row, snapshot: content });
  switch (snapshot.type) {
    case 'guide':
      return guideView(of(snapshot), context);
    case 'cause':
      return causeView(of(snapshot), context);
    case 'treatment':
      return treatmentView(of(snapshot), context);
    case 'red-flag':
      return redFlagView(of(snapshot), context);
    case 'course':
      return null;
  }
}
