import type { ThreadView } from '../../editorial/comments/comments-sheet.ts';
import type { Change } from '../../editorial/rules/changes.ts';

/**
 * The open threads on words of the part that a change is of, in the order of the text's comments. A new order changes
 * no words: none hang on it.
 */
export const threadsAt = (
  { place, moves }: Pick<Change, 'place' | 'moves'>,
  threads: readonly ThreadView[],
): ThreadView[] =>
  moves.length > 0
    ? []
    : threads.filter((thread) => thread.isOpen && thread.place !== null && `${thread.place}.`.startsWith(`${place}.`));
