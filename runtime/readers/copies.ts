import { LRUCache } from 'lru-cache';
import type { Memory } from '../../publishers/http/memory.ts';
import { sizeOf, type Rendered } from '../../publishers/http/representation.ts';
import { toWire, type Asked, type MadeForms, type Wire } from '../../publishers/http/wire.ts';
import { createHeadWatch } from '../../release-log/head-watch.ts';
import type { OnTrouble } from '../../release-log/on-trouble.ts';

export interface Copies {
  memory: Memory;
  keep: (target: string, rendered: Rendered) => void;
  forget: (targets: readonly string[]) => void;
}

interface Copy {
  target: string;
  rendered: Rendered;
  made: MadeForms;
  /** the last answer, with what it was the answer to */
  last: (Asked & { wire: Wire }) | null;
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
  const pages = new LRUCache<string, Copy>({
    maxSize: maxBytes,
    sizeCalculation: ({ rendered }) => sizeOf(rendered.representation),
  });
  let latest: Copy | null = null;
  const head = createHeadWatch({ look, now, maxAgeMs, onTrouble });
  return {
    memory: {
      answer(target, asked) {
        // Readers come in runs: most ask for what was asked for last.
        const page = latest?.target === target ? latest : pages.get(target);
        if (!page || head.peek() === null) return null;
        latest = page;
        const { last } = page;
        if (last?.ifNoneMatch === asked.ifNoneMatch && last.acceptEncoding === asked.acceptEncoding) return last.wire;
        const wire = toWire(page.rendered, page.made, asked);
        if (wire) page.last = { ...asked, wire };
        return wire;
      },
      lookFor: (target) => (pages.has(target) && head.peek() === null ? head.current() : null),
    },
    keep(target, rendered) {
      latest = null;
      pages.set(target, { target, rendered, made: new Map(), last: null });
    },
    forget(targets) {
      latest = null;
      for (const target of targets) pages.delete(target);
    },
  };
}
