import type { Library } from '../library.ts';

/** The log could not be read: the site answers 503 instead of a page that may be out of date. */
export class LibraryUnreadable extends Error {
  constructor(cause: unknown) {
    super('the release log could not be read', { cause });
    this.name = 'LibraryUnreadable';
  }
}

/** The current library; whatever fails while reading it, now or row by row, is a `LibraryUnreadable`. */
export async function readLibrary(current: () => Promise<Library>): Promise<Library> {
  const library = await named(current());
  return {
    ...library,
    released: (uid) => named(library.released(uid)),
    release: (seq) => named(library.release(seq)),
  };
}

const named = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((error: unknown) => {
    throw new LibraryUnreadable(error);
  });
