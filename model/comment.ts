import type { Acting } from './person.ts';

export const COMMENT_KINDS = ['comment', 'must', 'suggestion'] as const;
/** `must`: nothing of the entry is approved or released while it is open. `suggestion`: other words for the passage. */
export type CommentKind = (typeof COMMENT_KINDS)[number];

export const COMMENT_EVENTS = ['opened', 'replied', 'resolved', 'reopened', 'applied'] as const;
export type CommentEvent = (typeof COMMENT_EVENTS)[number];

/**
 * Words of an entry that a comment hangs on: a TextQuoteSelector (W3C Web Annotation Data Model, §4.2.4) in the text of
 * one place. Blanks count as one (`editorial/rules/comments/passages.ts`).
 */
export interface Quote {
  /** the place of the text (`model/entries/leaves.ts`), which a change of order leaves alone */
  place: string;
  exact: string;
  /** what stood before and after */
  prefix: string;
  suffix: string;
  /** where the words began, in characters: tells equal passages apart */
  start: number;
  /** how often the words that a comment suggests stood in the place already; left out: never */
  stood?: number | undefined;
}

/** One append-only line of what the staff says of an entry. */
export interface CommentLine extends Acting {
  event: CommentEvent;
  /** uid of the entry */
  entry: string;
  /** the key of the line that opened the thread */
  thread: string;
  /** chosen by whoever wrote the line: the same key again is the same line */
  key: string;
  /** of `opened` */
  kind: CommentKind | null;
  /** of `opened`; null: it speaks of the whole entry */
  quote: Quote | null;
  body: string | null;
  /** words to stand in place of the quoted ones; empty: none */
  replacement: string | null;
  /** ids of accounts */
  mentions: string[];
  /** hash of the draft at which it was written */
  revision: string;
  /** RFC 3339 */
  at: string;
  actorName: string;
}
