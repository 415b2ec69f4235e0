import { setImmediate, setTimeout as pause } from 'node:timers/promises';

/** Nobody waits longer than this for others to come along, in milliseconds. */
const LONGEST_WAIT_MS = 20;

/**
 * Turns a work on many into one that many callers ask for one by one. Whoever asks while a group is under way goes with
 * the next one: the work on what was asked begins after it was asked. When the work on a group fails, each of it is
 * tried by itself, so that nobody fails for another's sake. A work that is asked for again sooner than it takes is what
 * holds all up: then a group waits as long as the last one took, so that more go together. Of those with the
 * same `subject`, where one is given, only one is in a group, in the order in which they asked: each is answered for
 * itself.
 */
export function inGroups<In, Out>(
  work: (all: In[]) => Promise<Out[]>,
  subject?: (one: In) => unknown,
): (one: In) => Promise<Out> {
  interface Asked {
    one: In;
    answer: (out: Out) => void;
    fail: (error: unknown) => void;
  }
  let waiting: Asked[] = [];
  let isUnderWay = false;
  let endedAt = -Infinity;
  let took = 0;

  const alone = async ({ one, answer, fail }: Asked) => {
    try {
      for (const out of await work([one])) answer(out);
    } catch (error) {
      fail(error);
    }
  };
  const together = async (group: Asked[]) => {
    try {
      const outs = await work(group.map(({ one }) => one));
      outs.forEach((out, i) => group[i]?.answer(out));
    } catch (error) {
      if (group.length === 1) for (const { fail } of group) fail(error);
      else await Promise.all(group.map(alone));
    }
  };
  const run = async () => {
    isUnderWay = true;
    while (waiting.length > 0) {
      const isBusy = performance.now() - endedAt < took && took > 1;
      // At least those that ask in the same turn go together.
      await (isBusy ? pause(Math.min(took, LONGEST_WAIT_MS)) : setImmediate());
      const group = subject ? firstOfEach(waiting, ({ one }) => subject(one)) : waiting;
      waiting = waiting.filter((asked) => !group.includes(asked));
      const begun = performance.now();
      await together(group);
      endedAt = performance.now();
      took = endedAt - begun;
    }
    isUnderWay = false;
  };

  return (one) =>
    new Promise<Out>((answer, fail) => {
      waiting.push({ one, answer, fail });
      if (!isUnderWay) void run();
    });
}

function firstOfEach<T>(all: readonly T[], subject: (one: T) => unknown): T[] {
  const first = new Map<unknown, T>();
  for (const one of all) if (!first.has(subject(one))) first.set(subject(one), one);
  return [...first.values()];
}
