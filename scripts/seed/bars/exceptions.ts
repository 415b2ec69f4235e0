import type { ContentProblem } from '../read-library.ts';
import { failures, type CheckedPage, type Failure, type Measures } from './bars.ts';

/** Where a bar does not hold yet, as `bar file field`. The list only shrinks: one that is not needed is a problem too. */
const EXCEPTIONS: readonly string[] = [];

/** Claims without a citation that the library still has. The number only falls. */
const MOST_UNCITED_CLAIMS = 0;

/** What does not hold in a library and is no known exception, and which exceptions it no longer needs. */
export function heldAgainstBars(
  pages: readonly CheckedPage[],
  measures: Measures,
  known: { exceptions: readonly string[]; uncitedClaims: number } = {
    exceptions: EXCEPTIONS,
    uncitedClaims: MOST_UNCITED_CLAIMS,
  },
): ContentProblem[] {
  const found = failures(pages, measures);
  const uncited = found.filter(({ bar }) => bar === 'uncited-claim');
  const others = found.filter(({ bar }) => bar !== 'uncited-claim');
  const needed = new Set(others.map(nameOf));
  return [
    ...others.filter((failure) => !known.exceptions.includes(nameOf(failure))).map(told),
    ...(uncited.length > known.uncitedClaims ? uncited.map(told) : []),
    ...known.exceptions
      .filter((name) => !needed.has(name))
      .map((name) => ({ file: 'exceptions', message: `${name} is no longer needed` })),
  ];
}

const nameOf = ({ bar, file, field }: Failure): string => [bar, file, field].filter(Boolean).join(' ');
const told = ({ bar, file, field, text }: Failure): ContentProblem => ({
  file,
  message: [bar, field, text].filter(Boolean).join(': '),
});
