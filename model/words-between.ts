import { diffArrays, diffWordsWithSpace, type ChangeObject } from 'diff';

/** A stretch of text that is in both, in the new one only or in the old one only. */
export interface WordPart {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

/**
 * Differing lines and words beyond which two texts are two texts, one gone and one new: the work grows with the square
 * of what differs, and nobody reads so many single marks.
 */
const MOST_LINES = 500;
const MOST_WORDS = 300;

/**
 * Two texts word by word: lines that are the same first, then the words of the lines between them. Pure. The parts that
 * are not `added` make up `old`, those that are not `removed` make up `now`. Whatever the texts are, the work is bounded
 * by their length and the limits above.
 */
export function wordsBetween(old: string, now: string): WordPart[] {
  if (old === now) return old === '' ? [] : [{ text: old, kind: 'same' }];
  const lines = diffArrays(linesOf(old), linesOf(now), { maxEditLength: MOST_LINES });
  return joined(lines ? runsOf(lines).flatMap(wordsOfRun) : replaced(old, now));
}

type Run = { old: string; now: string } | { same: string };

/** Each line with the break behind it, so that together they are the text again. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** What was taken away between two lines that stayed, with what came in its place. */
function runsOf(lines: ChangeObject<string[]>[]): Run[] {
  const runs: Run[] = [];
  for (const { value, added, removed } of lines) {
    const text = value.join('');
    if (!added && !removed) {
      runs.push({ same: text });
      continue;
    }
    const last = runs.at(-1);
    const open = last && 'old' in last ? last : { old: '', now: '' };
    if (open !== last) runs.push(open);
    if (added) open.now += text;
    else open.old += text;
  }
  return runs;
}

/** As many lines as before are line by line the old ones; of more or fewer nobody knows which is which. */
function wordsOfRun(run: Run): WordPart[] {
  if ('same' in run) return [{ text: run.same, kind: 'same' }];
  const [old, now] = [linesOf(run.old), linesOf(run.now)];
  if (old.length !== now.length) return wordsOfTwo(run.old, run.now);
  return old.flatMap((line, i) => wordsOfTwo(line, now[i] ?? ''));
}

function wordsOfTwo(old: string, now: string): WordPart[] {
  if (old === '' || now === '') return replaced(old, now);
  const words = diffWordsWithSpace(old, now, { maxEditLength: MOST_WORDS });
  if (!words) return replaced(old, now);
  return words.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

const replaced = (old: string, now: string): WordPart[] =>
  (
    [
      { text: old, kind: 'removed' },
      { text: now, kind: 'added' },
    ] as const
  ).filter(({ text }) => text !== '');

/** Neighbours of one kind are one part. */
function joined(parts: WordPart[]): WordPart[] {
  const all: WordPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else all.push({ ...part });
  }
  return all;
}
