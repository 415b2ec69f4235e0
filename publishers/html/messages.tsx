import type { ReactNode } from 'react';
import { withdrawalText } from '../../model/withdrawal.ts';
import { pathOf } from '../addresses.ts';
import type { Rendered } from '../http/representation.ts';
import type { Library, LibraryEntry, WithdrawnEntry } from '../../release-log/library.ts';
import { longDate } from '../wording/dates.ts';
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
export async function renderMoved(entry: LibraryEntry, settings: PageSettings): Promise<Rendered> {
  const children = (
    <p>
      It is now at <a href={pathOf(entry)}>{entry.title}</a>.
    </p>
  );
  const rendered = await renderMessage({ title: 'This page has moved', status: 301, children }, settings);
  return { ...rendered, headers: { ...rendered.headers, Location: pathOf(entry) } };
}

/** 410: what was here, why it went, and what to read instead. */
export async function renderWithdrawn(
  entry: WithdrawnEntry,
  { siteUrl, demo, emergency, library }: PageSettings & { library: Library },
): Promise<Rendered> {
  // An old release of an entry that came back leads to what it says now.
  const instead = library.live(entry.uid) ?? (entry.replacedBy === null ? null : library.live(entry.replacedBy));
  const page = await renderPage({
    siteUrl,
    demo,
    emergency,
    title: `${entry.title} (withdrawn)`,
    description: 'This page was withdrawn.',
    path: null,
    children: <Withdrawn entry={entry} instead={instead} />,
  });
  return publicAnswer(page, 410);
}

/** 410 for a figure that only withdrawn text showed. */
export const renderWithdrawnFigure = (settings: PageSettings): Promise<Rendered> =>
  renderMessage(
    {
      title: 'This figure was withdrawn',
      status: 410,
      children: <p>The text that showed it was withdrawn. Please do not rely on copies of it.</p>,
    },
    settings,
  );

/** A short page for an answer that carries no content; cacheable for a second like every other. */
export async function renderMessage(
  { title, status, children }: { title: string; status: number; children: ReactNode },
  { siteUrl, demo, emergency }: PageSettings,
): Promise<Rendered> {
  const body = (
    <>
      <h1>{title}</h1>
      <div className="summary">{children}</div>
      <BackHome />
    </>
  );
  const page = await renderPage({ siteUrl, demo, emergency, title, description: title, path: null, children: body });
  return publicAnswer(page, status);
}

function Withdrawn({ entry, instead }: { entry: WithdrawnEntry; instead: LibraryEntry | null }): ReactNode {
  return (
    <>
      <p className="eyebrow">Withdrawn</p>
      <h1>{entry.title}</h1>
      <div className="box red">
        <p>
          <strong>This page was withdrawn on {longDate(entry.releasedAt)}.</strong> Please do not rely on copies of it.
        </p>
        <p>{withdrawalText(entry)}</p>
        {instead && (
          <p>
            Read instead: <a href={pathOf(instead)}>{instead.title}</a>.
          </p>
        )}
      </div>
      <p>If you acted on this page and you are worried, talk to a doctor or a pharmacist.</p>
      <BackHome />
    </>
  );
}

function BackHome(): ReactNode {
  return (
    <p>
      <a href="/">Go to the home page</a> for all guides and for the signs that need help now.
    </p>
  );
}
