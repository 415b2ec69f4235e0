/** `mso-list:l0 level2 lfo1`: how Word says that a paragraph is an item, and how deep. */
const IN_WORD = /mso-list:\s*l(\d+)\s+level(\d+)/i;
/** A bullet that somebody, or a program, wrote as a letter. */
const BULLET = /^[\s\u00A0]*[·•▪◦‣§o–-][\s\u00A0]+/u;
const SURE_BULLET = /^[\s\u00A0]*[·•▪◦‣][\s\u00A0]+/u;
/** Only before a blank or the end: “5.5 mg” begins with no number of an item. */
const ORDERED = /^[\s\u00A0]*\(?(?:\d{1,3}|[a-z]{1,4})[.)](?=[\s\u00A0]|$)/i;

interface Item {
  paragraph: Element;
  depth: number;
  ordered: boolean;
}

/** Paragraphs that Word means as items, and paragraphs that begin with a bullet, become lists; one inside another by depth. */
export function listsOfWord(page: Document): void {
  for (const first of [...page.body.querySelectorAll('p')]) {
    if (!first.isConnected) continue;
    const items: Item[] = [];
    for (let at: Element | null = first; at; at = at.nextElementSibling) {
      const item = itemOf(at);
      if (!item) break;
      items.push(item);
    }
    if (items.length > 0) first.before(toList(page, items));
    items.forEach(({ paragraph }) => {
      paragraph.remove();
    });
  }
}

function itemOf(paragraph: Element): Item | null {
  if (paragraph.tagName !== 'P') return null;
  const [, , level] = IN_WORD.exec(paragraph.getAttribute('style') ?? '') ?? [];
  const marker = [...paragraph.querySelectorAll('span')].find(isMark);
  const text = paragraph.textContent;
  if (level !== undefined)
    return { paragraph, depth: Number(level), ordered: ORDERED.test(marker?.textContent ?? text) };
  return SURE_BULLET.test(text) ? { paragraph, depth: 1, ordered: false } : null;
}

function toList(page: Document, items: Item[]): Element {
  const [first] = items;
  const list = page.createElement(first?.ordered ? 'ol' : 'ul');
  const depth = first?.depth ?? 1;
  for (let i = 0; i < items.length;) {
    const item = items[i];
    const end = items.findIndex((other, at) => at > i && other.depth <= depth);
    const below = items.slice(i + 1, end < 0 ? items.length : end);
    const entry = page.createElement('li');
    if (item) entry.append(...wordsOf(item));
    if (below.length > 0) entry.append(toList(page, below));
    list.append(entry);
    i += 1 + below.length;
  }
  return list;
}

/** What an item says, without the mark that Word wrote before it. */
function wordsOf({ paragraph, ordered }: Item): Node[] {
  const marker = [...paragraph.querySelectorAll('span')].find(isMark);
  const holder = [...paragraph.children].find((child) => child.contains(marker ?? null)) ?? marker;
  if (marker && holder) (holder.textContent === marker.textContent ? holder : marker).remove();
  else stripMark(paragraph, ordered ? ORDERED : BULLET);
  return [...paragraph.childNodes];
}

function stripMark(paragraph: Element, mark: RegExp): void {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    if (text.trim() === '') continue;
    node.textContent = text.replace(mark, '');
    return;
  }
}

/** Whether Word says of these letters that they are the mark of an item. */
export const isMark = (span: Element): boolean => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '');
