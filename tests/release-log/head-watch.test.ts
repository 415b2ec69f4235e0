import { describe, expect, test } from 'vitest';
import { createHeadWatch, watchWith } from '../../release-log/head-watch.ts';

function aWatch(over: { patienceMs?: number } = {}) {
  const state = { time: 0, looks: 0, fails: false, slow: null as Promise<void> | null };
  const told: string[] = [];
  const watch = createHeadWatch({
    look: async () => {
      state.looks += 1;
      await state.slow;
      if (state.fails) throw new Error('the database is away');
      return state.looks;
    },
    now: () => state.time,
    maxAgeMs: 250,
    ...over,
    onTrouble: (what, error) => told.push(`${what}: ${String(error)}`),
  });
  return { state, watch, told };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a look at the head', () => {
  test('is not had without asking', async () => {
    const { watch } = aWatch();
    expect(watch.peek()).toBeNull();
    expect(await watch.current()).toBe(1);
    expect(watch.peek()).toBe(1);
  });

  test('is one for all who ask at once', async () => {
    const { state, watch } = aWatch();
    await Promise.all(Array.from({ length: 50 }, () => watch.current()));
    expect(state.looks).toBe(1);
  });

  test('is taken ahead, so that nobody waits for it while there are readers', async () => {
    const { state, watch } = aWatch();
    await watch.current();
    for (let i = 0; i < 40; i += 1) {
      state.time += 25;
      expect(watch.peek()).not.toBeNull();
      await settled();
    }
    // 1,000 ms at one look in 125 ms.
    expect(state.looks).toBe(9);
  });

  test('is never handed out older than permitted, also while the next is under way', async () => {
    const { state, watch } = aWatch();
    await watch.current();
    let arrive: () => void = () => undefined;
    state.slow = new Promise((resolve) => (arrive = resolve));
    state.time = 200;
    expect(watch.peek()).toBe(1);
    state.time = 250;
    expect(watch.peek()).toBeNull();
    const waiting = watch.current();
    arrive();
    expect(await waiting).toBe(2);
  });

  test('is as old as its question, not as its answer', async () => {
    const { state, watch } = aWatch();
    let arrive: () => void = () => undefined;
    state.slow = new Promise((resolve) => (arrive = resolve));
    const first = watch.current();
    state.time = 240;
    arrive();
    await first;
    expect(watch.peek()).toBe(1);
    state.time = 251;
    expect(watch.peek()).toBeNull();
  });

  test('from before the head moved is handed out no more, also when it is under way', async () => {
    const { state, watch } = aWatch();
    await watch.current();
    watch.moved();
    expect(watch.peek()).toBeNull();
    expect(await watch.current()).toBe(2);
    let arrive: () => void = () => undefined;
    state.slow = new Promise((resolve) => (arrive = resolve));
    state.time = 130;
    watch.peek();
    watch.moved();
    const waiting = watch.current();
    arrive();
    expect(await waiting).toBe(4);
    expect(watch.peek()).toBe(4);
  });

  test('that must be new begins after the question, also while another is under way', async () => {
    const { state, watch } = aWatch();
    let arrive: () => void = () => undefined;
    state.slow = new Promise((resolve) => (arrive = resolve));
    const running = watch.current();
    const asked = watch.lookNow();
    arrive();
    expect([await running, await asked]).toEqual([1, 2]);
    expect(await watch.lookNow()).toBe(3);
    state.fails = true;
    await expect(watch.lookNow()).rejects.toThrow('the database is away');
  });

  test('that fails ahead stops nobody and is said once; when it is needed, it fails', async () => {
    const { state, watch, told } = aWatch();
    await watch.current();
    state.fails = true;
    for (state.time = 130; state.time < 250; state.time += 40) {
      expect(watch.peek()).toBe(1);
      await settled();
    }
    expect(told).toEqual(['where the release log ends cannot be looked at: Error: the database is away']);
    state.time = 260;
    await expect(watch.current()).rejects.toThrow('the database is away');
    state.fails = false;
    expect(await watch.current()).toBe(6);
    state.fails = true;
    state.time += 130;
    watch.peek();
    await settled();
    expect(told).toHaveLength(2);
  });
});

describe('a database that hangs', () => {
  const hanging = async (patienceMs: number) => {
    const { state, watch } = aWatch({ patienceMs });
    await watch.current();
    state.slow = new Promise(() => undefined);
    state.time += 250;
    return { state, watch };
  };

  test('keeps nobody longer than their patience', async () => {
    const { watch } = await hanging(20);
    await expect(watch.current()).rejects.toThrow('the database did not say where the release log ends within 20 ms');
    expect(watch.peek()).toBeNull();
  });

  test('keeps who asks later for what is left of it, and who asks then for no time', async () => {
    const { state, watch } = await hanging(60_000);
    // Its own patience ends long after this test.
    watch.current().catch(() => undefined);
    state.time += 59_990;
    await expect(watch.current()).rejects.toThrow('where the release log ends within 60000 ms');
    state.time += 10;
    await expect(watch.current()).rejects.toThrow('where the release log ends within 60000 ms');
    state.time += 30_000;
    await expect(watch.current()).rejects.toThrow('where the release log ends within 90000 ms');
    expect(state.looks).toBe(2);
  });

  test('is waited for while nothing was ever seen: the first look takes in the whole log', async () => {
    const { state, watch } = aWatch({ patienceMs: 5 });
    let arrive: () => void = () => undefined;
    state.slow = new Promise((resolve) => (arrive = resolve));
    const waiting = watch.current();
    setTimeout(() => arrive(), 30);
    expect(await waiting).toBe(1);
  });
});

describe('a look at two things', () => {
  test('hands out the first, and nothing once the second was seen too long ago', async () => {
    const [first, second] = [aWatch(), aWatch()];
    const both = watchWith(first.watch, second.watch);
    expect(both.peek()).toBeNull();
    await first.watch.current();
    expect(both.peek()).toBeNull();
    expect(await both.current()).toBe(1);
    expect(both.peek()).toBe(1);
    second.state.time += 250;
    expect(both.peek()).toBeNull();
    await both.lookNow();
    expect([first.state.looks, second.state.looks]).toEqual([2, 2]);
  });

  test('fails while either cannot be looked at', async () => {
    const [first, second] = [aWatch(), aWatch()];
    second.state.fails = true;
    const both = watchWith(first.watch, second.watch);
    await expect(both.current()).rejects.toThrow('the database is away');
    await expect(both.lookNow()).rejects.toThrow('the database is away');
  });
});
