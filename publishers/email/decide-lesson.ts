import { isTimeZone } from '../../model/local-time.ts';
import type { Library } from '../../release-log/library.ts';
import type { HeldCode } from '../channel-events.ts';
import type { EmailContext } from './email-context.ts';
import { gatherLesson, liveCourse } from './lesson-material.ts';
import { finished, WELL, type LessonPlan } from './move-enrolment.ts';
import { lessonAfter, lessonDue, nextLessonDue, nextSlot } from './schedule.ts';
import type { Delivery } from './store/delivery.ts';
import type { Enrolment, EnrolmentChange } from './store/enrolments.ts';

/** What is to be written about one enrolment. */
export interface Step {
  enrolment: Enrolment;
  lesson: LessonPlan | null;
  change: EnrolmentChange;
}

export interface Known {
  /** lessons that are in the ledger since the person began the course, or began it anew */
  soFar: Pick<Delivery, 'lessonKey' | 'state'>[];
  suppressed: boolean;
  why: (courseUid: string, lessonKey: string) => Promise<HeldBack | null>;
}

/** What becomes of an enrolment whose next lesson is due. Throws for what cannot be computed. */
export async function decideLesson(
  context: EmailContext,
  library: Library,
  enrolment: Enrolment,
  { soFar, suppressed, why: whyNotYet }: Known,
): Promise<Step> {
  const { now } = context;
  const course = await liveCourse(library, enrolment.courseUid);
  if (!course) return end(context, enrolment, 'The course was withdrawn.');
  if (suppressed) return end(context, enrolment, 'The address is suppressed.');

  const sent = new Set(soFar.map(({ lessonKey }) => lessonKey));
  const lesson = lessonDue(course.content.lessons, enrolment.nextLessonKey, sent);
  if (!lesson) return { enrolment, lesson: null, change: finished(context, enrolment) };

  if (!isTimeZone(enrolment.timeZone)) throw new RangeError(`“${enrolment.timeZone}” is no time zone`);
  const timetable = { ...course.content, timeZone: enrolment.timeZone };
  const why = soFar.some(({ state }) => state === 'held-after-restore')
    ? EARLIER_HELD
    : await whyNotYet(enrolment.courseUid, lesson.key);
  if (why !== null) {
    const { heldBack, code } = why;
    context.log({ event: 'lesson-held-back', enrolment: enrolment.uid, code });
    const change = { ...WELL, heldBack, nextLessonKey: lesson.key, nextDueAt: nextSlot(now(), timetable) };
    return { enrolment, lesson: null, change };
  }

  const next = lessonAfter(course.content.lessons, lesson.key, sent);
  const previousDue = enrolment.nextDueAt ?? now();
  const nextDueAt = next && nextLessonDue({ previousDue, takenUpAt: now(), delayDays: next.delayDays }, timetable);
  const change = next ? { ...WELL, nextLessonKey: next.key, nextDueAt, heldBack: null } : finished(context, enrolment);
  return { enrolment, lesson: { lesson, held: null }, change };
}

/** Why a lesson waits, in words and as a code. */
export interface HeldBack {
  heldBack: string;
  code: HeldCode;
}

const EARLIER_HELD: HeldBack = {
  heldBack: 'An earlier lesson is held after a restore; somebody must release or discard it.',
  code: 'earlier-held',
};

/** Why a lesson may not go out; null when it may. */
export async function whyNot(
  library: Library,
  courseUid: string,
  lessonKey: string,
  now: Date,
): Promise<HeldBack | null> {
  const gathered = await gatherLesson(library, courseUid, lessonKey, now);
  switch (gathered.status) {
    case 'ready':
      return null;
    case 'held-back':
      return { heldBack: gathered.reason, code: gathered.code };
    default:
      return { heldBack: 'The lesson is not in the course.', code: 'lesson-gone' };
  }
}

function end(context: EmailContext, enrolment: Enrolment, endedBecause: string): Step {
  context.log({ event: 'enrolment-changed', enrolment: enrolment.uid, status: 'ended' });
  const change = { ...WELL, status: 'ended', endedBecause, nextDueAt: null, heldBack: null } as const;
  return { enrolment, lesson: null, change };
}
