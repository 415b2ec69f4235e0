/** What a treatment says of one exercise and of one medicine: rows that can hurt when a number in them is wrong. */
import { z } from 'zod';
import { group, list } from './describe/composed.ts';
import { SLUG, text } from './describe/text.ts';
import { maybeNumber } from './describe/value.ts';
import type { NotShown, ValueOf } from './field.ts';
import { figures } from './shared.ts';

/** It names a row whatever its position. */
const NAMES_THE_ROW: NotShown = { site: 'it names the row', feed: 'it names the row', mail: 'it names the row' };
/** Characters of a row's key. */
export const MAX_KEY = 60;
export const rowKey = text({ required: true, pattern: SLUG, max: MAX_KEY, running: false, notShown: NAMES_THE_ROW });

/**
 * From so many to so many of a unit, whole numbers within bounds; only `from` where it is one number. Bounds are what
 * a form accepts and catch a slip of the pen: they are no advice.
 */
function range(unit: string, min: number, max: number) {
  const bounds = group({
    from: maybeNumber({ min, max, say: (value) => `from ${value} ${unit}` }),
    to: maybeNumber({ min, max, say: (value) => `to ${value} ${unit}` }),
  });
  const inOrder = bounds.shape.refine(({ from, to }) => to === null || (from !== null && from <= to));
  return { ...bounds, valid: z.intersection(bounds.valid, inOrder) };
}
export type Range = ValueOf<ReturnType<typeof range>>;

/** The numbers of an exercise, in the order in which they are told. */
const DOSES = {
  /** in one set */
  repetitions: range('times', 1, 50),
  /** how long one position is held, in seconds */
  hold: range('seconds', 1, 120),
  sets: range('sets', 1, 10),
  /** how long the whole takes, in minutes */
  minutes: range('minutes', 1, 120),
  timesADay: range('times a day', 1, 6),
  daysAWeek: range('days a week', 1, 7),
} as const;
export type DoseName = keyof typeof DOSES;
export const DOSE_NAMES = [
  'repetitions',
  'hold',
  'sets',
  'minutes',
  'timesADay',
  'daysAWeek',
] as const satisfies DoseName[];

/** One exercise, so that somebody who reads nothing else can do it and knows when to stop. */
export const exercises = list(
  group({
    key: rowKey,
    name: text({ required: true, max: 80 }),
    start: text({ long: true, required: true, max: 400 }),
    movement: text({ long: true, required: true, max: 800 }),
    ...DOSES,
    progression: text({ long: true, max: 600 }),
    stopRule: text({
      long: true,
      max: 600,
      required: { code: 'stop-rule-missing', say: 'Say when to stop this exercise.' },
    }),
    figures,
  }),
  { keyedBy: 'key' },
);
export type Exercise = ValueOf<typeof exercises>[number];
