/** `npm run content:check [folder…]`: validates libraries, all of them unless told, holds them against the quality bars, prints grades. */
import path from 'node:path';
import { gradeOfEntry } from '../editorial/rules/reading.ts';
import { POLICY } from '../policy.ts';
import { drawingProblems } from './figures/drawn-from.ts';
import { barProblems, ownWords } from './seed/bars/bars.ts';
import { contentOf } from './seed/file-content.ts';
import { librariesIn, readLibrary } from './seed/read-library.ts';

const given = process.argv.slice(2);
const folders = (given.length > 0 ? given : await librariesIn('content')).map((folder) => path.resolve(folder));
const { library, problems } = await readLibrary(...folders);
for (const folder of folders) problems.push(...(await drawingProblems(path.join(folder, 'figures'))));
/** What a library takes from another is looked at there. */
const own = library.entries.filter(({ folder }) => folders.includes(folder));

const pages = own.map(({ file, data }) => ({ file, content: contentOf(data, library) }));
for (const { file, content } of pages) {
  const grade = String(gradeOfEntry(content) ?? '–').padStart(5);
  console.log(`${grade}  ${String(ownWords(content)).padStart(5)} words  ${file}`);
}
problems.push(...barProblems(pages, { highestGrade: POLICY.maxReadingGrade, terms: library.terms }));
for (const { file, message } of problems) console.error(`${file}: ${message}`);
console.log(
  `${folders.length} libraries, ${own.length} entries, ${library.sources.length} sources, ${library.figures.length} figures, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
