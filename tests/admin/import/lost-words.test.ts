/** Whatever HTML is imported: no word is lost unsaid, and no two blocks run into one another. */
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../../admin/import/html-to-sections.ts';
import { lostInWords, lostWords } from '../../../admin/import/lost-words.ts';
import { proseToLexical } from '../../../collections/shared/prose-to-lexical.ts';
import { lexicalToProse } from '../../../editorial/records/lexical-to-prose.ts';
import { proseToText } from '../../../model/prose-text.ts';
import { startBrowser } from '../../support/browser.ts';

describe('lost words', () => {
  it.each<[string, string, string[]]>([
    ['5 mg twice', '5 mg twice', []],
    ['5 mg twice', '5 mgtwice', ['mg', 'twice']],
    ['never never take', 'take never', ['never']],
    ['• a', 'a', []],
  ])('of “%s” in “%s”', (before, after, lost) => {
    expect(lostWords(before, after)).toEqual(lost);
  });

  it('are named, the first twelve', () => {
    expect(lostInWords([])).toBeNull();
    expect(lostInWords(['mg'])).toBe('the word “mg”');
    expect(lostInWords(Array.from({ length: 13 }, (_, i) => String(i)))).toBe(
      '13 words: “0 1 2 3 4 5 6 7 8 9 10 11 …”',
    );
  });
});

describe('any nested HTML', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
    const [bundle] = buildSync({
      entryPoints: ['admin/import/html-to-sections.ts'],
      ...{ bundle: true, write: false, format: 'iife', globalName: 'importing', platform: 'browser' },
    }).outputFiles;
    await page.addScriptTag({ content: bundle?.text ?? '' });
  });
  afterAll(() => browser.close());

  const INLINE = ['b', 'sup', 'a href="https://example.org"', 'span', 'code', 'x-unknown'];
  const BLOCK = ['p', 'div', 'blockquote', 'aside', 'address', 'pre', 'h2', 'h4', 'section', 'dl', 'dt', 'dd'];
  /** Inline elements around blocks: words beside them are of one line. */
  const AROUND = ['b', 'a href="https://example.org"'];
  const LIST = ['ul', 'ol', 'li', 'table', 'figure', 'figcaption', 'menu'];
  interface Tree {
    tag: string;
    children: Tree[];
  }
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.record({ tag: fc.constantFrom('', ...INLINE), children: fc.constant<Tree[]>([]) }),
      fc.record({
        tag: fc.constantFrom(...BLOCK, ...AROUND, ...LIST, ...LIST),
        children: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
      }),
    ),
  }));

  /** A link that ends with a line of its own and a blank, and another link behind it. */
  const LINK = 'a href="https://example.org"';
  const leaf = (tag = ''): Tree => ({ tag, children: [] });
  const inside = (tag: string, ...children: Tree[]): Tree => ({ tag, children });
  const LINKS_AROUND_LINES = inside(
    'table',
    inside('p', inside(LINK, inside('p', inside('b', inside('table', leaf())), leaf(LINK)), leaf())),
    leaf(),
  );

  /** Every word once; a blank between words of one line, nothing else between anything. */
  function written(trees: Tree[]): string {
    let words = 0;
    const isInline = (tree: Tree | undefined) =>
      tree !== undefined && (tree.children.length === 0 || AROUND.includes(tree.tag));
    const write = ({ tag, children }: Tree): string => {
      const inner = children.length === 0 ? `w${(words += 1)}` : writeAll(children, tag === 'table');
      return tag === '' ? inner : `<${tag}>${inner}</${tag.split(' ')[0] ?? ''}>`;
    };
    const writeAll = (all: Tree[], isTable = false): string =>
      all
        .map((each, i) => {
          if (isTable) return `${i % 2 === 0 ? '<tr>' : ''}<${i === 0 ? 'th' : 'td'}>${write(each)}`;
          return `${isInline(each) && isInline(all[i - 1]) ? ' ' : ''}${write(each)}`;
        })
        .join('');
    return `<p>begin</p>${writeAll(trees)}`;
  }

  it('keeps every word as it was and says of none that it is lost; and the editor reads back what was stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 5 }), async (trees) => {
        const html = written(trees);
        // The words as the browser itself lays them out: the parser closes a heading where the next begins, and the like.
        const { read, seen } = await page.evaluate<{ read: ReadDocument; seen: string }>(`(() => {
          const html = ${JSON.stringify(html)};
          const box = document.body.appendChild(document.createElement('div'));
          box.innerHTML = html;
          const seen = box.innerText;
          box.remove();
          const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
          return { seen, read: importing.htmlToSections(html, ['outlook'], parse) };
        })()`);
        const words = seen.split(/\s+/);
        const prose = read.sections[0]?.prose ?? [];
        const text = proseToText(prose).split(/[\s|]+/);
        expect(words.filter((word) => !text.includes(word))).toEqual([]);
        expect(read.dropped.filter((what) => /\bwords?:? “/.test(what))).toEqual([]);
        const back = lexicalToProse(
          proseToLexical(prose, () => ''),
          () => '',
        );
        expect(proseToText(back.prose)).toBe(proseToText(prose));
      }),
      { numRuns: 300, examples: [[[LINKS_AROUND_LINES]]] },
    );
  });
});
