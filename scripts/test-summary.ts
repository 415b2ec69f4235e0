/** Reads Vitest's JSON report, insists that both databases were tested, and ends with one line of counts. */
import { readFileSync } from 'node:fs';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
  testResults: { status: string; name: string; assertionResults: { status: string; fullName: string }[] }[];
}

const report = JSON.parse(readFileSync('test-results/vitest.json', 'utf8')) as Report;
const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
const ran = (database: string) =>
  tests.filter(({ status, fullName }) => status === 'passed' && fullName.includes(database)).length;
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);

const problems = ['SQLite', 'MongoDB']
  .filter((database) => ran(database) === 0)
  .map((database) => `no test ran on ${database}`);
for (const { name } of brokenFiles) problems.push(`${name} could not be loaded`);
if (report.numPassedTests === 0) problems.push('no test ran');
for (const problem of problems) console.error(`FAILED: ${problem}`);

console.log(`On SQLite ${ran('SQLite')}, on MongoDB ${ran('MongoDB')} tests passed.`);
const failed = report.numFailedTests + problems.length;
console.log(
  `${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`,
);
process.exitCode = failed > 0 ? 1 : 0;
