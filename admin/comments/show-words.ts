const SHOWN = 'comment-words';
const SHOWN_FOR_MS = 4000;

/**
 * Leads to words in a field or a row of the form: they come into view, are chosen in a plain field and marked in any
 * other, and the field has the focus. False when they do not stand there.
 */
export function showWords(element: HTMLElement, words: string): boolean {
  element.scrollIntoView({ block: 'center' });
  return inRichText(element, words) || inPlainField(element, words);
}

function inRichText(element: HTMLElement, words: string): boolean {
  for (const text of element.querySelectorAll<HTMLElement>('[contenteditable="true"]')) {
    const range = rangeOf(text, words);
    if (!range) continue;
    text.focus({ preventScroll: true });
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    // A mark beside the document: the editor's own text is not touched.
    if ('highlights' in CSS) {
      CSS.highlights.set(SHOWN, new Highlight(range));
      setTimeout(() => CSS.highlights.delete(SHOWN), SHOWN_FOR_MS);
    }
    return true;
  }
  return false;
}

function inPlainField(element: HTMLElement, words: string): boolean {
  const fields = element.matches(PLAIN) ? [element] : [...element.querySelectorAll<HTMLElement>(PLAIN)];
  for (const field of fields) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const found = patternOf(words).exec(field.value);
    if (!found) continue;
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
    field.setSelectionRange(found.index, found.index + found[0].length);
    return true;
  }
  return false;
}

const PLAIN = 'input[type="text"], textarea';

/** The words with whatever blanks between them. */
const patternOf = (words: string): RegExp =>
  new RegExp(
    words
      .split(/\s+/u)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s*'),
    'u',
  );

function rangeOf(element: HTMLElement, words: string): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  let text = '';
  const starts: number[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node as Text);
    starts.push(text.length);
    text += node.nodeValue ?? '';
  }
  const found = patternOf(words).exec(text);
  if (!found) return null;
  const spot = (at: number): [Text | undefined, number] => {
    const i = starts.findLastIndex((start) => start <= at);
    return [nodes[i], at - (starts[i] ?? 0)];
  };
  const [first, from] = spot(found.index);
  const [last, to] = spot(found.index + found[0].length - 1);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first, from);
  range.setEnd(last, to + 1);
  return range;
}
