import type { Reviewer } from './step.ts';

/** What an onlooker with pen and paper knows of one entry. */
export interface Known {
  id: string | number;
  uid: string;
  hash: string;
  /** who approved the current text since it was last submitted, edited, refused or released */
  round: Set<Reviewer> | null;
  /** who wrote any of it since its last release */
  editors: Set<string>;
  /** the words that readers have */
  live: string | null;
  /** a dose is among them: a change of them needs two clinicians */
  liveDose: boolean;
  stale: string[];
  /** what must change before it may be released, and who says so */
  musts: { thread: string; who: Reviewer }[];
  /** the change set that all entries of the story are in */
  set: string | null;
  nextReview: () => string;
}
