import type { Library } from '../../release-log/library.ts';

/** What an item is rendered with, beside its row. */
export interface ItemContext {
  siteUrl: string;
  demo: boolean;
  library: Library;
  /** YYYY-MM-DD, UTC */
  today: string;
}
