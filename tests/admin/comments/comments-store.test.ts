import { describe, expect, it } from 'vitest';
import type { CommentsAnswer } from '../../../admin/comments/ask-comments.ts';
import { createCommentsStore } from '../../../admin/comments/comments-store.ts';
import { inGroups, wordsNow } from '../../../admin/comments/comment-words.ts';
import type { CommentsSheet, ThreadView } from '../../../editorial/comments/comments-sheet.ts';
import { UNREACHABLE } from '../../../admin/workflow/problem.ts';

const sheet = (openThreads: number): CommentsSheet => ({
  ...{ uid: 'entry', revision: 'a', openThreads, openMusts: 0 },
  ...{ threads: [], mayOpenMust: false, people: [] },
});

describe('what a page knows of comments', () => {
  it('is never replaced by a late answer', async () => {
    const waiting: ((answer: CommentsAnswer) => void)[] = [];
    const store = createCommentsStore((_, body) =>
      body === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve({ sheet: sheet(3) }),
    );
    const [first] = [store.load()];
    expect(await store.say({ path: '', body: {} })).toBeNull();
    waiting[0]?.({ sheet: sheet(1) });
    await first;
    expect(store.get().sheet?.openThreads).toBe(3);
  });

  it('stays when something cannot be said or read', async () => {
    let answer: CommentsAnswer = { sheet: sheet(2) };
    const store = createCommentsStore(() => Promise.resolve(answer));
    await store.load();
    answer = { refusal: UNREACHABLE };
    expect(await store.say({ path: '', body: {} })).toEqual(UNREACHABLE);
    await store.load();
    expect(store.get()).toEqual({ sheet: sheet(2), refusal: UNREACHABLE });
  });
});

describe('threads', () => {
  const thread = (over: Partial<ThreadView>): ThreadView => ({
    ...{ thread: 't', kind: 'comment', isOpen: true, isApplied: false, replacement: null, lines: [], refusals: {} },
    quote: { exact: 'Old words', prefix: '', suffix: '', label: 'Summary' },
    anchor: { status: 'here', path: 'summary', start: 0, end: 9 },
    place: 'summary',
    needsReason: false,
    ...over,
  });

  it('on words that are gone stand apart, and say so', () => {
    const orphan = thread({ anchor: { status: 'orphaned' } });
    const done = thread({ isOpen: false, anchor: { status: 'orphaned' } });
    const here = thread({});
    expect(inGroups([orphan, done, here])).toEqual({ open: [here], orphaned: [orphan], done: [done] });
    expect(wordsNow(orphan)).toContain('any more');
    expect(wordsNow(here)).toBeNull();
    expect(wordsNow(thread({ quote: null, anchor: null }))).toBeNull();
    const changed = { status: 'changed' as const, path: 'summary', start: 0, end: 3, text: 'Other words' };
    expect(wordsNow(thread({ anchor: changed }))).toContain('“Other words”');
  });
});
