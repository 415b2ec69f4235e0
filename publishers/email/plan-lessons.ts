import type { HeldCode } from '../channel-events.ts';
import type { Library } from '../../release-log/library.ts';
import type { EmailContext } from './email-context.ts';
import { gatherLesson, liveCourse } from './lesson-material.ts';
import { finish, isSuppressed, lessonsSoFar, moveOn, planLesson, WELL } from './move-enrolment.ts';
import { isTimeZone } from '../../model/local-time.ts';
import { lessonAfter, lessonDue, nextLessonDue, nextSlot } from './schedule.ts';
import type { Enrolment } from './store/enrolments.ts';

const PAGE = 100;
const PAGES = 10;

/**
 * Puts due lessons into the ledger. Each step may be taken by several workers, or stop half way, without
 * harm: the ledger takes a lesson once, and an enrolment only moves on from the lesson it stood at. Each page
 * begins behind the one before. An enrolment that fails is put off, longer each time, and in the end set aside with the reason:
 * it holds up no other. Answers how many lessons were planned. Throws when the log cannot be read.
 */
export async function planLessons(context: EmailContext): Promise<number> {
  const library = await context.library();
  let planned = 0;
  let last: Enrolment | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const due: Enrolment[] = await context.store.enrolments.due(context.now(), PAGE, last);
    for (const enrolment of due) {
      const isNew = planOne(context, library, enrolment);
      if (await isNew.catch((error: unknown) => putOff(context, enrolment, error))) planned += 1;
    }
    if (due.length < PAGE) break;
    last = due.at(-1);
  }
  return planned;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Waits after the first, second … failure in a row; then the enrolment is set aside and looked at once a day. */
const WAITS = [MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE];

async function putOff(context: EmailContext, enrolment: Enrolment, error: unknown): Promise<false> {
  const { now, onError, log } = context;
  const reason = error instanceof Error ? error.message : String(error);
  onError(new Error(`the next lesson of enrolment ${enrolment.uid} cannot be planned: ${reason}`, { cause: error }));
  const wait = WAITS[enrolment.failures] ?? DAY;
  const setAside = enrolment.failures >= WAITS.length ? reason.slice(0, 500) : null;
  if (setAside && !enrolment.setAside) {
    log({ event: 'enrolment-set-aside', enrolment: enrolment.uid, failures: enrolment.failures + 1 });
  }
  const nextDueAt = new Date(now().getTime() + wait);
  const change = { failures: enrolment.failures + 1, nextDueAt, setAside };
  return moveOn(context, enrolment, change).catch((failure: unknown) => {
    onError(failure);
    return false;
  });
}

async function planOne(context: EmailContext, library: Library, enrolment: Enrolment): Promise<boolean> {
  const { now } = context;
  const course = await liveCourse(library, enrolment.courseUid);
  if (!course) return end(context, enrolment, 'The course was withdrawn.');
  if (await isSuppressed(context, enrolment)) return end(context, enrolment, 'The address is suppressed.');

  const soFar = await lessonsSoFar(context, enrolment);
  const sent = new Set(soFar.map(({ lessonKey }) => lessonKey));
  const lesson = lessonDue(course.content.lessons, enrolment.nextLessonKey, sent);
  if (!lesson) return finish(context, enrolment);

  if (!isTimeZone(enrolment.timeZone)) throw new RangeError(`“${enrolment.timeZone}” is no time zone`);
  const timetable = { ...course.content, timeZone: enrolment.timeZone };
  const why = soFar.some(({ state }) => state === 'held-after-restore')
    ? EARLIER_HELD
    : await whyNot(library, enrolment.courseUid, lesson.key, now());
  if (why !== null) {
    const { heldBack, code } = why;
    context.log({ event: 'lesson-held-back', enrolment: enrolment.uid, code });
    return moveOn(context, enrolment, {
      ...WELL,
      heldBack,
      nextLessonKey: lesson.key,
      nextDueAt: nextSlot(now(), timetable),
    });
  }

  const next = lessonAfter(course.content.lessons, lesson.key, sent);
  const previousDue = enrolment.nextDueAt ?? now();
  // Before anything is written: what cannot be computed leaves nothing half done.
  const nextDueAt = next && nextLessonDue({ previousDue, takenUpAt: now(), delayDays: next.delayDays }, timetable);
  const isNew = await planLesson(context, enrolment, { lesson, at: now(), held: null });
  if (!next) await finish(context, enrolment);
  else {
    await moveOn(context, enrolment, { ...WELL, nextLessonKey: next.key, nextDueAt, heldBack: null });
  }
  return isNew;
}

/** Why a lesson waits, in words and as a code. */
interface HeldBack {
  heldBack: string;
  code: HeldCode;
}

const EARLIER_HELD: HeldBack = {
  heldBack: 'An earlier lesson is held after a restore; somebody must release or discard it.',
  code: 'earlier-held',
};

/** Why a lesson may not go out; null when it may. */
async function whyNot(library: Library, courseUid: string, lessonKey: string, now: Date): Promise<HeldBack | null> {
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

function end(context: EmailContext, enrolment: Enrolment, endedBecause: string): Promise<false> {
  context.log({ event: 'enrolment-changed', enrolment: enrolment.uid, status: 'ended' });
  return moveOn(context, enrolment, { ...WELL, status: 'ended', endedBecause, nextDueAt: null, heldBack: null });
}
