import type { EntryContent } from '../../model/entries/entries.ts';
import { notThere, type Parted } from '../../model/entries/lesson-parts.ts';
import { blocking, type Issue } from '../../model/issue.ts';

/**
 * What the lessons of a course ask of entries that readers have and that these do not have: a mail would show nothing
 * in its place. Of entries that are not live the references speak.
 */
export function lessonRequirements(content: EntryContent, live: ReadonlyMap<string, Parted>): Issue[] {
  if (content.type !== 'course') return [];
  return content.lessons.flatMap(({ entries }, i) =>
    entries.flatMap((asked, j) => {
      const entry = asked.entry === null ? undefined : live.get(asked.entry);
      const missing = entry ? notThere(entry, asked) : [];
      return missing.map(({ name, value }) =>
        blocking(
          'lesson-part-missing',
          `lessons.${i}.entries.${j}.${name}`,
          `The entry that readers have has no “${value}”: choose another, or take it away here.`,
        ),
      );
    }),
  );
}
