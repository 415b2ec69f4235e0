import type { State } from '../../../model/lifecycle.ts';
import type { ReviewEventKind } from '../../../model/review-event.ts';

/** Where an entry waits between two acts of people. */
const STAGES = ['first-approval', 'second-approval', 'answer', 'release', 'submission'] as const;
export type Stage = (typeof STAGES)[number];

/** What the times are read from: a line of an entry's review history. */
export interface StageEvent {
  entry: string;
  event: ReviewEventKind;
  /** RFC 3339 */
  at: string;
}

export interface StageTime {
  stage: Stage;
  /** how often an entry was, or is, in it */
  count: number;
  /** hours; null while nothing has left it */
  median: number | null;
  /** hours, of nine in ten; null while nothing has left it */
  ninetieth: number | null;
  /** what is in it now, the longest first, hours until now */
  waiting: { entry: string; hours: number }[];
}

/** What an act begins to wait for; null: for nothing. An act that is not here changes nothing about the waiting. */
const THEN: Partial<Record<ReviewEventKind, Stage | null>> = {
  submitted: 'first-approval',
  'changes-requested': 'answer',
  edited: 'submission',
  released: null,
  withdrawn: null,
};

/**
 * How long entries stood in each stage, by the histories of one period: oldest line first. What had begun before the
 * period is left out until the entry is submitted anew. What an approval waited for shows only afterwards: for a second
 * one when that came, else for its release. What is there now is as the states say, by entry: one without a state is
 * gone and waits for nothing, and one that is still in review waits for a second approval.
 */
export function stageTimes(
  events: readonly StageEvent[],
  { now, states }: { now: Date; states: ReadonlyMap<string, State> },
): StageTime[] {
  const open = new Map<string, { stage: Stage; since: number }>();
  const ended = new Map<Stage, number[]>(STAGES.map((stage) => [stage, []]));
  for (const { entry, event, at } of events) {
    const waiting = open.get(entry);
    if (!waiting && event !== 'submitted') continue;
    const time = Date.parse(at);
    const next = event === 'approved' ? 'release' : THEN[event];
    if (next === undefined) continue;
    if (waiting) {
      const isSecond = event === 'approved' && waiting.stage === 'release';
      ended.get(isSecond ? 'second-approval' : waiting.stage)?.push(hours(time - waiting.since));
    }
    if (next === null) open.delete(entry);
    else open.set(entry, { stage: next, since: time });
  }
  return STAGES.map((stage) => {
    const times = (ended.get(stage) ?? []).sort((a, b) => a - b);
    const waiting = [...open]
      .flatMap(([entry, { stage: told, since }]) => {
        const state = states.get(entry);
        const is = told === 'release' && state === 'in-review' ? 'second-approval' : told;
        return state !== undefined && is === stage ? [{ entry, hours: hours(now.getTime() - since) }] : [];
      })
      .sort((a, b) => b.hours - a.hours);
    return {
      stage,
      count: times.length + waiting.length,
      median: quantile(times, 0.5),
      ninetieth: quantile(times, 0.9),
      waiting,
    };
  });
}

const hours = (milliseconds: number): number => Math.round(milliseconds / 360_000) / 10;

/** Nearest rank of a sorted list. */
const quantile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
