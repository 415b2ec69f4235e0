import { setImmediate } from 'node:timers/promises';
import type { Library } from '../../release-log/library.ts';
import { parseAddress } from './address.ts';
import { decideLesson, whyNot, type Step } from './decide-lesson.ts';
import type { EmailContext } from './email-context.ts';
import { asItStood, lessonOf } from './move-enrolment.ts';
import type { Enrolment } from './store/enrolments.ts';

const PAGE = 50;
const PAGES = 20;

/**
 * Puts due lessons into the ledger, a page of them at a time: a few calls of the database for all of it, and between any
 * two enrolments others have their turn. Each step may be taken by several workers, or stop half way, without
 * harm: the ledger takes a lesson once, and an enrolment only moves on from the lesson it stood at. Each page
 * begins behind the one before. An enrolment that fails is put off, longer each time, and in the end set aside with the reason:
 * it holds up no other. Answers how many lessons were planned. Throws when the log cannot be read or nothing be written.
 */
export async function planLessons(context: EmailContext): Promise<number> {
  const library = await context.library();
  let planned = 0;
  let last: Enrolment | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const due: Enrolment[] = await context.store.enrolments.due(context.now(), PAGE, last);
    if (due.length > 0) planned += await planPage(context, library, due);
    if (due.length < PAGE) break;
    last = due.at(-1);
  }
  return planned;
}

async function planPage(context: EmailContext, library: Library, due: Enrolment[]): Promise<number> {
  const { store } = context;
  const soFar = await store.deliveries.lessonsOf(due.map(({ uid }) => uid));
  const suppressed = await suppressedAmong(context, due);
  const why = onceEach((courseUid: string, key: string) => whyNot(library, courseUid, key, context.now()));
  const steps: Step[] = [];
  for (const enrolment of due) {
    // Readers have their turn between two of them.
    await setImmediate();
    const lessons = (soFar.get(enrolment.uid) ?? []).filter(({ round }) => round === enrolment.round);
    const known = { soFar: lessons, suppressed: suppressed.has(enrolment.uid), why };
    const step = decideLesson(context, library, enrolment, known);
    steps.push(await step.catch((error: unknown) => putOff(context, enrolment, error)));
  }
  return write(context, steps).catch((error: unknown) => {
    if (steps.length === 1) throw error;
    return writeEach(context, steps);
  });
}

/** The ledger first: an enrolment that has not moved on finds its lesson there. */
async function write({ store, now, random }: EmailContext, steps: Step[]): Promise<number> {
  const plans = steps.flatMap(({ enrolment, lesson }) => (lesson ? [lessonOf(random(), enrolment, lesson)] : []));
  const isNew = plans.length > 0 ? await store.deliveries.planAll(plans, now()) : new Set();
  await store.enrolments.changeEach(steps.map(({ enrolment, change }) => ({ expected: asItStood(enrolment), change })));
  return isNew.size;
}

/** Something in it cannot be written: that alone is put off. Throws when that cannot be written either. */
async function writeEach(context: EmailContext, steps: Step[]): Promise<number> {
  let planned = 0;
  for (const step of steps) {
    planned += await write(context, [step]).catch(async (error: unknown) => {
      await write(context, [putOff(context, step.enrolment, error)]);
      return 0;
    });
  }
  return planned;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Waits after the first, second … failure in a row; then the enrolment is set aside and looked at once a day. */
const WAITS = [MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE];

function putOff(context: EmailContext, enrolment: Enrolment, error: unknown): Step {
  const { now, onError, log } = context;
  const reason = error instanceof Error ? error.message : String(error);
  onError(new Error(`the next lesson of enrolment ${enrolment.uid} cannot be planned: ${reason}`, { cause: error }));
  const wait = WAITS[enrolment.failures] ?? DAY;
  const setAside = enrolment.failures >= WAITS.length ? reason.slice(0, 500) : null;
  if (setAside && !enrolment.setAside) {
    log({ event: 'enrolment-set-aside', enrolment: enrolment.uid, failures: enrolment.failures + 1 });
  }
  const nextDueAt = new Date(now().getTime() + wait);
  return { enrolment, lesson: null, change: { failures: enrolment.failures + 1, nextDueAt, setAside } };
}

/** The enrolments, by uid, to whose addresses nothing may be sent. */
async function suppressedAmong({ store }: EmailContext, enrolments: Enrolment[]): Promise<Set<string>> {
  const keys = new Map<string, string>();
  for (const { uid, email } of enrolments) {
    const address = parseAddress(email);
    if (!('issue' in address)) keys.set(uid, address.key);
  }
  const suppressed = await store.suppressions.among([...new Set(keys.values())]);
  const isSuppressed = (key: string | undefined) => key === undefined || suppressed.has(key);
  return new Set(enrolments.flatMap(({ uid }) => (isSuppressed(keys.get(uid)) ? [uid] : [])));
}

/** Asks once for each course and lesson; what failed is asked again. */
function onceEach<T>(ask: (courseUid: string, lessonKey: string) => Promise<T>): typeof ask {
  const asked = new Map<string, Promise<T>>();
  return (courseUid, lessonKey) => {
    const key = JSON.stringify([courseUid, lessonKey]);
    const known = asked.get(key);
    if (known) return known;
    const asking = ask(courseUid, lessonKey);
    asked.set(key, asking);
    // Whoever asked hears of the failure.
    asking.catch(() => asked.delete(key));
    return asking;
  };
}
