import type { EntryContent } from '../../model/entries/entries.ts';
import { isGraded } from '../../model/entries/running-texts.ts';
import { placedTexts } from './placed-texts.ts';
import { readingGrade } from './reading-grade.ts';

/** Words from which a single field is graded: in a shorter one a single long name decides. */
const FIELD_WORDS = 25;

/** What reads at a higher grade than it may: a field by its true path, or the entry as a whole (no field). */
export interface HardText {
  field: string;
  grade: number;
  text: string;
}

/**
 * Everything that readers read of an entry is graded together, titles, captions and alternative texts included; and
 * each longer text alone, so that a hard one does not hide on a long page of easy ones.
 */
export function hardTexts(content: EntryContent, highest: number): HardText[] {
  const texts = placedTexts(content);
  const graded = [
    { field: '', text: texts.map(({ text }) => text).join('\n'), grade: gradeOfEntry(content) },
    ...texts
      .filter(({ field, isShared }) => isShared || isGraded(field))
      .map(({ path, text }) => ({ field: path, text, grade: readingGrade(text, FIELD_WORDS) })),
  ];
  return graded.flatMap(({ field, text, grade }) =>
    grade !== null && grade > highest ? [{ field, grade, text }] : [],
  );
}

/** The grade of all running text of an entry together; null of too few words. */
export const gradeOfEntry = (content: EntryContent): number | null =>
  readingGrade(
    placedTexts(content)
      .map(({ text }) => text)
      .join('\n'),
  );
