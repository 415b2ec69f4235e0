import type { HeadWatch } from '../../release-log/head-watch.ts';
import type { Library } from '../../release-log/library.ts';
import type { PageCache } from './page-cache.ts';
import type { Rendered } from './representation.ts';
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

/** What a look at the log says about answers that were taken before. */
interface Look {
  /** while this is the same, whatever held holds */
  era: string;
  holds: (target: string, rendered: Rendered) => boolean;
}

/** A memory that others may keep copies of. */
export interface CopiedMemory extends Memory {
  /** the answer for everybody at this target, if it holds */
  take: (target: string) => Rendered | null;
  /** A look at the log that begins after the call. Rejects when the log cannot be read. */
  look: () => Promise<Look>;
  /** calls `hear` when this process has added to the log: what was taken before may hold no longer */
  onOwnCommit: (hear: () => void) => void;
}

export const createMemory = (
  library: HeadWatch<Library>,
  pages: PageCache,
  onOwnCommit: CopiedMemory['onOwnCommit'],
): CopiedMemory => ({
  onOwnCommit,
  answer(target, asked) {
    const current = library.peek();
    return current && pages.ready(target, current, asked);
  },
  lookFor: (target) => (pages.has(target) && library.peek() === null ? library.current() : null),
  take(target) {
    const current = library.peek();
    return current && pages.forEverybody(target, current);
  },
  async look() {
    const current = await library.lookNow();
    return { era: pages.era(current), holds: (target, rendered) => pages.holds(target, rendered, current) };
  },
});
