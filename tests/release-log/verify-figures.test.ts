import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyFigures } from '../../release-log/verify/verify-figures.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'imprimatur-figures-'));
  await writeFile(path.join(directory, `${sha256('a hip')}.webp`), 'a hip');
  await writeFile(path.join(directory, `${sha256('a knee')}.webp`), 'a shoulder');
  // What no user can read as a file, whatever the rights of the one who runs this.
  await mkdir(path.join(directory, `${sha256('a foot')}.webp`));
});
afterAll(() => rm(directory, { recursive: true }));

it('finds a figure file that is missing, cannot be read or is another picture, and says which release shows it', async () => {
  const found: string[] = [];
  const figures = new Map([
    [sha256('a hip'), 1],
    [sha256('a knee'), 2],
    [sha256('an elbow'), 3],
    [sha256('a foot'), 4],
  ]);
  await verifyFigures(figures, { directory, report: (line) => found.push(line) });
  expect(found).toEqual([
    `release 2: the figure file ${sha256('a knee')}.webp is another picture`,
    `release 3: the figure file ${sha256('an elbow')} is missing`,
    expect.stringMatching(`^release 4: the figure file ${sha256('a foot')}.webp cannot be read \\(EISDIR.*\\)$`),
  ]);
});
