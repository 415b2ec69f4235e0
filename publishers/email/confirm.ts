import { parseAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import { beginsHeld, liveCourse } from './lesson-material.ts';
import type { Enrolment } from './store/enrolments.ts';
import { confirmability } from './subscription-rules.ts';

export type Confirmation =
  /** `held`: the first lesson may not go out yet */
  | { result: 'confirmed'; enrolment: Enrolment; held: boolean }
  | { result: 'already'; enrolment: Enrolment }
  | { result: 'expired'; enrolment: Enrolment }
  | { result: 'course-gone'; enrolment: Enrolment }
  | { result: 'unknown' };

/** What the confirmation page shows; changes nothing, because scanners follow links. */
export async function readConfirmation(
  { store, library, now }: EmailContext,
  uid: string,
): Promise<(Enrolment & { can: ReturnType<typeof confirmability>; held: boolean }) | null> {
  const enrolment = await store.enrolments.byUid(uid);
  if (!enrolment) return null;
  const known = await library();
  const course = await liveCourse(known, enrolment.courseUid);
  const held = course !== null && (await beginsHeld(known, course.content, now()));
  return { ...enrolment, can: confirmability(enrolment, now()), held };
}

/** Makes the enrolment active; the first lesson is due at once. Pressing twice does no more than pressing once. */
export async function confirm(context: EmailContext, uid: string): Promise<Confirmation> {
  const { store, library, now, log } = context;
  const enrolment = await store.enrolments.byUid(uid);
  if (!enrolment) return { result: 'unknown' };
  const can = confirmability(enrolment, now());
  if (can !== 'confirm') return { result: can, enrolment };
  const course = await liveCourse(await library(), enrolment.courseUid);
  const first = course?.content.lessons[0];
  if (!course || !first) return { result: 'course-gone', enrolment };
  const active = await store.enrolments.change(
    { uid, status: enrolment.status, round: enrolment.round },
    {
      status: 'active',
      endedBecause: null,
      confirmedAt: now(),
      timeZone: enrolment.requestedTimeZone ?? enrolment.timeZone,
      courseTitle: course.content.title,
      round: enrolment.round + 1,
      nextLessonKey: first.key,
      nextDueAt: now(),
      heldBack: null,
      failures: 0,
      setAside: null,
      nothingMore: false,
    },
  );
  if (active) log({ event: 'enrolment-changed', enrolment: uid, status: 'active' });
  if (!active) return { result: 'already', enrolment };
  if (enrolment.status === 'unsubscribed') await noteBack(context, enrolment);
  return { result: 'confirmed', enrolment: active, held: await beginsHeld(await library(), course.content, now()) };
}

/** Who left and came back is not to be let go again when a backup of the time before is put back. */
async function noteBack({ left }: EmailContext, { email, courseUid }: Enrolment): Promise<void> {
  const address = parseAddress(email);
  if (!('issue' in address)) await left.note('back', address.key, courseUid);
}
