/** One sheet for all pages, of which each carries what occurs in it. */
import { describe, expect, it } from 'vitest';
import { pruned, splitSheet } from '../../../publishers/html/split-sheet.ts';
import { SHEET } from '../../../publishers/html/styles/sheet.ts';

const kept = (css: string, html: string) => pruned(splitSheet(css), html);

describe('a page', () => {
  it.each([
    ['an element', 'table{color:red}', '<table>', '<p>'],
    ['a class', '.care{color:red}', '<p class="a care">', '<p class="careful">'],
    ['all parts of a selector', '.care>h2{color:red}', '<p class="care"><h2>', '<p class="care">'],
    ['an attribute', '[aria-current]{color:red}', '<a aria-current="page">', '<a>'],
    ['an attribute with its value', '[type=email]{color:red}', '<input type="email"/>', '<input type="text"/>'],
    ['one of several', '.a:is(.b,h2){color:red}', '<p class="a"><h2>', '<p class="a"><h3>'],
    ['what an element contains', 'p:has(.b){color:red}', '<p class="b">', '<p>'],
    ['an id', '#a{color:red}', '<p id="a">', '<p id="b">'],
    ['nothing that is excluded', '.a:not(.b){color:red}', '<p class="a">', '<p class="b">'],
  ])('keeps a rule for %s', (_, css, withIt, without) => {
    expect(kept(css, withIt)).toBe(css);
    expect(kept(css, without)).toBe('');
  });

  it('keeps what every page has, and of a list of selectors those that match', () => {
    expect(kept(':root{--a:1}.a,.b{color:red}', '<p class="b">')).toBe(':root{--a:1}.b{color:red}');
  });

  it('goes over into the next page of the site without a flash, for whoever takes motion', () => {
    expect(kept(SHEET, '<p>')).toContain(
      '@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}',
    );
  });

  it('has rules of one condition together, narrow before wide, paper last, and none that is empty', () => {
    const css =
      '@media print{.a{color:red}}@media (min-width:40em){.a{color:blue}}.a{top:0}@media (min-width:40em){.b,.c{top:0}}';
    expect(kept(css, '<p class="a c">')).toBe(
      '.a{top:0}@media (min-width:40em){.a{color:blue}.c{top:0}}@media print{.a{color:red}}',
    );
    expect(kept(css, '<p>')).toBe('');
  });

  it('loses no rule in silence: a condition without a place and what cannot be read are errors', () => {
    expect(() => splitSheet('@media (min-width:41em){.a{top:0}}')).toThrow('min-width:41em');
    expect(() => splitSheet('.a{top:0')).not.toThrow();
    expect(() => splitSheet('.a{top:0} }')).toThrow();
  });
});

describe('the colours', () => {
  const tokensIn = (block: RegExp): Record<string, string> =>
    Object.fromEntries(
      [...(block.exec(SHEET)?.[1] ?? '').matchAll(/--([a-z]+):(#[0-9a-f]+)/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
  const light = tokensIn(/:root\{(.*?)\}/s);
  const schemes = [
    { scheme: 'light', of: light },
    { scheme: 'dark', of: { ...light, ...tokensIn(/dark\)\{:root\{(.*?)\}/s) } },
  ];
  const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (colour: string) => {
    const full = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(parseInt(full.slice(at, at + 2), 16) / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a = '', b = '') => {
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const GROUNDS = ['paper', 'card', 'sunk'];

  it.each(schemes)('of text can be read on every ground, $scheme (WCAG 2.2, 1.4.3)', ({ of }) => {
    for (const text of ['ink', 'soft', 'link', 'now', 'day', 'soon', 'go'])
      for (const ground of GROUNDS)
        expect(contrast(of[text], of[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    const { fill, on, link } = of;
    expect(contrast('#fff', fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(on, link)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(schemes)('of edges can be seen, $scheme (WCAG 2.2, 1.4.11)', ({ of: { edge, ...of } }) => {
    for (const ground of GROUNDS) expect(contrast(edge, of[ground]), ground).toBeGreaterThanOrEqual(3);
  });
});
