import type { LessonContent } from '../../model/content.ts';

type Lessons = readonly LessonContent[];

/**
 * The lesson that is due. Lessons are followed by key: when a newer release of the course no longer has
 * the key, the first lesson that was not sent yet takes its place. Null when there is none.
 */
export const lessonDue = (lessons: Lessons, nextKey: string | null, sent: ReadonlySet<string>): LessonContent | null =>
  lessons.find(({ key }) => key === nextKey) ?? firstUnsent(lessons, sent);

/** The lesson that follows `key`, leaving out those that were sent; null at the end of the course. */
export function lessonAfter(lessons: Lessons, key: string, sent: ReadonlySet<string>): LessonContent | null {
  const position = lessons.findIndex((lesson) => lesson.key === key);
  return firstUnsent(lessons.slice(position + 1), new Set([...sent, key]));
}

const firstUnsent = (lessons: Lessons, sent: ReadonlySet<string>) => lessons.find(({ key }) => !sent.has(key)) ?? null;
