import type { CommentKind, CommentLine } from '../../../model/comment.ts';

/** What was said under one comment, oldest first. */
export interface Thread {
  thread: string;
  kind: CommentKind;
  opened: CommentLine;
  lines: CommentLine[];
  isOpen: boolean;
  /** its suggested words were put into the text, and nobody ended it or opened it again since */
  isApplied: boolean;
}

/** The threads of an entry from its lines, oldest first: both. A line of a thread that nobody opened is of none. */
export function threadsOf(lines: readonly CommentLine[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const line of lines) {
    const known = threads.get(line.thread);
    if (line.event === 'opened') {
      if (known) continue;
      const kind = line.kind ?? 'must';
      threads.set(line.thread, {
        thread: line.thread,
        kind,
        opened: line,
        lines: [line],
        isOpen: true,
        isApplied: false,
      });
    } else if (known) {
      known.lines.push(line);
      if (line.event === 'replied') continue;
      known.isApplied = line.event === 'applied';
      // What must change is for its author to call done: words that were put there may be taken away again.
      if (known.isApplied && known.kind === 'must') continue;
      known.isOpen = line.event === 'reopened';
    }
  }
  return [...threads.values()];
}

export interface OpenCounts {
  openThreads: number;
  /** of these, those that block approval and release */
  openMusts: number;
}

export const openCounts = (lines: readonly CommentLine[]): OpenCounts => {
  const open = threadsOf(lines).filter(({ isOpen }) => isOpen);
  return { openThreads: open.length, openMusts: open.filter(({ kind }) => kind === 'must').length };
};
