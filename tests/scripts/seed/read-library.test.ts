import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLibrary } from '../../../scripts/seed/read-library.ts';
import { writeMiniLibrary } from '../../support/mini-library.ts';

const CAUSE = 'causes/cause-1.md';
const GUIDE = 'guides/a-guide.md';
const FIGURES = 'figures: {what-it-is: [drawing.png]}';

describe('a content folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-content-'));
    await writeMiniLibrary(folder, 1);
    await change(CAUSE, 'onset: gradual', `onset: gradual\n${FIGURES}`);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(path.join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(path.join(folder, file), text.replace(from, to));
  };
  const problems = async () => (await readLibrary(folder)).problems.map(({ file, message }) => `${file}: ${message}`);

  it('lists nothing twice, figures by what they are called without their ending', async () => {
    const list = path.join(folder, 'sources.yaml');
    const sources = await readFile(list, 'utf8');
    await writeFile(list, `${sources}\n${sources}`);
    await change('figures/figures.yaml', '- {file', '- {file: drawing.webp, alt: Other words.}\n- {file');
    expect(await problems()).toEqual(
      expect.arrayContaining(['sources.yaml: one is listed twice', 'figures/figures.yaml: drawing is listed twice']),
    );
  });

  it('names a list that is no YAML', async () => {
    await writeFile(path.join(folder, 'sources.yaml'), '- {slug: "one');
    expect(await problems()).toEqual(expect.arrayContaining([expect.stringMatching(/^sources\.yaml: is not YAML: /)]));
  });

  it('is read as it was written', async () => {
    const { library, problems: found } = await readLibrary(folder);
    expect(found).toEqual([]);
    expect(library.entries.find(({ file }) => file === CAUSE)?.data).toMatchObject({
      treatments: ['treatments/a-treatment'],
      sections: [{ kind: 'what-it-is', body: 'This is cause number 1.', figures: ['drawing.png'] }],
      partOf: null,
    });
  });

  it.each<[string, string, string, string]>([
    [
      'a key that no field has',
      'onset: gradual',
      'onset: gradual\nonsett: gradual',
      '(file): Unrecognized key: "onsett"',
    ],
    ['a choice that is not on the list', 'onset: gradual', 'onset: slow', 'onset: Invalid option'],
    ['a section that the type does not have', '## what-it-is', '## safety', 'section safety is not one of what-it-is'],
    [
      'a heading that no section has a place for',
      'This is cause',
      '# This is cause',
      'sections.0.body: a heading inside',
    ],
    ['an empty section', 'This is cause number 1.', '', 'section what-it-is is empty'],
    ['a section written twice', '## what-it-is', '## what-it-is\n\nOnce.\n\n## what-it-is', 'out of order or repeated'],
    [
      'figures of a section that is not there',
      FIGURES,
      'figures: {anatomi: [drawing.png]}',
      'figures: there is no section anatomi',
    ],
    [
      'a figure that is not declared',
      FIGURES,
      'figures: {what-it-is: [b.png]}',
      'sections.0.figures.0: b.png is not in figures/figures.yaml',
    ],
    ['a source that is not declared', 'sources: [one]', 'sources: [two]', 'sources.0: two is not in sources.yaml'],
    ['an entry that has no file', 'treatments: [a-treatment]', 'treatments: [other]', 'refers to treatments/other'],
    ['another type than its folder’s', 'type: cause', 'type: guide', 'type: Invalid input: expected "cause"'],
  ])('tells of %s', async (_what, from, to, problem) => {
    await change(CAUSE, from, to);
    expect((await problems()).join('\n')).toContain(`${CAUSE}: `);
    expect((await problems()).join('\n')).toContain(problem);
  });

  it('tells of a figure and a source that no entry uses', async () => {
    await change(CAUSE, `${FIGURES}\n`, '');
    await change(GUIDE, 'figures: [drawing.png]\n', '');
    const sources = path.join(folder, 'sources.yaml');
    await writeFile(
      sources,
      (await readFile(sources, 'utf8')) +
        '- {slug: spare, title: T, publisher: P, kind: trial, url: "https://example.org"}\n',
    );
    expect(await problems()).toEqual([
      'sources.yaml: spare is not used by any entry',
      'figures/figures.yaml: drawing.png is not used by any entry',
    ]);
  });
});
