import { IntegrityError } from './integrity.ts';
import type { Library } from './library.ts';
import type { ReleaseLog } from './read-rows.ts';

/** The log could not be read: a channel answers 503 instead of a text that may be out of date. */
export class LibraryUnreadable extends Error {
  constructor(cause: unknown) {
    super('the release log could not be read', { cause });
    this.name = 'LibraryUnreadable';
  }
}

/** The current library; whatever fails while reading it, now or row by row, is a
 * `LibraryUnreadable`, unless it is a row that does not verify: that stays an `IntegrityError`. */
export async function readLibrary(current: () => Promise<Library>): Promise<Library> {
  const library = await orUnreadable(current());
  return {
    ...library,
    released: (uid) => orUnreadable(library.released(uid)),
    release: (seq) => orUnreadable(library.release(seq)),
  };
}

/** The log itself, its failures named the same way. */
export const readableLog = (log: ReleaseLog): ReleaseLog => ({
  head: () => orUnreadable(log.head()),
  after: (since, limit) => orUnreadable(log.after(since, limit)),
  signed: (since, limit) => orUnreadable(log.signed(since, limit)),
  bySeq: (seq) => orUnreadable(log.bySeq(seq)),
  ofEntries: (uids, since, limit) => orUnreadable(log.ofEntries(uids, since, limit)),
});

/** What a question to the database answers; its failure is a `LibraryUnreadable` or an `IntegrityError`. */
export const orUnreadable = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((error: unknown) => {
    throw error instanceof IntegrityError ? error : new LibraryUnreadable(error);
  });
