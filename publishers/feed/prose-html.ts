import { isSafeHref } from '../../model/safe-href.ts';
import type { Block, Inline, ListBlock, Prose, TableBlock } from '../../model/prose.ts';
import { absoluteHref } from '../addresses.ts';
import type { Citing } from '../html/citing.ts';
import { markup, type Markup } from '../html/markup.ts';
import { paragraphsOf } from '../wording/paragraphs.ts';

/** What running text needs to know of the item that it stands in. */
export interface ProseContext {
  siteUrl: string;
  citing: Citing;
}

/**
 * Running text as HTML that stands on its own: site-relative links become absolute, unsafe ones plain text, citations
 * the numbers of the sources below. Not the React elements of a page: an item is made without a renderer, and only
 * `markup` drops the characters that would break the Atom feed.
 */
export const proseHtml = (prose: Prose, context: ProseContext): Markup =>
  markup`${prose.map((block) => blockHtml(block, context))}`;

/** Text of a plain field: blank lines part paragraphs. */
export const paragraphs = (text: string): Markup =>
  markup`${paragraphsOf(text).map((paragraph) => markup`<p>${paragraph}</p>`)}`;

function blockHtml(block: Block, context: ProseContext): Markup {
  switch (block.kind) {
    case 'list':
      return listHtml(block, context);
    case 'table':
      return tableHtml(block, context);
    case 'paragraph':
      return markup`<p>${inlinesHtml(block.children, context)}</p>`;
    case 'heading': {
      const children = inlinesHtml(block.children, context);
      return block.level === 3 ? markup`<h3>${children}</h3>` : markup`<h4>${children}</h4>`;
    }
  }
}

function listHtml({ ordered, items }: ListBlock, context: ProseContext): Markup {
  const lines = items.map(
    (item) => markup`<li>${inlinesHtml(item.children, context)}${item.list && listHtml(item.list, context)}</li>`,
  );
  return ordered ? markup`<ol>${lines}</ol>` : markup`<ul>${lines}</ul>`;
}

function tableHtml({ head, rows, named }: TableBlock, context: ProseContext): Markup {
  const names = head.map((cell) => markup`<th scope="col">${inlinesHtml(cell, context)}</th>`);
  const body = rows.map((cells) => {
    const drawn = cells.map((cell, i) => {
      const words = inlinesHtml(cell, context);
      return named && i === 0 ? markup`<th scope="row">${words}</th>` : markup`<td>${words}</td>`;
    });
    return markup`<tr>${drawn}</tr>`;
  });
  return markup`<table>${head.length > 0 && markup`<thead><tr>${names}</tr></thead>`}<tbody>${body}</tbody></table>`;
}

const inlinesHtml = (inlines: Inline[], context: ProseContext): Markup =>
  markup`${inlines.map((inline) => inlineHtml(inline, context))}`;

function inlineHtml(inline: Inline, context: ProseContext): Markup {
  switch (inline.kind) {
    case 'break':
      return markup`<br>`;
    case 'cite': {
      const mark = context.citing.markOf(inline);
      return mark ? markup`<sup>[${mark.number}]</sup>` : markup``;
    }
    case 'link': {
      const children = inlinesHtml(inline.children, context);
      if (!isSafeHref(inline.href)) return children;
      return markup`<a href="${absoluteHref(context.siteUrl, inline.href)}">${children}</a>`;
    }
    case 'text':
      return wordsHtml(inline);
  }
}

function wordsHtml({ text, bold, italic, script }: Extract<Inline, { kind: 'text' }>): Markup {
  const placed = { super: markup`<sup>${text}</sup>`, sub: markup`<sub>${text}</sub>`, none: markup`${text}` };
  const words = placed[script ?? 'none'];
  const strong = bold ? markup`<strong>${words}</strong>` : words;
  return italic ? markup`<em>${strong}</em>` : strong;
}
