import type { Stage } from './stage-times.ts';

/** What an entry waits for, in the words of the desk. */
export const STAGE_WORDS: Record<Stage, string> = {
  'first-approval': 'Waiting for a first approval',
  'second-approval': 'Waiting for a second approval',
  answer: 'Sent back to its editor',
  release: 'Approved, not released',
  submission: 'Edited during review, not submitted again',
};
