/** One place where a document differs, before it is known which change of the review it belongs to. */
export interface Mark {
  kind: 'added' | 'removed' | 'moved';
  /** what came or went */
  words: readonly string[];
  /** the words around it, of the side that it is on */
  context: readonly string[];
  /** what is written into the new source; `attributes` say which change it is of */
  edits: readonly Edit[];
}

/** An insertion into the new source: marks take nothing away. */
export interface Edit {
  at: number;
  /** of several at one place: what ends comes first, what begins last */
  rank: 0 | 1 | 2;
  /** the first of a mark may carry an id */
  html: (attributes: string) => string;
}
