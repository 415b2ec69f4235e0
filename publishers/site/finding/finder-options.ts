import { LRUCache } from 'lru-cache';
import type { FinderMaterial } from './finder-material.ts';
import { feltAt } from './finder-rules.ts';
import { worseOptions, type Worse } from './worse.ts';

/** What makes it worse, to choose from: for a guide, or of its causes for those that can be felt at a place. */
export type FinderOptions = (material: FinderMaterial, location: string | null) => readonly Worse[];

/** Guides and places whose options are kept. */
const MOST_KEPT = 2000;

/** Options by guide and place; made anew when another release of a cause came, or a row that did not verify does. */
export function createFinderOptions(): FinderOptions {
  const kept = new LRUCache<string, { rows: string; options: readonly Worse[] }>({ max: MOST_KEPT });
  return ({ entry, causes }, location) => {
    const key = `${entry.uid} ${location ?? ''}`;
    const rows = causes.map((cause) => cause.entry.seq).join();
    const known = kept.get(key);
    if (known?.rows === rows) return known.options;
    const here = causes.filter(({ described }) => location === null || feltAt(described, location) !== null);
    const options = worseOptions(here.map(({ described }) => described.worse));
    kept.set(key, { rows, options });
    return options;
  };
}
