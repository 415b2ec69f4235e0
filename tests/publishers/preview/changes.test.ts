import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../editorial/rules/changes.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { leavesOf } from '../../../model/entries/leaves.ts';
import { ENTRY_TYPES } from '../../../model/entries/types.ts';
import { withoutMarks } from '../../support/marks.ts';
import { sampleOf } from '../../support/described.ts';
import { released } from '../../support/releases.ts';
import { aPreview, asking } from './support.ts';

/** The same with another word in every text that readers read. */
const otherWords = (content: EntryContent): EntryContent =>
  JSON.parse(JSON.stringify(content).replaceAll('Canary 0 of', 'Canary 1 of')) as EntryContent;

/** They stand in the head of a page alone. */
const UNSEEN = /^(keywords|icd10)\./;

describe.each(ENTRY_TYPES)('a mark on the page of a %s', (type) => {
  const old = sampleOf(type);
  const now = otherWords(old);
  const changes = changesBetween(old, now, new Map());
  const drawn = () =>
    aPreview(now, asking({ channel: 'page', marks: true }), { rows: [released(old, { seq: 1 })], changes });

  // Of the same log: a picture that readers have already is fetched where they fetch it.
  const drawnPlain = () => aPreview(now, asking({ channel: 'page' }), { rows: [released(old, { seq: 1 })] });

  it('belongs to the change of its field, and every text that changed has one', async () => {
    const { body } = await drawn();
    const words = body.matchAll(/<ins[^>]* data-change="(\d+)"[^>]*>1<\/ins> of ([\w.-]+) here/g);
    const pictures = body.matchAll(/<ins[^>]* data-change="(\d+)"[^>]*><img[^>]* alt="Canary 1 of ([\w.-]+) here"/g);
    const marks = [...words, ...pictures];
    for (const [, number, path] of marks) {
      const { parts = [] } = changes.find((change) => change.number === Number(number)) ?? {};
      expect([path, parts.map(({ text }) => text).join('')]).toEqual([
        path,
        expect.stringContaining(`of ${path} here`),
      ]);
    }
    const shown = leavesOf(old).filter(({ value, notShown, field, path }) => {
      const isText = field.kind === 'prose' || (typeof value === 'string' && value.startsWith('Canary'));
      return isText && notShown.site === undefined && !UNSEEN.test(path);
    });
    const marked = new Set(marks.map(([, , path]) => path));
    expect(shown.map(({ path }) => path).filter((path) => !marked.has(path))).toEqual([]);
  });

  it('is the first of its change under one address only', async () => {
    const { body } = await drawn();
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids).toContain('change-1');
  });

  it('leaves the words of the draft as they are', async () => {
    const [marked, plain] = await Promise.all([drawn(), drawnPlain()]);
    const main = (html: string) => /<main.*<\/main>/s.exec(html)?.[0];
    // What is folded stands open where changes are shown.
    const seq = (html: string | undefined) =>
      html
        ?.replaceAll('<details open', '<details')
        .replaceAll(/releases\/\d|number \d|<h3>Changes to this page.*?<\/ol>/gs, '');
    expect(seq(main(withoutMarks(marked.body)))).toBe(seq(main(plain.body)));
  });
});
