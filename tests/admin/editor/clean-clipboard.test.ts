/** In a browser, because its parser is what the editor's clipboard is read with. */
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cleaned } from '../../../admin/editor/clean-clipboard.ts';
import { startBrowser } from '../../support/browser.ts';
import { FROM_THE_WEB, FROM_WORD } from '../../support/clipboards.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  const entryPoints = ['admin/editor/clean-clipboard.ts'];
  const { outputFiles } = buildSync({
    entryPoints,
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'cleaning',
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});
afterAll(() => browser.close());

const clean = (html: string) =>
  page.evaluate<Cleaned>(
    `cleaning.cleanClipboard(${JSON.stringify(html)}, (text) => new DOMParser().parseFromString(text, 'text/html'))`,
  );
/** Without attributes and blanks between elements, and without Word's own empty marks. */
const bare = (html: string) =>
  html
    .replaceAll(/<!--.*?-->|<\/?o:p>/gs, '')
    .replaceAll(/<(\w+)(?: (?!href)[^>]*)?>/g, '<$1>')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/> </g, '><')
    .trim();

describe('what is pasted from Word', () => {
  it('keeps lists with their levels, raised words, headings and a table with names', async () => {
    const { html, dropped } = await clean(FROM_WORD);
    const words = bare(html);
    expect(words).toContain('<h3>Plain words</h3>');
    expect(words).toContain('10<sup>3</sup> of H<sub>2</sub>O, <b>bold</b>, .');
    expect(words).toContain('<ul><li>warm<ul><li>dry</li></ul></li><li>soft</li></ul>');
    expect(words).toContain('<ol><li>sit</li><li>stand</li></ol>');
    expect(words).toContain('<tr><th><p><b>Who</b></p></th><th><p><b>Dose</b></p></th></tr>');
    expect(words).toContain('<tr><td><p>Nobody else</p></td><td></td></tr>');
    expect(dropped).toEqual(['a picture', 'the struck words “struck”', 'the joining of cells']);
  });
});

describe('what is pasted from a web page', () => {
  it('keeps tables with the names of rows and columns, lists and safe links', async () => {
    const { html, dropped } = await clean(FROM_THE_WEB);
    const words = bare(html);
    expect(words).toContain('Read this and <a href="https://www.nhs.uk/hip">that</a>.');
    expect(words).toContain('<p>Who takes what</p><table><thead><tr><th>Who</th><th>Dose</th></tr></thead>');
    expect(words).toContain('<tr><th>Adults</th><td>10<sup>2</sup></td></tr>');
    expect(words).toContain('<td><p>none</p><p>ask</p></td>');
    expect(words).toContain('<ul><li>warm<ul><li>dry</li></ul></li></ul>');
    expect(dropped).toEqual(['a link', 'lists inside cells']);
  });

  it.each<[string, string, string, string[]]>([
    ['paragraphs that begin with a bullet', '<p>· a</p><p>·&nbsp;&nbsp;b</p>', '<ul><li>a</li><li>b</li></ul>', []],
    ['a dash that is no bullet', '<p>– a</p>', '<p>– a</p>', []],
    [
      'a merged row',
      '<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr></table>',
      '<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c</td><td></td></tr></tbody></table>',
      ['the joining of cells'],
    ],
    [
      'a table in a table',
      '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>',
      '<table><tbody><tr><td><p>a</p></td></tr></tbody></table>',
      ['a table inside a table'],
    ],
    [
      'lines in the cells of a table in a table, and in lists inside cells',
      '<table><tr><td><table><tr><td>5 mg</td><td>10<sup>3</sup></td></tr></table><ul>a<li>b<p>c</p><ol><li>d</li></ol></li></ul></td></tr></table>',
      '<table><tbody><tr><td><p>5 mg</p><p>10<sup>3</sup></p><p>a</p><p>b</p><p>c</p><p>d</p></td></tr></tbody></table>',
      ['a table inside a table', 'lists inside cells'],
    ],
    [
      'quotations and code',
      '<blockquote><p>a</p></blockquote><pre>b</pre>',
      '<div><p>a</p></div><div>b</div>',
      ['the form of quotations', 'the form of code'],
    ],
    [
      'words that were struck beside those that took their place',
      '<p>Take <del>5</del><ins>10</ins> mg<span style="text-decoration:line-through"> daily <s>twice</s></span>.</p>',
      '<p>Take 10 mg.</p>',
      ['underlining', 'the struck words “5 … daily twice”'],
    ],
    [
      'an item of Word that begins with a dose',
      '<p style="mso-list:l0 level1 lfo1">5.5 mg</p><p style="mso-list:l0 level1 lfo1">10.25 ml</p>',
      '<ul><li>5.5 mg</li><li>10.25 ml</li></ul>',
      [],
    ],
    ['words alone', '<p>a</p>', '<p>a</p>', []],
  ])('and of %s', async (_what, given, kept, lost) => {
    const { html, dropped } = await clean(given);
    expect([bare(html), dropped]).toEqual([kept, lost]);
  });
});
