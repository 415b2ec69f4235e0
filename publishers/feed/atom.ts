import { markup, XML_PROLOGUE, type Markup } from '../html/markup.ts';
import { DEMO_NOTICE } from '../publisher.ts';
import { nextUrl, type FeedChannel } from './channel.ts';
import type { FeedItem } from './feed-item.ts';
import type { Page } from './page.ts';

/** One entry of the Atom feed; the same words as the JSON item that it is made from. */
export const atomEntry = (item: Omit<FeedItem, '_imprimatur'>): Markup => markup`<entry>
<id>${item.id}</id>
<title>${item.title}</title>
<link rel="alternate" type="text/html" href="${item.url}"/>
<published>${item.date_published}</published>
<updated>${item.date_modified}</updated>
${item.authors?.map(({ name, url }) => markup`<author><name>${name}</name><uri>${url}</uri></author>`)}${item.tags.map(
  (tag) => markup`<category term="${tag}"/>`,
)}
<summary>${item.summary}</summary>
<content type="html">${item.content_html}</content>
</entry>
`;

/** Atom (RFC 4287), its pages linked as RFC 5005 §3 has it. `updated` is that of the newest entry. */
export const atomFeed = (channel: FeedChannel, page: Page<Markup>, updated: string): string =>
  markup`${XML_PROLOGUE}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${channel.feedUrl}</id>
<title>${channel.title}</title>
<subtitle>${channel.demo && `${DEMO_NOTICE} `}${channel.description}</subtitle>
<updated>${updated}</updated>
<author><name>${channel.author.name}</name><uri>${channel.author.url}</uri></author>
<link rel="alternate" type="text/html" href="${channel.homePageUrl}"/>
<link rel="self" type="application/atom+xml" href="${channel.feedUrl}"/>
${channel.hub !== undefined && markup`<link rel="hub" href="${channel.hub}"/>\n`}${
    page.before !== null && markup`<link rel="next" href="${nextUrl(channel, page.before)}"/>\n`
  }${page.items}</feed>
`.text;
