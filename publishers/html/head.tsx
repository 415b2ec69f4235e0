import type { ReactNode } from 'react';
import type { Graph, Thing, WithContext } from 'schema-dts';
import { SITE_NAME } from '../wording/site-name.ts';
import { scriptJson, SPECULATION_RULES } from './inline-data.ts';

/** A page described in schema.org's words, `@context` included. */
type StructuredData = WithContext<Thing> | Graph;

/** A picture that stands beside a link to the page where it is shared; its address is a path. */
export interface CardImage {
  path: string;
  alt: string;
  width: number;
  height: number;
}

/** A feed that a feed reader finds on the page. */
export interface FeedLink {
  href: string;
  type: 'application/feed+json' | 'application/atom+xml';
  title: string;
}

export interface HeadProps {
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
  /** BCP 47 tag of the language of the page; English unless told */
  lang?: string;
  /** the same page in every language that it has, this one included; one alone is not worth a word */
  translations?: readonly { lang: string; path: string }[];
  /** of an entry: when it was first released and when it was last changed (RFC 3339) */
  published?: { first: string; last: string };
  image?: CardImage;
  /** feeds of this page beside the site's own */
  feeds?: readonly FeedLink[];
  jsonLd?: StructuredData;
}

export const isIndexed = ({ path, demo }: Pick<HeadProps, 'path' | 'demo'>): boolean => path !== null && !demo;

export function Head(props: HeadProps): ReactNode {
  const { title, description, path, prev, next, siteUrl, feeds = [] } = props;
  const fullTitle = title === SITE_NAME ? title : `${title} – ${SITE_NAME}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      {!isIndexed(props) && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#0b5d58" />
      {path !== null && <Shared {...props} path={path} />}
      {prev !== undefined && <link rel="prev" href={siteUrl + prev} />}
      {next !== undefined && <link rel="next" href={siteUrl + next} />}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/site.webmanifest" />
      {[...SITE_FEEDS, ...feeds].map(({ href, type, title: name }) => (
        <link key={href} rel="alternate" type={type} href={href} title={name} />
      ))}
    </head>
  );
}

/** What machines read of the page: last in it, behind the words that it says again. */
export const ForMachines = ({ jsonLd }: Pick<HeadProps, 'jsonLd'>): ReactNode => (
  <>
    {jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(jsonLd) }} />}
    <script type="speculationrules" dangerouslySetInnerHTML={{ __html: SPECULATION_RULES }} />
  </>
);

/** What search engines and whoever shares a link read: https://ogp.me, and Twitter's names where those have none. */
function Shared(props: HeadProps & { path: string }): ReactNode {
  const { title, description, path, siteUrl, lang = 'en', translations = [], published, image } = props;
  return (
    <>
      <link rel="canonical" href={siteUrl + path} />
      {translations.length > 1 &&
        translations.map((other) => (
          <link key={other.lang} rel="alternate" hrefLang={other.lang} href={siteUrl + other.path} />
        ))}
      <meta property="og:type" content={published ? 'article' : 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={siteUrl + path} />
      <meta property="og:site_name" content={SITE_NAME} />
      <meta property="og:locale" content={lang.replace('-', '_')} />
      {published && (
        <>
          <meta property="article:published_time" content={published.first} />
          <meta property="article:modified_time" content={published.last} />
        </>
      )}
      {image && (
        <>
          <meta property="og:image" content={siteUrl + image.path} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
        </>
      )}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  );
}

const SITE_FEEDS: readonly FeedLink[] = [
  { href: '/feed.json', type: 'application/feed+json', title: SITE_NAME },
  { href: '/feed.xml', type: 'application/atom+xml', title: SITE_NAME },
];
