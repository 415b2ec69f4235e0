import type { Payload } from 'payload';
import { headMarkOf } from './head-mark.ts';
import { createLibrary, type LibraryWatch } from './library.ts';
import { createReleaseLog } from './read-rows.ts';

/** Where a process keeps its library: beside what its configuration was given. */
const seatOf = ({ config }: Payload): { library?: LibraryWatch } => config.custom;

/** Makes this the library that `libraryOf` answers: that of the channels, so that a process follows the log once. */
export function shareLibrary(payload: Payload, library: LibraryWatch): void {
  seatOf(payload).library = library;
}

/**
 * The library of the process that this Payload runs in: the one that its channels read, or one of its own when it
 * has none. Reads outside any transaction: never ask it within one.
 */
export const libraryOf = (payload: Payload): LibraryWatch =>
  (seatOf(payload).library ??= createLibrary({
    log: createReleaseLog(payload),
    now: () => performance.now(),
    mark: headMarkOf(payload),
    onTrouble: (what, error) => payload.logger.error({ err: error, msg: what }),
    onFault: ({ seq, what }) =>
      payload.logger.error({ seq, msg: `release ${seq} of the log does not verify: ${what}` }),
  }));
