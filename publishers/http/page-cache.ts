import { LRUCache } from 'lru-cache';
import type { Library } from '../../release-log/library.ts';
import type { ReadKey } from '../../release-log/read-key.ts';
import type { Tracked } from '../../release-log/track-reads.ts';
import { toWire, type Asked, type MadeForms, type Wire } from './wire.ts';
import { isForEverybody, sizeOf, type Rendered } from './representation.ts';

/**
 * Answers by name, each with what it read: it holds while none of that has changed in the log and no new day has
 * begun (UTC; a page says when its review is overdue), and nothing that stands beside the log. An answer for everybody goes by its address, path and
 * query as on the wire, so that a request may be answered by it without asking a channel.
 */
export interface PageCache {
  /** The answer, rendered when there is none that holds. Requests for one name at once render it once. */
  get: (name: string, tracked: Tracked, render: () => Promise<Rendered>) => Promise<Rendered>;
  /**
   * An answer for everybody that holds, ready for the wire; null when there is none, or not in this coding yet.
   * What may not be kept by a shared cache is never answered from here.
   */
  ready: (name: string, library: Library, asked: Asked) => Wire | null;
  /** An answer for everybody that holds, for a copy of it to be kept elsewhere. */
  forEverybody: (name: string, library: Library) => Rendered | null;
  /** whether this is the answer of this name still */
  holds: (name: string, rendered: Rendered, library: Library) => boolean;
  /** While this is the same, whatever held holds: the position of the log, the day and what stands beside the log. */
  era: (library: Library) => string;
  /** whether there is an answer of this name, holding or not */
  has: (name: string) => boolean;
  /** bytes held now */
  size: () => number;
  /** how many answers were rendered so far */
  renders: () => number;
}

interface Kept {
  rendered: Rendered;
  wires: MadeForms;
  reads: readonly ReadKey[];
  day: number;
  beside: string;
  /** no read changed between the rendering and this position; moves with each check */
  holdsAt: number;
}

const DAY_MS = 86_400_000;

export interface PageCacheOptions {
  maxBytes: number;
  now: () => Date;
  /** what pages tell that no row does, in any form: when it changes no answer holds */
  beside?: () => string;
}

export function createPageCache({ maxBytes, now, beside = () => '' }: PageCacheOptions): PageCache {
  const cache = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: ({ rendered }) => sizeOf(rendered.representation),
  });
  const pending = new Map<string, Promise<Rendered>>();
  let renders = 0;

  const today = () => Math.floor(now().getTime() / DAY_MS);

  const holding = (name: string, library: Library, kept = cache.get(name)): Kept | null => {
    if (kept?.day !== today() || kept.beside !== beside()) return null;
    if (library.head <= kept.holdsAt) return kept;
    if (kept.reads.some((key) => library.changedAt(key) > kept.holdsAt)) return null;
    kept.holdsAt = library.head;
    return kept;
  };

  const renderAnew = async (name: string, { position, reads }: Tracked, render: () => Promise<Rendered>) => {
    // All from before rendering: what changes meanwhile makes the answer old at once.
    const before = { day: today(), beside: beside() };
    renders += 1;
    const rendered = await render();
    cache.set(name, { rendered, wires: new Map(), reads: reads(), ...before, holdsAt: position });
    return rendered;
  };

  return {
    get(name, tracked, render) {
      const kept = holding(name, tracked.source);
      if (kept) return Promise.resolve(kept.rendered);
      const key = `${tracked.position} ${beside()} ${name}`;
      const running = pending.get(key);
      if (running) return running;
      const rendering = renderAnew(name, tracked, render).finally(() => pending.delete(key));
      pending.set(key, rendering);
      return rendering;
    },
    ready(name, library, asked) {
      const kept = holding(name, library);
      return kept && isForEverybody(kept.rendered) ? toWire(kept.rendered, kept.wires, asked) : null;
    },
    forEverybody(name, library) {
      const kept = holding(name, library);
      return kept && isForEverybody(kept.rendered) ? kept.rendered : null;
    },
    holds: (name, rendered, library) => holding(name, library, cache.peek(name))?.rendered === rendered,
    era: ({ head }) => `${head} ${today()} ${beside()}`,
    has: (name) => cache.has(name),
    size: () => cache.calculatedSize,
    renders: () => renders,
  };
}
