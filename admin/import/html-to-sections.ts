import { inWords } from '../../model/entries/labels.ts';
import { runsIn, type Prose } from '../../model/prose.ts';
import { inlineToText } from '../../model/prose-text.ts';
import { cleanPage, STRUCK } from '../editor/clean-clipboard.ts';
import { spacedText } from '../editor/html-blocks.ts';
import { isMark } from '../editor/word-lists.ts';
import { htmlToProse } from './html-to-prose.ts';
import { lostInWords, lostWords } from './lost-words.ts';

/** What a document has for a new entry. */
export interface ReadDocument {
  /** its first large heading, or none */
  title: string;
  sections: { kind: string; prose: Prose }[];
  /** what of it has no place in an entry, in words: empty only when every word of it has one */
  dropped: string[];
}

type Parse = (html: string) => Document;

/**
 * A document as an entry: a large heading that is called as a section of the type begins that section; any other stays
 * a heading in the text. What stands before the first belongs to the first section of the type. Cleaned as pasting is.
 */
export function htmlToSections(html: string, kinds: readonly string[], parse: Parse): ReadDocument {
  const page = parse(html);
  page.querySelectorAll('script,style,template,noscript,head,xml,title').forEach((element) => {
    element.remove();
  });
  const before = wordsOf(page.body);
  const title = takeTitle(page);
  const taken = [title];
  const parts: { kind: string; nodes: Node[] }[] = [];
  let current: (typeof parts)[number] = { kind: kinds[0] ?? '', nodes: [] };
  for (const node of topLevel(page.body)) {
    const element = node.nodeType === 1 ? (node as Element) : null;
    const kind = element?.matches('h1,h2,h3')
      ? kinds.find((one) => sameWords(inWords(one), element.textContent))
      : null;
    if (kind && element) {
      taken.push(spacedText(element));
      parts.push(current);
      current = { kind, nodes: [] };
    } else current.nodes.push(node);
  }
  parts.push(current);
  const dropped = new Set<string>();
  const sections = new Map<string, Prose>();
  for (const part of parts) {
    // Never written out and parsed again: a parser puts some nodes elsewhere than they were.
    const { body } = parse('');
    body.append(...part.nodes);
    for (const what of cleanPage(body.ownerDocument)) dropped.add(what);
    // Words that stood around something that was taken out are one text again.
    body.normalize();
    const prose = htmlToProse(body, (what) => dropped.add(what));
    if (prose.length > 0) sections.set(part.kind, [...(sections.get(part.kind) ?? []), ...prose]);
  }
  for (const prose of sections.values()) taken.push(...runsIn(prose).map(inlineToText));
  // Whatever the steps above do: what is said to be here is here.
  const lost = lostInWords(lostWords(before, taken.join('\n')));
  if (lost !== null) dropped.add(lost);
  return { title, sections: [...sections].map(([kind, prose]) => ({ kind, prose })), dropped: [...dropped] };
}

/** All that a reader of the page sees, without the marks that Word writes before items, and without what is struck, which cleaning tells. */
function wordsOf(body: Element): string {
  const copy = body.cloneNode(true) as Element;
  copy.querySelectorAll('span').forEach((span) => {
    if (isMark(span)) span.remove();
  });
  copy.querySelectorAll(STRUCK).forEach((element) => {
    element.remove();
  });
  return spacedText(copy);
}

/** What is written before anything else in the largest letters is what the document is called. */
function takeTitle(page: Document): string {
  const first = page.body.querySelector('h1');
  const title = (first ? spacedText(first) : page.title).replaceAll(/\s+/g, ' ').trim();
  first?.remove();
  return title.slice(0, 120);
}

/** Nodes of the body; of what only wraps all of it, the nodes inside. */
function topLevel(body: Element): Node[] {
  const [only] = body.children;
  const isAlone = [...body.childNodes].every((node) => node === only || spacedText(node).trim() === '');
  const isWrapped = only?.matches('div,main,article,section') === true && isAlone;
  return isWrapped ? topLevel(only) : [...body.childNodes];
}

const sameWords = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
