import { describe, expect, it } from 'vitest';
import { createReviewStore, type Answer, type Ask } from '../../../admin/workflow/review-store.ts';
import { UNREACHABLE } from '../../../admin/workflow/problem.ts';
import { aSheet } from './sheet.ts';

/** A server whose answers the test gives when it likes. */
function aServer() {
  const waiting: { what: string; answer(given: Answer): Promise<void> }[] = [];
  const ask: Ask = (what) =>
    new Promise((resolve) => {
      waiting.push({
        what,
        answer: async (given) => {
          resolve(given);
          await Promise.resolve();
          await Promise.resolve();
        },
      });
    });
  return { ask, waiting };
}

const sheet = (revision: string, over = {}): Answer => ({ sheet: aSheet({ revision, ...over }) });

describe('what a page knows of an entry', () => {
  it('is the newest answer, whichever arrives last', async () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    void store.load({ form: 'current' });
    void store.load({ form: 'current' });
    await waiting[1]!.answer(sheet('second'));
    await waiting[0]!.answer(sheet('first'));
    expect(store.get().sheet?.revision).toBe('second');
    expect(store.get().loading).toBe(false);
  });

  it('is not set back by an answer from before a verb', async () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    void store.load({ form: 'current' });
    const taken = store.take('release', {});
    await waiting[1]!.answer(sheet('a', { state: 'live' }));
    await waiting[0]!.answer(sheet('a', { state: 'approved' }));
    await taken;
    expect(store.get().sheet?.state).toBe('live');
  });

  it('is not asked for while a verb is under way', () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    void store.take('approve', {});
    void store.load({ form: 'as-before' });
    expect(waiting.map(({ what }) => what)).toEqual(['approve']);
  });

  it('notices that someone else changed what the form shows', async () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    void store.load({ form: 'current' });
    await waiting[0]!.answer(sheet('mine'));
    void store.load({ form: 'as-before' });
    await waiting[1]!.answer(sheet('theirs'));
    expect(store.get()).toMatchObject({ seen: 'mine', sheet: { revision: 'theirs' } });
    void store.load({ form: 'current' });
    await waiting[2]!.answer(sheet('theirs'));
    expect(store.get().seen).toBe('theirs');
  });

  it('does not take its own save for someone else’s, although the page was left and found again at once', async () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    void store.load({ form: 'current' });
    void store.load({ form: 'as-before' });
    await waiting[1]!.answer(sheet('saved'));
    expect(store.get().seen).toBe('saved');
  });

  it('stays when the server cannot be reached, with the reason beside it', async () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    void store.load({ form: 'current' });
    await waiting[0]!.answer(sheet('a'));
    void store.load({ form: 'as-before' });
    await waiting[1]!.answer({ refusal: UNREACHABLE });
    expect(store.get()).toMatchObject({ sheet: { revision: 'a' }, refusal: UNREACHABLE });
  });

  it('stays as it was when a verb is refused', async () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    void store.load({ form: 'current' });
    await waiting[0]!.answer(sheet('a'));
    const taken = store.take('release', {});
    await waiting[1]!.answer({ refusal: { code: 'stale-revision', message: '', issues: [] } });
    expect(await taken).toMatchObject({ refusal: { code: 'stale-revision' } });
    expect(store.get().sheet?.revision).toBe('a');
  });

  it('tells whoever listens, until they stop', async () => {
    const { ask, waiting } = aServer();
    const store = createReviewStore(ask);
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    void store.load({ form: 'current' });
    await waiting[0]!.answer(sheet('a'));
    expect(told).toBe(2);
    stop();
    void store.load({ form: 'current' });
    expect(told).toBe(2);
  });
});
