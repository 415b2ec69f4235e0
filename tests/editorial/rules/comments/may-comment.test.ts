import { describe, expect, it } from 'vitest';
import {
  refusedToApply,
  refusedToOpen,
  refusedToReopen,
  refusedToResolve,
  type Commenter,
} from '../../../../editorial/rules/comments/may-comment.ts';
import { MOST_SAID, refusedForRoom } from '../../../../editorial/rules/comments/room.ts';
import { openCounts, threadsOf } from '../../../../editorial/rules/comments/threads.ts';
import { suggestersIn } from '../../../../editorial/rules/comments/suggested-words.ts';
import { COMMENT_EVENTS, type CommentEvent, type CommentLine } from '../../../../model/comment.ts';
import { ROLES, type Role } from '../../../../model/lifecycle.ts';
import { aCause } from '../../../support/releases.ts';

const asker = (role: Role, over: Partial<Commenter> = {}): Commenter => ({
  ...{ actor: role, person: `account:${role}`, role },
  ...{ hasClinician: role === 'reviewer', isInGoodStanding: role === 'reviewer', hasSession: true },
  ...over,
});
const line = (event: CommentEvent, over: Partial<CommentLine> = {}): CommentLine => ({
  ...{ event, entry: 'entry', thread: 't', key: event, kind: null, quote: null, body: null, replacement: null },
  ...{ mentions: [], revision: 'r', at: '2026-06-02T00:00:00.000Z' },
  ...{ actor: 'reviewer', person: 'account:reviewer', actorName: 'Reviewer' },
  ...over,
});
const threadOf = (...lines: CommentLine[]) => threadsOf(lines)[0]!;
const must = threadOf(line('opened', { kind: 'must', replacement: 'Other words' }));
const comment = threadOf(line('opened', { kind: 'comment' }));

describe('who may comment', () => {
  it('says that something must change: who may send a text back, and was not struck off', () => {
    expect(ROLES.filter((role) => !refusedToOpen('must', asker(role)))).toEqual(['reviewer', 'admin']);
    expect(ROLES.filter((role) => !refusedToOpen('comment', asker(role)))).toEqual([...ROLES]);
    expect(refusedToOpen('must', asker('reviewer', { isInGoodStanding: false }))?.code).toBe('not-allowed');
  });

  it('ends a must: its author, there in person', () => {
    const author = asker('reviewer');
    const end = (who: Commenter, reason: string | null = null) => refusedToResolve(must, who, { author, reason })?.code;
    expect(end(author)).toBeUndefined();
    // The same person, with another account.
    expect(end(asker('admin', { person: 'account:reviewer' }))).toBeUndefined();
    expect(end(asker('reviewer', { hasSession: false }))).toBe('session-needed');
    expect(end(asker('admin'), 'Because.')).toBe('not-allowed');
    expect(refusedToApply(must, asker('editor', { hasSession: false }))?.code).toBe('session-needed');
  });

  it('ends it for an author who left: an admin, who says why', () => {
    for (const author of [null, asker('mailer'), asker('reviewer', { isInGoodStanding: false })]) {
      expect(refusedToResolve(must, asker('admin'), { author, reason: null })?.code).toBe('reply-missing');
      expect(refusedToResolve(must, asker('admin'), { author, reason: 'Left.' })).toBeNull();
      expect(refusedToResolve(must, asker('editor'), { author, reason: 'Left.' })?.code).toBe('not-allowed');
    }
  });

  it('ends, reopens and applies the rest: whoever may write', () => {
    const writers = ['editor', 'reviewer', 'admin'];
    const open = { author: null, reason: null };
    const other = threadOf(line('opened', { kind: 'comment', actor: 'x', person: 'account:x' }));
    expect(ROLES.filter((role) => !refusedToResolve(other, asker(role), open))).toEqual(writers);
    expect(ROLES.filter((role) => !refusedToReopen(other, asker(role)))).toEqual(writers);
    expect(ROLES.filter((role) => !refusedToApply(must, asker(role)))).toEqual(writers);
    expect(refusedToApply(comment, asker('editor'))?.code).toBe('wrong-state');
    expect(refusedToReopen(must, asker('editor'))?.code).toBe('not-allowed');
  });
});

describe('threads', () => {
  it('are open until they are ended, and again when they are opened again', () => {
    const opened = line('opened', { kind: 'must' });
    expect(openCounts([opened, line('replied')])).toEqual({ openThreads: 1, openMusts: 1 });
    const suggested = line('opened', { kind: 'suggestion', replacement: 'Other words' });
    expect(openCounts([suggested, line('applied')])).toEqual({ openThreads: 0, openMusts: 0 });
    expect(openCounts([opened, line('resolved'), line('reopened')])).toEqual({ openThreads: 1, openMusts: 1 });
    expect(openCounts([line('replied')])).toEqual({ openThreads: 0, openMusts: 0 });
  });

  it('that must be answered stay open when their words are applied, which is done once', () => {
    const opened = line('opened', { kind: 'must', replacement: 'Other words' });
    expect(openCounts([opened, line('applied')])).toEqual({ openThreads: 1, openMusts: 1 });
    expect(openCounts([opened, line('applied'), line('resolved')])).toEqual({ openThreads: 0, openMusts: 0 });
    const applied = threadOf(opened, line('applied'), line('replied'));
    expect(applied).toMatchObject({ isOpen: true, isApplied: true });
    expect(refusedToApply(applied, asker('editor'))?.code).toBe('wrong-state');
    const again = threadOf(opened, line('applied'), line('resolved'), line('reopened'));
    expect(refusedToApply(again, asker('editor'))).toBeNull();
  });

  it('of a full entry are still ended, opened again and applied, whatever was done to them', () => {
    const full = Array.from({ length: MOST_SAID }, () => line('replied'));
    expect(COMMENT_EVENTS.filter((event) => refusedForRoom(full, event))).toEqual(['opened', 'replied']);
    const acts = full.flatMap(() => [line('resolved'), line('reopened'), line('applied')]);
    expect(COMMENT_EVENTS.filter((event) => refusedForRoom(acts, event))).toEqual([]);
  });

  it('whose kind cannot be read block', () => {
    expect(openCounts([line('opened')])).toEqual({ openThreads: 1, openMusts: 1 });
  });
});

describe('whoever suggested words that stand in a text', () => {
  const quote = { place: 'summary', exact: 'Old words', prefix: '', suffix: '', start: 0 };
  const said = line('opened', { kind: 'suggestion', quote, replacement: 'Other words' });
  const by = (summary: string, lines: CommentLine[], since = '') =>
    suggestersIn(aCause({ summary }), lines, since).map(({ actor }) => actor);

  it('wrote them, while the thread is open or began since the last release', () => {
    expect(by('Other  words.', [said])).toEqual(['reviewer']);
    expect(by('Old words.', [said])).toEqual([]);
    expect(by('Other words.', [said, line('resolved')])).toEqual(['reviewer']);
    expect(by('Other words.', [said, line('resolved')], '2026-06-03T00:00:00.000Z')).toEqual([]);
  });

  it('did not when these stood there as part of what they should replace', () => {
    const shorter = line('opened', { kind: 'suggestion', quote, replacement: 'words' });
    expect(by('Old words.', [shorter])).toEqual([]);
    expect(by('Now words.', [shorter])).toEqual(['reviewer']);
  });

  it('did not when these stood elsewhere before, until they stand there once more, or in the old place', () => {
    const stood = (count: number) => line('opened', { ...said, quote: { ...quote, stood: count } });
    expect(by('Old words. Other words.', [stood(1)])).toEqual([]);
    expect(by('Other words. Other words.', [stood(1)])).toEqual(['reviewer']);
    expect(by('Old words. Other words.', [stood(0)])).toEqual(['reviewer']);
    // The other ones were taken away in the same save.
    const between = { ...quote, prefix: 'We say: ', suffix: ' of yours.', stood: 1 };
    const moved = line('opened', { ...said, quote: between });
    expect(by('Other words. We say: Old words of yours.', [moved])).toEqual([]);
    expect(by('We say: Other words of yours.', [moved])).toEqual(['reviewer']);
  });
});
