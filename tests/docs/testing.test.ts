import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Folders of tests that mirror none of the house, and why. */
const OF_THEIR_OWN: Record<string, string> = {
  'tests/journeys': 'stories through the whole house',
  'tests/server': 'the production build from outside',
  'tests/browser': 'what people do on their screens',
  'tests/browser/by-keyboard': 'what they do without a mouse',
  'tests/browser/barriers': 'what keeps people out of the desk',
  'tests/faults': 'what goes wrong around the processes, all at once',
  'tests/support': 'what tests begin with',
  'tests/support/story': 'whatever a staff could do, and an onlooker who knows what it means',
  'tests/collections/doors': 'Payload’s own ways in, which are no file of ours',
};

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => path.posix.join('tests', file))
  .filter((file) => /\.tsx?$/.test(file));
const folders = [...new Set(files.map((file) => path.posix.dirname(file)))].filter((folder) => folder !== 'tests');

it.each(folders)('%s mirrors a folder of the house, or says why not', (folder) => {
  expect(folder in OF_THEIR_OWN || existsSync(folder.slice('tests/'.length))).toBe(true);
});

it('explains no folder that is not there', () => {
  expect(Object.keys(OF_THEIR_OWN).filter((folder) => !folders.includes(folder))).toEqual([]);
});

it('names every folder of tests in docs/testing.md', () => {
  const text = readFileSync('docs/testing.md', 'utf8');
  const tops = new Set(folders.map((folder) => folder.split('/').slice(0, 2).join('/')));
  expect([...tops].filter((folder) => !text.includes(`\`${folder}/\``))).toEqual([]);
});

it('keeps each file to one story: 300 lines at most', () => {
  expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)).toEqual([]);
});
