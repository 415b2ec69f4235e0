/** Words of a form that were not saved, as the browser keeps them. */
export interface Unsaved {
  /** RFC 3339 */
  at: string;
  /** when the entry had been saved last as these words were typed; null of one that never was */
  base: string | null;
  data: Record<string, unknown>;
}

/** The part of `Storage` that is used. */
export interface Keep {
  readonly length: number;
  key: (index: number) => string | null;
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
}

const PREFIX = 'imprimatur:unsaved:';
const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Letters of one entry: many times the longest there is. */
const MOST = 1_000_000;

/** Where the words of one account in one entry are kept; `id` is undefined of an entry that was never saved. */
export const unsavedKey = (account: number | string, collection: string, id: number | string | undefined): string =>
  `${PREFIX}${account}:${collection}:${id ?? 'new'}`;

/** Keeps words; false where the browser keeps nothing, or not as much. */
export function keepWords(keep: Keep, key: string, words: Unsaved): boolean {
  const text = JSON.stringify(words);
  if (text.length > MOST) return false;
  try {
    keep.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** What a kept text says; null of none, of one older than seven days or of days to come, and of what is no such text. */
export function toUnsaved(text: string | null, now: Date): Unsaved | null {
  if (text === null) return null;
  try {
    const { at, base, data } = JSON.parse(text) as Partial<Unsaved>;
    if (typeof at !== 'string' || typeof data !== 'object') return null;
    const age = now.getTime() - Date.parse(at);
    return age > -DAY_MS && age < DAYS * DAY_MS ? { at, base: base ?? null, data } : null;
  } catch {
    return null;
  }
}

/** Forgets all that an account left in this browser: whoever logs out leaves no words behind. */
export function forgetWordsOf(keep: Keep, account: number | string): void {
  forget(keep, (key) => key.startsWith(`${PREFIX}${account}:`));
}

/** Whether a path is the page that logs out; the page of a session that ended by itself is another, and forgets nothing. */
export const isLogOut = (path: string, admin: string, logOut: string): boolean =>
  path.replace(/\/+$/, '') === `${admin.replace(/\/+$/, '')}${logOut}`;

/** What Payload tells when a document was saved, as far as it is asked. */
interface Saved {
  entitySlug: string;
  id?: number | string;
  /** the drawer that it was saved in; none of the page itself */
  drawerSlug?: string;
  operation: 'create' | 'update';
}

/** Whether what was saved is the entry of the form of a page, and no other that was open in a drawer before it. */
export function isSaveOf(saved: Saved, collection: string | undefined, id: number | string | undefined): boolean {
  if (saved.drawerSlug || saved.entitySlug !== collection) return false;
  return saved.operation === 'create' ? id === undefined : id !== undefined && String(saved.id) === String(id);
}

/** Forgets what is too old to be offered, whoever left it. */
export function forgetOldWords(keep: Keep, now: Date): void {
  forget(keep, (key) => key.startsWith(PREFIX) && toUnsaved(keep.getItem(key), now) === null);
}

function forget(keep: Keep, which: (key: string) => boolean): void {
  const keys = Array.from({ length: keep.length }, (_, i) => keep.key(i));
  for (const key of keys) if (key !== null && which(key)) keep.removeItem(key);
}
