/** Words of a text that somebody chose on the page, as the API takes them (`anchor` of docs/http.md). */
export interface SelectedWords {
  /** path of the field in the form, when it is known */
  field?: string;
  exact: string;
  prefix: string;
  suffix: string;
}

const MOST = 1000;
const AROUND = 60;

/**
 * The words that are chosen in a document, of a field of a form or of a page; null when nothing is. `within`: only
 * there.
 */
export function selectedWords(document: Document, within: Element): SelectedWords | null {
  const active = document.activeElement;
  if (isTextInput(active) && within.contains(active)) return inInput(active);
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const common = elementOf(range.commonAncestorContainer);
  if (!common || !within.contains(common)) return null;
  const root = common.closest('[contenteditable="true"]') ?? common.closest('article, main, body') ?? common;
  const exact = wordsOf(range).trim();
  if (exact === '' || exact.length > MOST) return null;
  const [before, after] = [document.createRange(), document.createRange()];
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(root, root.childNodes.length);
  const field = fieldOf(common);
  return {
    ...(field === null ? {} : { field }),
    exact,
    prefix: wordsOf(before).slice(-AROUND),
    suffix: wordsOf(after).slice(0, AROUND),
  };
}

const isTextInput = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element?.tagName === 'TEXTAREA' || (element?.tagName === 'INPUT' && (element as HTMLInputElement).type === 'text');

function inInput(input: HTMLInputElement | HTMLTextAreaElement): SelectedWords | null {
  const { value, selectionStart, selectionEnd } = input;
  const [from, to] = [selectionStart ?? 0, selectionEnd ?? 0];
  const field = fieldOf(input);
  const exact = value.slice(from, to).trim();
  if (field === null || exact === '' || exact.length > MOST) return null;
  return { field, exact, prefix: value.slice(0, from).slice(-AROUND), suffix: value.slice(to, to + AROUND) };
}

const elementOf = (node: Node): Element | null => (node.nodeType === 1 ? (node as Element) : node.parentElement);

/** `sections.0` of whatever stands in `field-sections__0__body` or in the row `sections-row-0`; null outside a field. */
function fieldOf(element: Element): string | null {
  const id = element.closest('[id^="field-"], [id*="-row-"]')?.id;
  if (id === undefined) return null;
  return id.startsWith('field-') ? id.slice('field-'.length).replaceAll('__', '.') : id.replaceAll(/-row-|-/g, '.');
}

/** Paragraphs, items and cells are parted; marks that the editor draws into a text are no words of it. */
function wordsOf(range: Range): string {
  const copy = range.cloneContents();
  for (const mark of copy.querySelectorAll('[contenteditable="false"], [data-lexical-decorator], sup a')) mark.remove();
  for (const block of copy.querySelectorAll('p, li, h1, h2, h3, h4, td, th, br, div')) block.append(' ');
  return copy.textContent.replace(/\s+/gu, ' ');
}
