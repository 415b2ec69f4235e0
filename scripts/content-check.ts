/** `npm run content:check [folder]`: validates a content folder and prints the reading grade of each entry. */
import path from 'node:path';
import { readingGrade } from '../editorial/rules/reading-grade.ts';
import { leavesOf } from '../model/entries/leaves.ts';
import { isGraded } from '../model/entries/running-texts.ts';
import { drawingProblems } from './figures/drawn-from.ts';
import { MOST_EMERGENCY_ORDERS, withoutMarks, writtenOrders } from './seed/written-orders.ts';
import type { EntryFile } from './seed/content-schema.ts';
import { readLibrary } from './seed/read-library.ts';

const folder = path.resolve(process.argv[2] ?? 'content/hip-pain');
const { library, problems } = await readLibrary(folder);
problems.push(...(await drawingProblems(path.join(folder, 'figures'))));

/** The texts that a review grades, here as the file has them: without the marks of Markdown. */
const gradedText = (data: EntryFile): string =>
  withoutMarks(
    leavesOf(data)
      .filter(({ field, running }) => running && isGraded(field))
      .map(({ value }) => (typeof value === 'string' ? value : ''))
      .join('\n'),
  );

for (const { file, data } of library.entries) {
  const text = gradedText(data);
  const grade = readingGrade(text);
  const words = text.split(/\s+/).length;
  console.log(
    `${String(grade ?? '–').padStart(5)}  ${String(words).padStart(5)} words  ${file}${grade !== null && grade > 9 ? '  ABOVE GRADE 9' : ''}`,
  );
}
for (const { file, message } of problems) console.error(`${file}: ${message}`);
console.log(
  `${library.entries.length} entries, ${library.sources.length} sources, ${library.figures.length} figures, ${problems.length} problems`,
);
const orders = library.entries.flatMap(({ file, data }) => writtenOrders(data).map((order) => `${file}: ${order}`));
for (const order of orders) console.log(`emergency order outside a red flag: ${order}`);
console.log(`${orders.length} emergency orders outside red flags, at most ${MOST_EMERGENCY_ORDERS}`);
process.exitCode = problems.length > 0 || orders.length > MOST_EMERGENCY_ORDERS ? 1 : 0;
