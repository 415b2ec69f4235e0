/** `npm run content:check [folder]`: validates a content folder, holds it against the quality bars, prints grades. */
import path from 'node:path';
import { gradeOfEntry } from '../editorial/rules/reading.ts';
import { POLICY } from '../policy.ts';
import { drawingProblems } from './figures/drawn-from.ts';
import { ownWords } from './seed/bars/bars.ts';
import { heldAgainstBars } from './seed/bars/exceptions.ts';
import { contentOf } from './seed/file-content.ts';
import { readLibrary } from './seed/read-library.ts';

const folder = path.resolve(process.argv[2] ?? 'content/hip-pain');
const { library, problems } = await readLibrary(folder);
problems.push(...(await drawingProblems(path.join(folder, 'figures'))));

const pages = library.entries.map(({ file, data }) => ({ file, content: contentOf(data, library) }));
for (const { file, content } of pages) {
  const grade = String(gradeOfEntry(content) ?? '–').padStart(5);
  console.log(`${grade}  ${String(ownWords(content)).padStart(5)} words  ${file}`);
}
problems.push(...heldAgainstBars(pages, POLICY.maxReadingGrade));
for (const { file, message } of problems) console.error(`${file}: ${message}`);
console.log(
  `${library.entries.length} entries, ${library.sources.length} sources, ${library.figures.length} figures, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
