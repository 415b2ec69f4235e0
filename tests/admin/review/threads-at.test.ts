import { expect, it } from 'vitest';
import { threadsAt } from '../../../admin/review/threads-at.ts';
import type { ThreadView } from '../../../editorial/comments/comments-sheet.ts';

const thread = (place: string | null, over: Partial<ThreadView> = {}): ThreadView => ({
  ...{ thread: `on ${place ?? 'the whole'}`, kind: 'comment', isOpen: true, isApplied: false, lines: [], place },
  ...{ quote: null, anchor: null, replacement: null, refusals: {}, needsReason: false },
  ...over,
});
const THREADS = [thread('sections.safety.body'), thread('summary'), thread('sections.safety-first.body'), thread(null)];

it('a change has the open comments on words of its part, and no others', () => {
  const namesAt = (place: string, threads = THREADS) =>
    threadsAt({ place, moves: [] }, threads).map((one) => one.thread);
  expect(namesAt('sections.safety')).toEqual(['on sections.safety.body']);
  expect(namesAt('summary')).toEqual(['on summary']);
  expect(namesAt('summary', [thread('summary', { isOpen: false })])).toEqual([]);
});

it('a new order has none: its words are those of its rows', () => {
  const moves = [{ label: 'Safety', from: 1, to: 2 }];
  expect(threadsAt({ place: 'sections', moves }, THREADS)).toEqual([]);
});
