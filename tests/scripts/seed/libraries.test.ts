import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../scripts/seed/named-in.ts';
import { librariesIn, readLibrary } from '../../../scripts/seed/read-library.ts';
import { writeMiniLibrary } from '../../support/mini-library.ts';

const CAUSE = `---
type: cause
slug: other-cause
title: Other cause
summary: What it is and what to know about it, told in brief.
onset: gradual
locations: [calf]
redFlags: [a-sign]
treatments: [a-treatment]
related: [causes/cause-1]
sources: [one]
---

## what-it-is

Plain words. [@one]
`;
const GUIDE = `---
type: guide
slug: other-guide
title: Other guide
summary: Where to begin when it hurts, told in one plain sentence.
bodyArea: Leg
causes: [other-cause]
relatedGuides: [a-guide]
sources: [one]
---

## intro

Plain words.
`;
const PLACES = '- {slug: calf, label: calf, bodyAreas: [Leg]}\n';

describe('a library that names entries of another', () => {
  let content: string;
  beforeEach(async () => {
    content = await mkdtemp(path.join(tmpdir(), 'imprimatur-libraries-'));
    await writeMiniLibrary(path.join(content, 'first'), 1);
    await write('library.yaml', 'uses: [first]\n');
    await write('locations.yaml', PLACES);
    await write('causes/other-cause.md', CAUSE);
    await write('guides/other-guide.md', GUIDE);
  });
  afterEach(() => rm(content, { recursive: true, force: true }));

  const write = async (file: string, text: string) => {
    const full = path.join(content, 'second', file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text);
  };
  const read = async (...names: string[]) => readLibrary(...names.map((name) => path.join(content, name)));
  const problems = async (...names: string[]) =>
    (await read(...names)).problems.map(({ file, message }) => `${file}: ${message}`);

  it('brings of it what it needs, and its sources, and no more', async () => {
    const { library, problems: found } = await read('second');
    expect(found).toEqual([]);
    expect(library.entries.map(keyOf).toSorted()).toEqual([
      'causes/other-cause',
      'guides/other-guide',
      'red-flags/a-sign',
      'treatments/a-treatment',
    ]);
    expect([library.sources.length, library.figures.length, library.locations.length]).toEqual([1, 0, 1]);
    expect(library.entries.find(({ data }) => data.slug === 'a-sign')?.folder).toBe(path.join(content, 'first'));
  });

  it('tells of what would be lost of an entry that it takes from there', async () => {
    const sign = path.join(content, 'first', 'red-flags/a-sign.md');
    await appendFile(sign, '\n- Old words.\n    - Other words.\n    1. Plain words.\n');
    expect(await problems('second')).toEqual([
      expect.stringMatching(/^first\/red-flags\/a-sign\.md: .*a list inside an item is of one kind$/),
    ]);
  });

  it('is read beside it, each entry once', async () => {
    const { library, problems: found } = await read('first', 'second');
    expect(found).toEqual([]);
    expect(library.entries).toHaveLength(new Set(library.entries.map(keyOf)).size);
    expect(library.figures.map(({ file, folder }) => path.join(folder, file))).toEqual([
      path.join(content, 'first', 'drawing.png'),
    ]);
    expect((await librariesIn(content)).map((folder) => path.basename(folder))).toEqual(['first', 'second']);
  });

  it('has to say so', async () => {
    await write('library.yaml', 'uses: []\n');
    expect(await problems('second')).toEqual(
      expect.arrayContaining([
        'causes/other-cause.md: refers to red-flags/a-sign, which has no file',
        'causes/other-cause.md: sources.0: one is not in sources.yaml',
        'guides/other-guide.md: refers to guides/a-guide, which has no file',
      ]),
    );
    expect(await problems('first', 'second')).toEqual(
      await problems('second').then((all) => all.map((one) => `second/${one}`)),
    );
  });

  it('tells of a name that both have, whoever uses whom', async () => {
    await write(
      'causes/cause-1.md',
      CAUSE.replace('slug: other-cause', 'slug: cause-1').replace('related: [causes/cause-1]\n', ''),
    );
    expect(await problems('second')).toEqual(['causes/cause-1.md: is in first too']);
    expect(await problems('first', 'second')).toContain('first/causes/cause-1.md: is in second too');
  });

  it.each([
    ['locations.yaml', PLACES.replace('[Leg]', '[]'), 'locations.yaml: 0.bodyAreas: no body area names this place'],
    ['locations.yaml', '[]', 'causes/other-cause.md: locations.0: calf is not in locations.yaml'],
    [
      'locations.yaml',
      PLACES.replace('[Leg]', '[Arm]'),
      'guides/other-guide.md: causes/other-cause is felt in calf, which Leg does not name',
    ],
    ['library.yaml', 'uses: [../first]', 'library.yaml: uses.0: Invalid string'],
    ['library.yaml', 'uses: [third]', 'library.yaml: uses third, which has no entries'],
  ])('tells what is wrong in %s: %s', async (file, text, problem) => {
    await write(file, text);
    expect((await problems('second')).join('\n')).toContain(problem);
  });
});
