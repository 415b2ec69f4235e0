import { inWords } from '../../model/entries/labels.ts';
import type { Prose } from '../../model/prose.ts';
import { cleanClipboard } from '../editor/clean-clipboard.ts';
import { htmlToProse } from './html-to-prose.ts';

/** What a document has for a new entry. */
export interface ReadDocument {
  /** its first large heading, or none */
  title: string;
  sections: { kind: string; prose: Prose }[];
  /** what of it has no place in an entry, in words */
  dropped: string[];
}

type Parse = (html: string) => Document;

/**
 * A document as an entry: a large heading that is called as a section of the type begins that section; any other stays
 * a heading in the text. What stands before the first belongs to the first section of the type. Cleaned as pasting is.
 */
export function htmlToSections(html: string, kinds: readonly string[], parse: Parse): ReadDocument {
  const page = parse(html);
  page.querySelectorAll('script,style,template,noscript,head').forEach((element) => {
    element.remove();
  });
  const title = takeTitle(page);
  const parts: { kind: string; html: string }[] = [];
  let current = { kind: kinds[0] ?? '', html: '' };
  for (const node of topLevel(page.body)) {
    const element = node.nodeType === 1 ? (node as Element) : null;
    const kind = element?.matches('h1,h2,h3')
      ? kinds.find((one) => sameWords(inWords(one), element.textContent))
      : null;
    if (kind) {
      parts.push(current);
      current = { kind, html: '' };
    } else current.html += element ? element.outerHTML : escaped(node.textContent ?? '');
  }
  parts.push(current);
  const dropped = new Set<string>();
  const sections = new Map<string, Prose>();
  for (const part of parts) {
    const cleaned = cleanClipboard(part.html, parse);
    for (const what of cleaned.dropped) dropped.add(what);
    const prose = htmlToProse(parse(cleaned.html).body);
    if (prose.length > 0) sections.set(part.kind, [...(sections.get(part.kind) ?? []), ...prose]);
  }
  return { title, sections: [...sections].map(([kind, prose]) => ({ kind, prose })), dropped: [...dropped] };
}

/** What is written before anything else in the largest letters is what the document is called. */
function takeTitle(page: Document): string {
  const first = page.body.querySelector('h1');
  const title = (first?.textContent ?? page.title).replaceAll(/\s+/g, ' ').trim();
  first?.remove();
  return title.slice(0, 120);
}

/** Nodes of the body; of what only wraps all of it, the nodes inside. */
function topLevel(body: Element): Node[] {
  const [only, ...others] = [...body.children];
  const isWrapped = only?.matches('div,main,article,section') === true && others.length === 0;
  return isWrapped ? topLevel(only) : [...body.childNodes];
}

const sameWords = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
