import type { ReactNode } from 'react';
import { pathOf } from '../addresses.ts';
import type { Rendered } from '../http/representation.ts';
import type { LibraryEntry } from '../../release-log/library.ts';
import { carried } from './carry-numbers.ts';
import { renderPage, type PageSettings } from './page.tsx';
import { publicAnswer } from './rendered.ts';

/** 404 */
export const renderNotFound = (settings: PageSettings): Promise<Rendered> =>
  renderMessage(
    {
      title: 'There is no page at this address',
      status: 404,
      children: <p>Check the address for a typing error. The page may also never have been released.</p>,
    },
    settings,
  );

/** 301 from an old slug to the current one. */
export const renderMoved = (entry: LibraryEntry, settings: PageSettings): Promise<Rendered> =>
  renderMovedTo({ path: pathOf(entry), title: entry.title }, settings);

/** 301 to another address of this site. */
export async function renderMovedTo(
  { path, title }: { path: string; title: string },
  settings: PageSettings,
): Promise<Rendered> {
  const children = (
    <p>
      It is now at <a href={path}>{title}</a>.
    </p>
  );
  const rendered = await renderMessage({ title: 'This page has moved', status: 301, children }, settings);
  return { ...rendered, headers: { ...rendered.headers, Location: carried(path, settings.emergency) } };
}

/** A short page for an answer that carries no content; cacheable for a second like every other. */
export async function renderMessage(
  { title, status, children }: { title: string; status: number; children: ReactNode },
  { siteUrl, demo, emergency }: PageSettings,
): Promise<Rendered> {
  const body = (
    <>
      <h1>{title}</h1>
      <div className="lede">{children}</div>
      <BackHome />
    </>
  );
  const page = await renderPage({ siteUrl, demo, emergency, title, description: title, path: null, children: body });
  return publicAnswer(page, status);
}

function BackHome(): ReactNode {
  return (
    <p>
      <a href="/">Go to the home page</a> for all guides and for the signs that need help now.
    </p>
  );
}
