import { LRUCache } from 'lru-cache';
import { sizeOf, type Representation } from './representation.ts';

/** A body with the status and headers that belong to it. */
export interface Rendered {
  representation: Representation;
  status: number;
  headers: Record<string, string>;
}

/**
 * Rendered answers by (log position, path), bounded by bytes. Concurrent misses of one key render once.
 * A new log position is a new key: old ones leave by disuse.
 */
export function createRenderCache(maxBytes: number): {
  get: (head: number, path: string, render: () => Promise<Rendered>) => Promise<Rendered>;
  /** bytes held now */
  size: () => number;
} {
  const cache = new LRUCache<string, Rendered>({
    maxSize: maxBytes,
    sizeCalculation: (rendered) => sizeOf(rendered.representation),
  });
  const pending = new Map<string, Promise<Rendered>>();
  return {
    get(head, path, render) {
      const key = `${head}:${path}`;
      const cached = cache.get(key);
      if (cached) return Promise.resolve(cached);
      const running = pending.get(key);
      if (running) return running;
      const rendering = render()
        .then((rendered) => {
          cache.set(key, rendered);
          return rendered;
        })
        .finally(() => pending.delete(key));
      pending.set(key, rendering);
      return rendering;
    },
    size: () => cache.calculatedSize,
  };
}
