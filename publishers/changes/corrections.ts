import { GRADES, type Corrected, type Grade } from '../../release-log/correction-list.ts';
import type { Library } from '../../release-log/library.ts';

/** What a reader is shown unasked: small changes stand behind a link. */
const WEIGHTY: readonly Grade[] = GRADES.filter((grade) => grade !== 'minor');

/** The rows of one grade, or of all but the minor ones, newest first; the first `most` of them below `before`. */
export function correctionsOf(
  library: Pick<Library, 'corrected'>,
  grade: Grade | null,
  { most = Infinity, before = Infinity }: { most?: number; before?: number } = {},
): Corrected[] {
  const grades = grade === null ? WEIGHTY : [grade];
  return grades
    .flatMap((one) => {
      const all = library.corrected(one);
      const from = before === Infinity ? 0 : all.findIndex(({ seq }) => seq < before);
      return from < 0 ? [] : all.slice(from, from + most);
    })
    .sort((a, b) => b.seq - a.seq)
    .slice(0, most);
}

/** How many rows there are of each grade. */
export const correctionCounts = (library: Pick<Library, 'corrected'>): Record<Grade, number> => ({
  safety: library.corrected('safety').length,
  major: library.corrected('major').length,
  minor: library.corrected('minor').length,
  withdrawn: library.corrected('withdrawn').length,
});
