import type { ReactNode } from 'react';
import { ANY_COUNTRY, type EmergencyNumber } from '../../model/emergency-numbers.ts';
import { NO_STORE, PUBLIC_CACHE } from '../http/caching.ts';
import { DEMO_NOTICE } from '../publisher.ts';
import { SITE_NAME } from '../wording/site-name.ts';
import { Footer, Header, NavItems, type NavLink } from './frame.tsx';
import { pageHeaders } from './headers.ts';
import { scriptJson, SPECULATION_RULES } from './inline-data.ts';
import { partStylesOf } from './part-styles.ts';
import { STYLES } from './styles.ts';

export interface PageProps {
  /** without the site name */
  title: string;
  description: string;
  /** canonical path; null keeps the page out of search engines and out of every cache */
  path: string | null;
  /** paths of the pages before and after this one, in a list of several pages */
  prev?: string;
  next?: string;
  /** absolute origin without a trailing slash */
  siteUrl: string;
  /** DEMO=1: the notice stands above everything and no search engine may list the page */
  demo: boolean;
  /** emergency numbers, the site's own first; numbers of several countries unless told */
  emergency?: readonly EmergencyNumber[] | undefined;
  /** the way from the home page to the parent of this page */
  breadcrumbs?: NavLink[];
  /** schema.org description; `@context` included by the caller */
  jsonLd?: Record<string, unknown>;
  children: ReactNode;
  nav?: NavLink[];
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
  const drawn = renderToStaticMarkup(<Document {...props} />);
  const sheets = partStylesOf(drawn).map((sheet) => `<style>${sheet}</style>`);
  const html = `<!doctype html>${drawn.replace('</head>', () => `${sheets.join('')}</head>`)}`;
  return {
    html,
    headers: pageHeaders({ cache: props.path === null ? NO_STORE : PUBLIC_CACHE, indexed: isIndexed(props) }),
  };
}

const isIndexed = ({ path, demo }: PageProps) => path !== null && !demo;

function Document(props: PageProps): ReactNode {
  const { demo, emergency = ANY_COUNTRY, breadcrumbs, children, nav } = props;
  return (
    <html lang="en">
      <Head {...props} />
      <body>
        <a className="skip" href="#main">
          Skip to main content
        </a>
        {demo && (
          <aside className="demo" aria-label="Demonstration">
            <div className="wrap">
              <p>
                <strong>{DEMO_NOTICE}</strong>
              </p>
            </div>
          </aside>
        )}
        <Header nav={nav} />
        <div className="wrap">
          {breadcrumbs && <Breadcrumbs links={breadcrumbs} />}
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Footer emergency={emergency} />
      </body>
    </html>
  );
}

function Head(props: PageProps): ReactNode {
  const { title, description, path, prev, next, siteUrl, jsonLd } = props;
  const fullTitle = title === SITE_NAME ? title : `${title} – ${SITE_NAME}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      {!isIndexed(props) && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#0b5a58" />
      {path !== null && (
        <>
          <link rel="canonical" href={siteUrl + path} />
          <meta property="og:title" content={title} />
          <meta property="og:description" content={description} />
          <meta property="og:url" content={siteUrl + path} />
          <meta property="og:site_name" content={SITE_NAME} />
        </>
      )}
      {prev !== undefined && <link rel="prev" href={siteUrl + prev} />}
      {next !== undefined && <link rel="next" href={siteUrl + next} />}
      <link rel="icon" href={ICON} />
      <link rel="alternate" type="application/feed+json" href="/feed.json" title={SITE_NAME} />
      <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      {jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(jsonLd) }} />}
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: SPECULATION_RULES }} />
    </head>
  );
}

function Breadcrumbs({ links }: { links: NavLink[] }): ReactNode {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        <NavItems links={links} />
      </ol>
    </nav>
  );
}

/** Inline, so that no page asks for /favicon.ico. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230b5a58'/%3E%3Cpath d='M9 16.5l5 5 9.5-11' fill='none' stroke='%23fff' stroke-width='3.4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";
