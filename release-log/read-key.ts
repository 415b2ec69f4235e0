import type { EntryType } from '../model/entries/types.ts';

/**
 * What a rendering can ask the library for, as a name. `Library.changedAt` says at which log position it last
 * changed, so that a page stays as it is while nothing that it asked for has changed.
 */
export type ReadKey =
  /** one entry: its live row, or its withdrawal */
  | `entry:${string}`
  /** what stands at a web address */
  | `address:${EntryType}/${string}`
  /** the live entries of a type */
  | `list:${EntryType}`
  /** the live entries that are part of this one */
  | `parts:${string}`
  /** the live entries of a type that name this one */
  | `naming:${EntryType}/${string}`
  /** everything that ever belonged to this guide */
  | `scope:${string}`
  /** the figures that releases show */
  | 'figures'
  /** every change of what readers had */
  | 'corrections'
  /** the clinician at a web address */
  | `clinician:${string}`
  /** what a clinician approved */
  | `approvals:${string}`
  /** all entries, newest first */
  | 'newest'
  /** the position itself: changes with every row */
  | 'head';
