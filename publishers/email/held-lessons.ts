import type { Library } from '../../release-log/library.ts';
import { ifProved } from '../../release-log/integrity.ts';
import type { HeldCode } from '../channel-events.ts';
import { gatherLesson } from './lesson-material.ts';

/** A lesson of a live course that nobody would get today. */
export interface HeldLesson {
  /** uid of the course */
  course: string;
  courseTitle: string;
  key: string;
  /** place in the course, from 1 */
  number: number;
  subject: string;
  code: HeldCode;
  /** for the staff, in words */
  reason: string;
}

/** Every lesson of the live courses that is held back at `now`, by course and place. A row that does not verify is passed over. */
export async function heldLessons(library: Library, now: Date): Promise<HeldLesson[]> {
  const ofCourses = await Promise.all(
    library.list('course').map(async ({ uid, title }) => {
      const course = (await ifProved(library.released(uid)))?.snapshot;
      const lessons = course?.type === 'course' ? course.lessons : [];
      const held = lessons.map(async ({ key, subject }, i): Promise<HeldLesson[]> => {
        const gathered = await ifProved(gatherLesson(library, uid, key, now));
        if (gathered?.status !== 'held-back') return [];
        const { code, reason } = gathered;
        return [{ course: uid, courseTitle: title, key, number: i + 1, subject, code, reason }];
      });
      return (await Promise.all(held)).flat();
    }),
  );
  return ofCourses.flat();
}
