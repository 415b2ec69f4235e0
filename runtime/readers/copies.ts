import { LRUCache } from 'lru-cache';
import type { Memory } from '../../publishers/http/memory.ts';
import { sizeOf, type Rendered } from '../../publishers/http/representation.ts';
import { toWire, type MadeForms } from '../../publishers/http/wire.ts';
import { createHeadWatch } from '../../release-log/head-watch.ts';
import type { OnTrouble } from '../../release-log/on-trouble.ts';

export interface Copies {
  memory: Memory;
  keep: (target: string, rendered: Rendered) => void;
  forget: (targets: readonly string[]) => void;
}

export interface CopiesOptions {
  /** Asks the thread that follows the log to look at it; forgets what holds no longer before it answers. */
  look: () => Promise<true>;
  /** milliseconds of a clock that does not jump */
  now: () => number;
  onTrouble: OnTrouble;
  maxAgeMs?: number;
  maxBytes?: number;
}

/**
 * Copies of rendered answers. They are given only while the last look at the log is at most `maxAgeMs` old, counted
 * from its question, as in the thread that renders them.
 */
export function createCopies({
  look,
  now,
  onTrouble,
  maxAgeMs = 250,
  maxBytes = 48 * 1024 * 1024,
}: CopiesOptions): Copies {
  const pages = new LRUCache<string, { rendered: Rendered; made: MadeForms }>({
    maxSize: maxBytes,
    sizeCalculation: ({ rendered }) => sizeOf(rendered.representation),
  });
  const head = createHeadWatch({ look, now, maxAgeMs, onTrouble });
  return {
    memory: {
      answer(target, asked) {
        const page = pages.get(target);
        return page && head.peek() !== null ? toWire(page.rendered, page.made, asked) : null;
      },
      lookFor: (target) => (pages.has(target) && head.peek() === null ? head.current() : null),
    },
    keep(target, rendered) {
      pages.set(target, { rendered, made: new Map() });
    },
    forget(targets) {
      for (const target of targets) pages.delete(target);
    },
  };
}
