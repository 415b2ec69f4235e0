import type { EntryContent } from '../../model/entries/entries.ts';

/** An entry with those of its exercises that a lesson names; with all of them where it names none of this entry's. */
export function withChosenExercises(content: EntryContent, keys: readonly string[]): EntryContent {
  if (content.type !== 'treatment') return content;
  const chosen = content.exercises.filter(({ key }) => keys.includes(key));
  return chosen.length > 0 ? { ...content, exercises: chosen } : content;
}
