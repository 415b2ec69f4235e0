import type { Library } from '../../release-log/library.ts';
import type { EmailContext } from './email-context.ts';
import { liveCourse } from './lesson-material.ts';
import { contentsNow, finish, isSuppressed, lessonsSoFar, moveOn, planLesson, WELL } from './move-enrolment.ts';
import { mayGoTwice } from './outcome.ts';
import { isTimeZone } from '../../model/local-time.ts';
import { lessonAfter, lessonDue, nextLessonDue } from './schedule.ts';
import type { Delivery, DeliveryState } from './store/delivery.ts';
import type { Enrolment } from './store/enrolments.ts';

/** Mails by what became of them. */
export interface AfterRestore {
  /** lessons and confirmations that a person decides on */
  held: number;
  /** were with a worker when the backup was made */
  uncertain: number;
  /** corrections, which go by themselves: one too many is better than none */
  corrections: number;
}

const PAGE = 100;
/** Paused since the backup, and resumed since, for all that is known. */
const MAY_HAVE_GONE_ON = ['due', 'pausedAndDue'] as const;
const UNDER_WAY: readonly DeliveryState[] = ['claimed', 'on-wire'];
const WAITING: readonly DeliveryState[] = ['pending', 'deferred'];
const HELD = 'It may have gone out after the backup that was put back.';
const NOT_AGAIN = 'A notice of before the restore: the admin shows it.';
const UNCERTAIN = 'A worker had it when the backup was made that was put back: it may or may not have arrived.';

/**
 * For a ledger that was put back from a backup and that no worker has seen since: nothing that may have gone out after
 * the backup of `since` goes out by itself (ADR 0035). What waits is held, what was with a worker is uncertain, and
 * lessons that fell due until now are put into the ledger as held, one after the other as the course would have sent
 * them. Corrections are sent, whether or not they were; notices to the staff are not: the admin shows them. May be repeated.
 */
export async function holdAfterRestore(context: EmailContext, since: Date): Promise<AfterRestore> {
  const library = await context.library();
  const counts: AfterRestore = { held: 0, uncertain: 0, corrections: 0 };
  for await (const delivery of inStates(context, [...UNDER_WAY, ...WAITING])) {
    const became = await settle(context, library, delivery);
    if (became !== null) counts[became] += 1;
  }
  await context.store.notices.dropDue(context.now());
  for (const status of MAY_HAVE_GONE_ON) {
    for await (const enrolment of due(context, status)) {
      counts.held += await holdMissed(context, library, enrolment, since).catch((error: unknown) => {
        // The worker cannot plan for it either: it puts such an enrolment off and says why.
        context.onError(error);
        return 0;
      });
    }
  }
  return counts;
}

async function* due(
  { store, now }: EmailContext,
  status: (typeof MAY_HAVE_GONE_ON)[number],
): AsyncGenerator<Enrolment, void> {
  const until = now();
  for (let page: Enrolment[] = await store.enrolments[status](until, PAGE); page.length > 0;) {
    yield* page;
    page = page.length < PAGE ? [] : await store.enrolments[status](until, PAGE, page.at(-1));
  }
}

/** All in these states, page by page; they may change meanwhile. */
export async function* inStates(
  { store }: Pick<EmailContext, 'store'>,
  states: readonly DeliveryState[],
): AsyncGenerator<Delivery, void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: Delivery[] = await store.deliveries.inStates(states, after, PAGE);
    yield* page;
    after = page.length < PAGE ? undefined : page.at(-1)?.uid;
  }
}

async function settle(context: EmailContext, library: Library, delivery: Delivery): Promise<keyof AfterRestore | null> {
  const { store, now } = context;
  const { kind, state, courseUid, lessonKey } = delivery;
  if (UNDER_WAY.includes(state)) {
    const isAgain = kind === 'correction' && mayGoTwice(delivery, now());
    const change = { note: UNCERTAIN, leaseUntil: null, ...(isAgain ? { dueAt: now() } : {}) };
    const isSettled = await store.deliveries.advance(delivery, state, isAgain ? 'deferred' : 'uncertain', change);
    if (!isSettled) return null;
    return isAgain ? 'corrections' : 'uncertain';
  }
  if (kind === 'correction') return 'corrections';
  if (kind === 'notice') {
    await store.deliveries.advance(delivery, state, 'suppressed', { note: NOT_AGAIN, raw: null });
    return null;
  }
  const isMade = kind !== 'lesson' || delivery.contents.length > 0;
  const contents = isMade ? delivery.contents : await contentsNow(library, { courseUid, lessonKey, now: now() });
  return (await store.deliveries.hold(delivery, HELD, contents)) && 'held';
}

/** Lessons that fell due since the backup, as the course would have sent them. Answers how many are held now. */
async function holdMissed(context: EmailContext, library: Library, enrolment: Enrolment, since: Date): Promise<number> {
  const { now } = context;
  const { courseUid, timeZone, status } = enrolment;
  const course = await liveCourse(library, courseUid);
  // What no lesson can be planned for stays as it is: the worker says why.
  if (!course || !isTimeZone(timeZone) || (await isSuppressed(context, enrolment))) return 0;
  const { lessons } = course.content;
  const sent = new Set((await lessonsSoFar(context, enrolment)).map(({ lessonKey }) => lessonKey));
  let held = 0;
  let key = enrolment.nextLessonKey;
  let due = laterOf(enrolment.nextDueAt, status === 'paused' ? since : null);
  while (due !== null && due <= now()) {
    const lesson = lessonDue(lessons, key, sent);
    if (lesson) {
      const contents = await contentsNow(library, { courseUid, lessonKey: lesson.key, now: now() });
      if (await planLesson(context, enrolment, { lesson, at: due, held: { contents } })) held += 1;
      sent.add(lesson.key);
    }
    const next = lesson && lessonAfter(lessons, lesson.key, sent);
    key = next?.key ?? null;
    due =
      next &&
      nextLessonDue({ previousDue: due, takenUpAt: due, delayDays: next.delayDays }, { ...course.content, timeZone });
  }
  // Who had paused stays where they were: the ledger has these lessons, and takes none of them twice.
  if (status === 'paused') return held;
  await (due === null
    ? finish(context, enrolment)
    : moveOn(context, enrolment, { ...WELL, nextLessonKey: key, nextDueAt: due, heldBack: null }));
  return held;
}

const laterOf = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
