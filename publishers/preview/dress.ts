import { FIGURE_NAME } from '../../model/figure-name.ts';
import { FIGURE_ENDINGS, type FigureEnding } from '../addresses.ts';

/** What a preview wears that a page has not. */
export interface Dress {
  /** stands first in the body */
  band: string;
  /** the end of the head: styles */
  head: string;
  /** where staff get a file that readers cannot have yet; null for one that they can */
  figureUrl: (name: string, ending: FigureEnding) => string | null;
}

/**
 * A document of a channel as a preview: under its band, with links that open beside it, forms that send nothing, and
 * the pictures that only staff can have, and nothing fetched ahead. Everything else is byte for byte what it was.
 */
export function dressed(html: string, { band, head, figureUrl }: Dress): string {
  return html
    .replace(AHEAD, '')
    .replace(FIGURES, (address, name: string, ending: FigureEnding) => figureUrl(name, ending) ?? address)
    .replace(LINKS, opensBeside)
    .replace(CONTROLS, (tag) => `${tag} disabled`)
    .replace('</head>', () => `${head}</head>`)
    .replace(/<body\b[^>]*>/, (tag) => tag + band);
}

/** A browser would fetch pages ahead, and where no script may run it complains of it. */
const AHEAD = /<script type="speculationrules">.*?<\/script>/s;
/** With its origin, as mails write it, or without. */
const FIGURES = new RegExp(
  `(?<=["'\\s,])(?:https?://[^/"'\\s]+)?/figures/(${FIGURE_NAME})\\.(${FIGURE_ENDINGS.join('|')})`,
  'g',
);
const LINKS = /<a(?=\s)(?:"[^"]*"|[^>"])*>/g;
const CONTROLS = /<(?:button|input|select|textarea)(?=[\s>])/g;

/** A link within the document stays in it, and a number can be called. */
function opensBeside(tag: string): string {
  const href = /\shref="([^"]*)"/.exec(tag)?.[1] ?? '#';
  if (href.startsWith('#') || href.startsWith('tel:')) return tag;
  return tag.replace(' target="_self"', '').replace('<a', '<a target="_blank" rel="noopener"');
}
