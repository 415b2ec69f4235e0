import { z } from 'zod';
import type { Delivery, DeliveryKind } from './store/delivery.ts';

/** Which of the held mails; all of them when nothing is named. */
export interface WhichHeld {
  kind?: DeliveryKind | undefined;
  courseUid?: string | undefined;
  lessonKey?: string | undefined;
  /** of one delivery */
  uid?: string | undefined;
}

const name = z.string().min(1).optional();
const choice = z.strictObject({
  all: z.boolean().default(false),
  kind: z.enum(['lesson', 'confirmation']).optional(),
  course: name,
  lesson: name,
  delivery: name,
});

/** The words in which a command or a request says which mails it is about. */
export type HeldChoice = z.input<typeof choice>;

/** What somebody chose. Null unless they said either all, or what they mean: nobody decides on all by leaving a word out. */
export function whichHeld(said: unknown): WhichHeld | null {
  const { success, data } = choice.safeParse(said);
  if (!success) return null;
  const { all, kind, course, lesson, delivery } = data;
  const which = { kind, courseUid: course, lessonKey: lesson, uid: delivery };
  const isNamed = Object.values(which).some((value) => value !== undefined);
  return isNamed === all ? null : which;
}

/** Held mails, or corrections, of one kind, course and lesson. */
export interface HeldGroup {
  kind: DeliveryKind;
  courseUid: string;
  lessonKey: string;
  mails: Delivery[];
  /** when they were due */
  first: Date;
  last: Date;
}

/** In the order in which they come first. */
export function groupsOf(mails: readonly Delivery[]): HeldGroup[] {
  const groups = new Map<string, Delivery[]>();
  for (const mail of mails) {
    const key = JSON.stringify([mail.kind, mail.courseUid, mail.lessonKey]);
    groups.set(key, [...(groups.get(key) ?? []), mail]);
  }
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    if (!one) return [];
    const { kind, courseUid, lessonKey } = one;
    const times = group.map(({ plannedAt }) => plannedAt.getTime());
    const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
    return [{ kind, courseUid, lessonKey, mails: group, first, last }];
  });
}
