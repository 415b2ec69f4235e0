import { tablesIn } from './clean-tables.ts';
import { spacedText } from './html-blocks.ts';
import { listsOfWord } from './word-lists.ts';

/** HTML that the editor keeps whole, and what of the given one has no place in it, in words for an editor. */
export interface Cleaned {
  html: string;
  dropped: string[];
}

/** Words that their writer took back, as a program or a person marks them. */
export const STRUCK = 's,strike,del,[style*="line-through"]';
/** Letters of them that are shown. */
const SHOWN = 80;

/**
 * Makes of what a clipboard holds what the editor can keep: lists of Word become lists, headings of all sizes those
 * that a text may have, tables get a row of names. What has no place in a text is told, never dropped silently.
 */
export function cleanClipboard(html: string, parse: (html: string) => Document): Cleaned {
  const page = parse(html);
  const dropped = cleanPage(page);
  return { html: page.body.innerHTML, dropped };
}

/** The same of a page that was parsed, in its place. Answers what was dropped. */
export function cleanPage(page: Document): string[] {
  const dropped: string[] = [];
  const told = (selector: string, what: (count: number) => string, treat: (element: Element) => void) => {
    const found = [...page.body.querySelectorAll(selector)];
    found.forEach(treat);
    if (found.length > 0) dropped.push(what(found.length));
  };
  page.querySelectorAll('style,script,meta,link,title,xml').forEach(remove);
  listsOfWord(page);
  told('img,svg,picture,video,audio,canvas,iframe,object', (count) => counted(count, 'picture'), remove);
  told('input,select,textarea,button', (count) => counted(count, 'form field'), remove);
  told('u,ins', () => 'underlining', unwrap);
  // Without its line a dose that was taken back would be said again, or run into the one that took its place.
  const struck = [...page.body.querySelectorAll(STRUCK)].filter((element) => !element.parentElement?.closest(STRUCK));
  const words = struck.map((element) => spacedText(element).trim()).join(' … ');
  struck.forEach(remove);
  if (words !== '') dropped.push(`the struck words “${words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words}”`);
  // What is a block stays one: its words do not run into those beside it.
  told('blockquote', () => 'the form of quotations', toDivision);
  told(
    'pre,code',
    () => 'the form of code',
    (element) => {
      (element.tagName === 'PRE' ? toDivision : unwrap)(element);
    },
  );
  told('a[href]:not([href^="https:"],[href^="mailto:"],[href^="tel:"])', (count) => counted(count, 'link'), unwrap);
  page.body.querySelectorAll('h1,h2,h5,h6').forEach((heading) => {
    rename(heading, heading.matches('h1,h2') ? 'h3' : 'h4');
  });
  dropped.push(...tablesIn(page));
  return dropped;
}

const counted = (count: number, what: string): string => (count === 1 ? `a ${what}` : `${count} ${what}s`);

const remove = (element: Element): void => {
  element.remove();
};

const unwrap = (element: Element): void => {
  element.replaceWith(...element.childNodes);
};

const toDivision = (element: Element): void => {
  rename(element, 'div');
};

/** The same element under another name, without what was said of its looks. */
function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
