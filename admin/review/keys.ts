/** What a key of the review screen does. */
export const KEYS = [
  ['j', 'J', 'Next change, by importance'],
  ['k', 'K', 'Previous change'],
  ['x', 'X', 'Tick or untick it as looked at'],
  ['c', 'C', 'Comment on the words chosen in the preview'],
  ['a', 'A', 'Approve: asks first'],
  ['A', '⇧A', 'Approve and release: asks first'],
  ['r', 'R', 'Request changes'],
  ['1', '1', 'Page'],
  ['2', '2', 'Mail, the next lesson'],
  ['3', '3', 'Feed'],
  ['p', 'P', 'Phone or desktop'],
  ['m', 'M', 'Marks on or off'],
  ['?', '?', 'This list'],
] as const;
export type Key = (typeof KEYS)[number][0];

/** The part of a keyboard event that decides. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/**
 * The key that was meant, or null. A modifier belongs to the browser and to assistive software. Shift decides between
 * the two ways to approve, not the lock of the capitals.
 */
export function keyOf(pressed: Pressed): Key | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = pressed;
  if (ctrlKey || metaKey || altKey || isComposing || key.length !== 1) return null;
  const small = key.toLowerCase();
  const meant = small === 'a' && shiftKey ? 'A' : small;
  const known = KEYS.find(([one]) => one === meant)?.[0] ?? null;
  const isStep = known === 'j' || known === 'k';
  return repeat && !isStep ? null : known;
}

/** True where somebody types, or chooses with letters. */
export function isField(element: { tagName?: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (!element) return false;
  if (element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true;
  return element.tagName === 'INPUT' && element.type !== 'checkbox' && element.type !== 'radio';
}
