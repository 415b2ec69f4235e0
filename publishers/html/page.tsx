import type { ReactNode } from 'react';
import { ANY_COUNTRY, type EmergencyNumber } from '../../model/emergency-numbers.ts';
import { NO_STORE, PUBLIC_CACHE } from '../http/caching.ts';
import { DEMO_NOTICE } from '../publisher.ts';
import { carryNumbers } from './carry-numbers.ts';
import { Footer, Header, HELP_ID, NavItems, type NavLink } from './frame.tsx';
import { ForMachines, Head, isIndexed, type HeadProps } from './head.tsx';
import { pageHeaders } from './headers.ts';
import { styleOf } from './style-of.ts';

export interface PageProps extends HeadProps {
  /** emergency numbers, the site's own first; numbers of several countries unless told */
  emergency?: readonly EmergencyNumber[] | undefined;
  /** the way from the home page to the parent of this page */
  breadcrumbs?: NavLink[];
  children: ReactNode;
}

/** What a page needs to know of the system it belongs to. */
export type PageSettings = Pick<PageProps, 'siteUrl' | 'demo' | 'emergency'>;

/**
 * Renders a whole HTML document and the headers that must go with it. No client JavaScript.
 * `Cache-Control` is `public` for one second when the page has a path, else `private, no-store`.
 */
export async function renderPage(props: PageProps): Promise<{ html: string; headers: Record<string, string> }> {
  // A static import of react-dom/server does not compile in a Next route handler.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const markup = renderToStaticMarkup(<Document {...props} />).replaceAll(EMPTY_SHAPE, '/>');
  const drawn = carryNumbers(withOwnHelp(markup), props.emergency);
  const styles = styleOf(drawn);
  return {
    html: `<!doctype html>${drawn.replace('</head>', () => `<style>${styles}</style></head>`)}`,
    headers: pageHeaders({ cache: props.path === null ? NO_STORE : PUBLIC_CACHE, indexed: isIndexed(props), styles }),
  };
}

/** A shape of a drawing has nothing in it and may end itself (HTML, foreign elements). In text and attributes `<` is escaped. */
const EMPTY_SHAPE = /><\/(?:path|circle|ellipse|line|rect|use)>/g;

const HELP_ON_HOME = `/#${HELP_ID}`;

/** On a page that says itself what must not wait, the link in the header leads there. */
const withOwnHelp = (html: string): string =>
  html.includes(` id="${HELP_ID}"`) ? html.replace(`href="${HELP_ON_HOME}"`, `href="#${HELP_ID}"`) : html;

function Document(props: PageProps): ReactNode {
  const { demo, path, emergency = ANY_COUNTRY, breadcrumbs, children, jsonLd, lang = 'en' } = props;
  return (
    <html lang={lang}>
      <Head {...props} />
      <body>
        <a className="skip" href="#main">
          Skip to main content
        </a>
        {demo && (
          <aside className="demo" aria-label="Demonstration">
            <p className="wrap">
              <b>{DEMO_NOTICE}</b>
            </p>
          </aside>
        )}
        <Header path={path} help={HELP_ON_HOME} />
        <div className="wrap">
          {breadcrumbs && <Breadcrumbs links={breadcrumbs} />}
          <main id="main" className="page" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Footer emergency={emergency} path={path} />
        <ForMachines {...(jsonLd ? { jsonLd } : {})} />
      </body>
    </html>
  );
}

function Breadcrumbs({ links }: { links: NavLink[] }): ReactNode {
  return (
    <nav className="crumb" aria-label="Breadcrumb">
      <ol>
        <NavItems links={links} />
      </ol>
    </nav>
  );
}
