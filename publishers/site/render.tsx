import type { ReactNode } from 'react';
import { summaryOf } from '../../editorial/content.ts';
import type { ReleasedRow } from '../../editorial/release-row.ts';
import { PUBLIC_CACHE } from '../html/headers.ts';
import { renderPage } from '../html/page.tsx';
import type { Rendered } from '../http/render-cache.ts';
import { toRepresentation } from '../http/representation.ts';
import type { LibraryEntry, WithdrawnEntry } from '../library.ts';
import { entryView } from './entry-view.ts';
import { medicalWebPage } from './json-ld.ts';
import { Home, HOME_DESCRIPTION, HOME_TITLE } from './pages/home.tsx';
import { Message, Withdrawn } from './pages/messages.tsx';
import { EntryPage } from './parts/entry-page.tsx';
import { isCurrent } from './parts/notices.tsx';
import { pathOf } from './references.ts';
import type { ReadingContext } from './view.ts';

const HTML = 'text/html; charset=utf-8';

export async function renderHome(context: ReadingContext): Promise<Rendered> {
  const page = await renderPage({
    ...context,
    title: HOME_TITLE,
    description: HOME_DESCRIPTION,
    path: '/',
    jsonLd: { '@context': 'https://schema.org', '@type': 'WebSite', name: HOME_TITLE, url: `${context.siteUrl}/` },
    children: <Home {...context} />,
  });
  return toRendered(page);
}

/** The page of a released row: the one readers get now, or an old one with a notice and out of search engines. */
export async function renderEntry(row: ReleasedRow, context: ReadingContext): Promise<Rendered> {
  const view = await entryView(row, context);
  if (!view) return renderNotFound(context);
  const current = isCurrent(row, context.library);
  const description = summaryOf(row.snapshot);
  const page = await renderPage({
    ...context,
    title: current ? row.snapshot.title : `${row.snapshot.title} (old version ${row.version})`,
    description,
    path: current ? pathOf(row) : null,
    breadcrumbs: view.breadcrumbs,
    ...(current ? { jsonLd: medicalWebPage(row, view, context, description) } : {}),
    children: <EntryPage row={row} view={view} context={context} />,
  });
  return toRendered(page);
}

export async function renderWithdrawn(entry: WithdrawnEntry, context: ReadingContext): Promise<Rendered> {
  const instead = entry.replacedBy === null ? null : context.library.live(entry.replacedBy);
  return toRendered(
    await renderPage({
      ...context,
      title: `${entry.title} (withdrawn)`,
      description: 'This page was withdrawn.',
      path: null,
      children: <Withdrawn entry={entry} instead={instead} />,
    }),
    410,
  );
}

export async function renderMoved(entry: LibraryEntry, context: ReadingContext): Promise<Rendered> {
  const children = (
    <p>
      It is now at <a href={pathOf(entry)}>{entry.title}</a>.
    </p>
  );
  const rendered = await renderMessage({ title: 'This page has moved', status: 301, children }, context);
  return { ...rendered, headers: { ...rendered.headers, Location: pathOf(entry) } };
}

export const renderNotFound = (context: PageContext): Promise<Rendered> =>
  renderMessage(
    {
      title: 'There is no page at this address',
      status: 404,
      children: <p>Check the address for a typing error. The page may also never have been released.</p>,
    },
    context,
  );

export type PageContext = Pick<ReadingContext, 'siteUrl' | 'demo'>;

/** A short page with a status; cacheable for a second like every other. */
export async function renderMessage(
  message: { title: string; status: number; children: ReactNode },
  { siteUrl, demo }: PageContext,
): Promise<Rendered> {
  const { title, status, children } = message;
  const body = <Message title={title}>{children}</Message>;
  return toRendered(await renderPage({ siteUrl, demo, title, description: title, path: null, children: body }), status);
}

const toRendered = (page: { html: string; headers: Record<string, string> }, status = 200): Rendered => ({
  representation: toRepresentation(page.html, HTML),
  status,
  headers: { ...page.headers, 'Cache-Control': PUBLIC_CACHE },
});
