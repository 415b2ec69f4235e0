import { isSafeHref } from '../../model/safe-href.ts';
import type { Block, Inline, ListBlock, Prose } from '../../model/prose.ts';
import { absoluteHref } from '../addresses.ts';
import { markup, type Markup } from '../html/markup.ts';
import { paragraphsOf } from '../wording/paragraphs.ts';

/**
 * Running text as HTML that stands on its own: site-relative links become absolute, unsafe ones plain text.
 * Not the React elements of a page: an item is made without a renderer, and only `markup` drops the
 * characters that would break the Atom feed.
 */
export const proseHtml = (prose: Prose, siteUrl: string): Markup =>
  markup`${prose.map((block) => blockHtml(block, siteUrl))}`;

/** Text of a plain field: blank lines part paragraphs. */
export const paragraphs = (text: string): Markup =>
  markup`${paragraphsOf(text).map((paragraph) => markup`<p>${paragraph}</p>`)}`;

function blockHtml(block: Block, siteUrl: string): Markup {
  if (block.kind === 'list') return listHtml(block, siteUrl);
  const children = inlinesHtml(block.children, siteUrl);
  if (block.kind === 'paragraph') return markup`<p>${children}</p>`;
  return block.level === 3 ? markup`<h3>${children}</h3>` : markup`<h4>${children}</h4>`;
}

function listHtml({ ordered, items }: ListBlock, siteUrl: string): Markup {
  const lines = items.map(
    (item) => markup`<li>${inlinesHtml(item.children, siteUrl)}${item.list && listHtml(item.list, siteUrl)}</li>`,
  );
  return ordered ? markup`<ol>${lines}</ol>` : markup`<ul>${lines}</ul>`;
}

const inlinesHtml = (inlines: Inline[], siteUrl: string): Markup =>
  markup`${inlines.map((inline) => inlineHtml(inline, siteUrl))}`;

function inlineHtml(inline: Inline, siteUrl: string): Markup {
  if (inline.kind === 'break') return markup`<br>`;
  if (inline.kind === 'link') {
    const children = inlinesHtml(inline.children, siteUrl);
    if (!isSafeHref(inline.href)) return children;
    return markup`<a href="${absoluteHref(siteUrl, inline.href)}">${children}</a>`;
  }
  const text = inline.bold ? markup`<strong>${inline.text}</strong>` : markup`${inline.text}`;
  return inline.italic ? markup`<em>${text}</em>` : text;
}
