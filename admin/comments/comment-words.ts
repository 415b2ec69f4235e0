import type { ThreadView } from '../../editorial/comments/comments-sheet.ts';
import type { CommentEvent, CommentKind } from '../../model/comment.ts';

export const KIND_WORDS: Record<CommentKind, { label: string; help: string }> = {
  comment: { label: 'Comment', help: 'A question or a remark. It blocks nothing.' },
  must: {
    label: 'Must change',
    help: 'Nothing is approved or released until you call it done, also when your words were put into the text.',
  },
  suggestion: {
    label: 'Suggested wording',
    help: 'An editor puts it into the text with one click. You wrote it then.',
  },
};

export const COMMENT_EVENT_WORDS: Record<Exclude<CommentEvent, 'opened' | 'replied'>, string> = {
  resolved: 'resolved this',
  reopened: 'opened this again',
  applied: 'put the suggested words into the text',
};

/** What a thread is, and what became of it. */
export function stateWords({ kind, isOpen, isApplied }: Pick<ThreadView, 'kind' | 'isOpen' | 'isApplied'>): string {
  if (!isOpen) return isApplied ? 'Applied' : 'Resolved';
  return isApplied ? `${KIND_WORDS[kind].label}: words applied, its author looks` : KIND_WORDS[kind].label;
}

/** What has become of the words that a comment hangs on; null while they stand there. */
export function wordsNow({ anchor, quote }: Pick<ThreadView, 'anchor' | 'quote'>): string | null {
  if (!quote || anchor?.status === 'here') return null;
  return anchor?.status === 'changed'
    ? `The words have changed since. There stands now: “${anchor.text}”`
    : 'These words do not stand in the text any more.';
}

/** Open ones on words first, in the order of the text's comments; then those whose words are gone; then what is done. */
export function inGroups(threads: readonly ThreadView[]): {
  open: ThreadView[];
  orphaned: ThreadView[];
  done: ThreadView[];
} {
  const open = threads.filter(({ isOpen }) => isOpen);
  const isOrphaned = ({ anchor }: ThreadView) => anchor?.status === 'orphaned';
  return {
    open: open.filter((thread) => !isOrphaned(thread)),
    orphaned: open.filter(isOrphaned),
    done: threads.filter(({ isOpen }) => !isOpen),
  };
}

/** `DC` of “Demo clinician”. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('');
