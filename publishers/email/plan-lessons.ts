import { parseAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import { gatherLesson, liveCourse } from './lesson-material.ts';
import { lessonAfter, lessonDue, nextLessonDue, nextSlot } from './schedule.ts';
import type { Enrolment, EnrolmentChange } from './store/enrolments.ts';

const PAGE = 100;
const PAGES = 10;

/**
 * Puts due lessons into the ledger. Each step may be taken by several workers, or stop half way, without
 * harm: the ledger takes a lesson once, and an enrolment only moves on from the lesson it stood at. Each page
 * begins behind the one before: enrolments that fail stay due and hold up no other. Answers how many lessons were planned.
 */
export async function planLessons(context: EmailContext): Promise<number> {
  let planned = 0;
  let last: Enrolment | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const due: Enrolment[] = await context.store.enrolments.due(context.now(), PAGE, last);
    for (const enrolment of due) {
      if (await planOne(context, enrolment).catch((error: unknown) => report(context, error))) planned += 1;
    }
    if (due.length < PAGE) break;
    last = due.at(-1);
  }
  return planned;
}

const report = ({ onError }: EmailContext, error: unknown): false => {
  onError(error);
  return false;
};

async function planOne(context: EmailContext, enrolment: Enrolment): Promise<boolean> {
  const { now } = context;
  const library = await context.library();
  const course = await liveCourse(library, enrolment.courseUid);
  if (!course) return end(context, enrolment, 'The course was withdrawn.');
  if (await isSuppressed(context, enrolment)) return end(context, enrolment, 'The mailbox does not exist.');

  const sent = await sentLessons(context, enrolment);
  const lesson = lessonDue(course.content.lessons, enrolment.nextLessonKey, sent);
  if (!lesson) return finish(context, enrolment);

  const timetable = { ...course.content, timeZone: enrolment.timeZone };
  const gathered = await gatherLesson(library, enrolment.courseUid, lesson.key, now());
  if (gathered.status !== 'ready') {
    const heldBack = gathered.status === 'held-back' ? gathered.reason : 'The lesson is not in the course.';
    context.log({ event: 'lesson-held-back', enrolment: enrolment.uid, reason: heldBack });
    return moveOn(context, enrolment, { heldBack, nextLessonKey: lesson.key, nextDueAt: nextSlot(now(), timetable) });
  }

  const isNew = await planDelivery(context, enrolment, lesson);
  const next = lessonAfter(course.content.lessons, lesson.key, sent);
  if (!next) await finish(context, enrolment);
  else {
    const previousDue = enrolment.nextDueAt ?? now();
    const nextDueAt = nextLessonDue({ previousDue, takenUpAt: now(), delayDays: next.delayDays }, timetable);
    await moveOn(context, enrolment, { nextLessonKey: next.key, nextDueAt, heldBack: null });
  }
  return isNew;
}

async function isSuppressed({ store }: EmailContext, { email }: Enrolment): Promise<boolean> {
  const address = parseAddress(email);
  return 'issue' in address || store.suppressions.has(address.key);
}

async function sentLessons({ store }: EmailContext, { uid, round }: Enrolment): Promise<Set<string>> {
  const lessons = await store.deliveries.ofEnrolment(uid, 'lesson');
  return new Set(lessons.filter((delivery) => delivery.round === round).map(({ lessonKey }) => lessonKey));
}

const planDelivery = (
  { store, random, now }: EmailContext,
  enrolment: Enrolment,
  lesson: { key: string; subject: string },
): Promise<boolean> =>
  store.deliveries.plan(
    {
      uid: random(),
      kind: 'lesson',
      recipient: enrolment.email,
      subject: lesson.subject,
      enrolmentUid: enrolment.uid,
      subscriberUid: enrolment.subscriberUid,
      courseUid: enrolment.courseUid,
      lessonKey: lesson.key,
      round: enrolment.round,
    },
    `${enrolment.uid}|${enrolment.round}|${lesson.key}|lesson`,
    now(),
  );

/** Another worker may have moved the enrolment on, or the person changed it: then this change is not made. */
async function moveOn({ store }: EmailContext, enrolment: Enrolment, change: EnrolmentChange): Promise<false> {
  const { uid, round, nextLessonKey } = enrolment;
  await store.enrolments.change({ uid, status: 'active', round, nextLessonKey }, change);
  return false;
}

function finish(context: EmailContext, enrolment: Enrolment): Promise<false> {
  context.log({ event: 'enrolment', enrolment: enrolment.uid, status: 'finished' });
  return moveOn(context, enrolment, { status: 'finished', nextLessonKey: null, nextDueAt: null, heldBack: null });
}

function end(context: EmailContext, enrolment: Enrolment, endedBecause: string): Promise<false> {
  context.log({ event: 'enrolment', enrolment: enrolment.uid, status: 'ended' });
  return moveOn(context, enrolment, { status: 'ended', endedBecause, nextDueAt: null, heldBack: null });
}
