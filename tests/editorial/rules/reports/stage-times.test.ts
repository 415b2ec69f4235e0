import { describe, expect, it } from 'vitest';
import type { State } from '../../../../model/lifecycle.ts';
import { stageTimes, type StageEvent } from '../../../../editorial/rules/reports/stage-times.ts';

const START = Date.parse('2026-03-01T00:00:00Z');
const at = (hour: number) => new Date(START + hour * 3_600_000).toISOString();
const now = new Date(START + 100 * 3_600_000);

const line = (entry: string, event: StageEvent['event'], hour: number): StageEvent => ({ entry, event, at: at(hour) });
const of = (events: StageEvent[], states: Record<string, State> = {}) => {
  const all = new Map(events.map(({ entry }) => [entry, states[entry] ?? ('in-review' as const)]));
  return Object.fromEntries(stageTimes(events, { now, states: all }).map(({ stage, ...times }) => [stage, times]));
};

describe('the time in each stage', () => {
  it('runs from a submission over two approvals to the release', () => {
    const times = of([
      line('a', 'submitted', 0),
      line('a', 'approved', 10),
      line('a', 'approved', 15),
      line('a', 'released', 16),
    ]);
    expect(times['first-approval']).toMatchObject({ count: 1, median: 10, waiting: [] });
    expect(times['second-approval']).toMatchObject({ count: 1, median: 5 });
    expect(times.release).toMatchObject({ count: 1, median: 1 });
    expect(times.answer).toMatchObject({ count: 0, median: null });
  });

  it('goes on in the hands of the editor after a request for changes, and begins anew with the next submission', () => {
    const times = of([
      line('a', 'submitted', 0),
      line('a', 'changes-requested', 4),
      line('a', 'commented', 6),
      line('a', 'answered', 10),
      line('a', 'submitted', 10),
    ]);
    expect(times['first-approval']).toMatchObject({ count: 2, median: 4, waiting: [{ entry: 'a', hours: 90 }] });
    expect(times.answer).toMatchObject({ count: 1, median: 6 });
  });

  it('leaves out what had begun before the period', () => {
    const times = of([line('a', 'approved', 3), line('a', 'released', 4)]);
    expect(Object.values(times).every(({ count }) => count === 0)).toBe(true);
  });

  it('names what waits longest first, and ends with a withdrawal', () => {
    const times = of([
      line('a', 'submitted', 0),
      line('b', 'submitted', 50),
      line('c', 'submitted', 60),
      line('c', 'withdrawn', 70),
    ]);
    expect(times['first-approval']).toMatchObject({
      count: 3,
      median: 10,
      waiting: [
        { entry: 'a', hours: 100 },
        { entry: 'b', hours: 50 },
      ],
    });
  });

  it('has what is approved once and needs two among what waits for a second approval, and nothing that is gone', () => {
    const events = ['a', 'b', 'c'].flatMap((entry) => [line(entry, 'submitted', 0), line(entry, 'approved', 10)]);
    const times = of(events, { b: 'approved' });
    expect(times['second-approval']).toMatchObject({ waiting: [{ entry: 'a' }, { entry: 'c' }] });
    expect(times.release).toMatchObject({ waiting: [{ entry: 'b', hours: 90 }] });
    const states = new Map([['a', 'in-review' as const]]);
    expect(stageTimes(events, { now, states }).flatMap(({ waiting }) => waiting)).toEqual([{ entry: 'a', hours: 90 }]);
  });

  it('says what nine in ten took by nearest rank', () => {
    const rounds = Array.from({ length: 20 }, (_, i) => [
      line(`e${i}`, 'submitted', 0),
      line(`e${i}`, 'approved', i + 1),
    ]);
    expect(of(rounds.flat())['first-approval']).toMatchObject({ median: 10, ninetieth: 18 });
  });
});
