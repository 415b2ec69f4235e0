import type { HeadWatch } from '../../release-log/head-watch.ts';
import type { Library } from '../../release-log/library.ts';
import type { PageCache } from './page-cache.ts';
import type { Asked, Wire } from './wire.ts';

/** Answers that need no channel: rendered before, and nothing that they read has changed. */
export interface Memory {
  /**
   * The answer to GET of exactly this target (path and query as on the wire), ready for the wire; null when the
   * channel has to be asked.
   */
  answer: (target: string, asked: Asked) => Wire | null;
  /**
   * For a target that is known while the log was not looked at for too long: the look, after which `answer` may
   * have it. Null when there is nothing to wait for. Rejects when the log cannot be read.
   */
  lookFor: (target: string) => Promise<unknown> | null;
}

export const createMemory = (library: HeadWatch<Library>, pages: PageCache): Memory => ({
  answer(target, asked) {
    const current = library.peek();
    return current && pages.ready(target, current, asked);
  },
  lookFor: (target) => (pages.has(target) && library.peek() === null ? library.current() : null),
});
