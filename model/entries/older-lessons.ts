import { memberOf } from './leaves.ts';
import { SUBSTANCE } from './lesson-parts.ts';

/**
 * A course whose lessons name entries alone, and exercises for all of them, as one whose lessons choose. One of today is
 * left as it is.
 */
export function lessonsChoosing(course: unknown): Record<string, unknown> {
  const lessons = memberOf(course, 'lessons');
  return { ...membersOf(course), ...(Array.isArray(lessons) ? { lessons: lessons.map(choosing) } : {}) };
}

function choosing(lesson: unknown): unknown {
  const { exercises = [], entries, ...rest } = membersOf(lesson);
  if (!Array.isArray(entries)) return rest;
  const chose = Array.isArray(exercises) && exercises.length > 0;
  const parts = SUBSTANCE.parts.filter((part) => !chose || part !== 'exercises');
  const row = (entry: unknown) => (typeof entry === 'string' ? { entry, parts, exercises, medicines: [] } : entry);
  return { ...rest, entries: entries.map(row) };
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
