import type { CourseContent, LessonContent } from '../../model/entries/course.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { ifProved } from '../../release-log/integrity.ts';
import type { Library } from '../../release-log/library.ts';
import { gatherLesson, rowsIn } from '../email/lesson-material.ts';

/** A lesson by mail that has words of an entry. */
export interface UsingLesson {
  course: string;
  courseTitle: string;
  key: string;
  /** from 1 */
  number: number;
  subject: string;
}

/** As many as a reviewer can look at. */
const MOST = 50;

/** The lessons of live courses that show something of an entry; of a course all of its own. At most 50. */
export async function lessonsUsing(
  { uid, type, snapshot }: ReleasedRow,
  library: Library,
  now: Date,
): Promise<UsingLesson[]> {
  if (snapshot.type === 'course') return snapshot.lessons.slice(0, MOST).map((_, i) => usingLesson(snapshot, i));
  const found: UsingLesson[] = [];
  for (const course of candidates(library, uid, type === 'red-flag')) {
    const content = (await ifProved(library.released(course)))?.snapshot;
    if (content?.type !== 'course') continue;
    for (const [i, lesson] of content.lessons.entries()) {
      if (found.length >= MOST) return found;
      if (names(lesson, uid) || (type === 'red-flag' && (await shows(library, content, lesson, { uid, now }))))
        found.push(usingLesson(content, i));
    }
  }
  return found;
}

/** Courses that name the entry; of a warning sign also those that name what it is a sign of. */
function candidates(library: Library, uid: string, isSign: boolean): Set<string> {
  const its = isSign ? (['guide', 'cause', 'treatment'] as const).flatMap((type) => library.naming(type, uid)) : [];
  const named = [uid, ...its.map((entry) => entry.uid)].flatMap((one) => library.naming('course', one));
  return new Set(named.map((course) => course.uid));
}

const names = ({ entries, redFlags }: LessonContent, uid: string): boolean =>
  redFlags.includes(uid) || entries.some(({ entry }) => entry === uid);

async function shows(
  library: Library,
  course: CourseContent,
  { key }: LessonContent,
  { uid, now }: { uid: string; now: Date },
): Promise<boolean> {
  const gathered = await gatherLesson(library, course.uid, key, now);
  return gathered.status === 'ready' && rowsIn(gathered.material).some((row) => row.uid === uid);
}

function usingLesson({ uid, title, lessons }: CourseContent, i: number): UsingLesson {
  const { key = '', subject = '' } = lessons[i] ?? {};
  return { course: uid, courseTitle: title, key, number: i + 1, subject };
}
