/** `npm run content:check [folder]`: validates a content folder and prints the reading grade of each entry. */
import path from 'node:path';
import { readingGrade } from '../editorial/rules/reading-grade.ts';
import { readLibrary } from './seed/read-library.ts';

const folder = path.resolve(process.argv[2] ?? 'content/hip-pain');
const { library, problems } = await readLibrary(folder);

for (const { file, data, sections } of library.entries) {
  const plain = sections
    .map(({ markdown }) => markdown.replace(/[*_#>[\]]|\(https?:[^)]*\)|^[-\d.]+ /gm, ''))
    .join('\n');
  const own = 'summary' in data ? `${data.summary}\n` : `${data.action}\n`;
  const lessons = data.type === 'course' ? data.lessons.map((l) => `${l.intro}\n${l.outro}`).join('\n') : '';
  const grade = readingGrade(own + plain + lessons);
  const words = (own + plain + lessons).split(/\s+/).length;
  console.log(
    `${String(grade ?? '–').padStart(5)}  ${String(words).padStart(5)} words  ${file}${grade !== null && grade > 9 ? '  ABOVE GRADE 9' : ''}`,
  );
}
for (const { file, message } of problems) console.error(`${file}: ${message}`);
console.log(
  `${library.entries.length} entries, ${library.sources.length} sources, ${library.figures.length} figures, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
