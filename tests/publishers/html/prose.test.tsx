import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Inline, Prose as ProseTree } from '../../../model/prose.ts';
import { Sources } from '../../../publishers/html/sources.tsx';
import { aRedFlag, source } from '../../support/releases.ts';
import { Figure } from '../../../publishers/html/figure.tsx';
import { citingOf, type Citing } from '../../../publishers/html/citing.ts';
import { WordsExplained } from '../../../publishers/html/words-explained.tsx';
import { Prose } from '../../../publishers/html/prose.tsx';

const NO_SOURCES: Citing = { sources: [], markOf: () => null, explainedIn: () => [] };
const html = (prose: ProseTree, citing = NO_SOURCES) => renderToStaticMarkup(<Prose prose={prose} citing={citing} />);
const text = (value: string): Inline[] => [{ kind: 'text', text: value }];
const link = (href: string): ProseTree => [
  { kind: 'paragraph', children: [{ kind: 'link', href, children: text('words') }] },
];

describe('prose', () => {
  test('becomes paragraphs, headings, emphasis and line breaks', () => {
    expect(
      html([
        { kind: 'heading', level: 3, children: text('Three') },
        { kind: 'heading', level: 4, children: text('Four') },
        {
          kind: 'paragraph',
          children: [
            { kind: 'text', text: 'strong', bold: true },
            { kind: 'break' },
            { kind: 'text', text: 'both', bold: true, italic: true },
          ],
        },
      ]),
    ).toBe('<h3>Three</h3><h4>Four</h4><p><strong>strong</strong><br/><strong><em>both</em></strong></p>');
  });

  test('nests lists', () => {
    const list = { kind: 'list' as const, ordered: true, items: [{ children: text('inner') }] };
    expect(html([{ kind: 'list', ordered: false, items: [{ children: text('outer'), list }] }])).toBe(
      '<ul><li>outer<ol><li>inner</li></ol></li></ul>',
    );
  });

  test.each(['https://example.org/', 'mailto:a@example.org', 'tel:112', '/causes/x'])('links to %s', (href) => {
    expect(html(link(href))).toBe(`<p><a href="${href}">words</a></p>`);
  });

  test.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x', ''])(
    'shows a link to "%s" as its words',
    (href) => {
      expect(html(link(href))).toBe('<p>words</p>');
    },
  );
});

describe('words, tables and citations', () => {
  const [head, row] = [
    [text('Who'), text('How much')],
    [text('Adults'), text('a')],
  ];

  test('are raised and lowered', () => {
    const children: Inline[] = [
      { kind: 'text', text: '10' },
      { kind: 'text', text: '3', script: 'super' },
      { kind: 'text', text: '2', script: 'sub', bold: true },
    ];
    expect(html([{ kind: 'paragraph', children }])).toBe('<p>10<sup>3</sup><strong><sub>2</sub></strong></p>');
  });

  test('name rows and columns, in words for a narrow screen too', () => {
    const markup = html([{ kind: 'table', head, rows: [row], named: true }]);
    expect(markup).toContain('<th scope="col">How much</th>');
    expect(markup).toContain('<th scope="row">Adults</th>');
    expect(markup).toContain('<td data-l="How much">a</td>');
    expect(html([{ kind: 'table', head: [], rows: [row], named: false }])).not.toContain('thead');
  });

  test('show numbers by first use that lead to the list and back, and nothing for a source that is not there', () => {
    const sources = ['first', 'other', 'never-cited'].map((slug) => ({ ...source, slug, title: `Title ${slug}` }));
    const cite = (name: string): Inline => ({ kind: 'cite', source: name });
    const body: ProseTree = [
      { kind: 'paragraph', children: [cite('other'), cite('first')] },
      { kind: 'list', ordered: false, items: [{ children: [cite('other'), cite('gone')] }] },
    ];
    const content = aRedFlag({ sources, explanation: body });
    const markup = html(content.explanation, citingOf(content));
    const mark = (number: number, use: number) =>
      `<sup><a id="cited-${number}-${use}" href="#source-${number}" aria-label="Source ${number}">${number}</a></sup>`;
    expect(markup).toBe(`<p>${mark(1, 1)}${mark(2, 1)}</p><ul><li>${mark(1, 2)}</li></ul>`);
    const list = renderToStaticMarkup(<Sources citing={citingOf(content)} />);
    expect(list.indexOf('Title other')).toBeLessThan(list.indexOf('Title first'));
    expect(list.indexOf('Title first')).toBeLessThan(list.indexOf('Title never-cited'));
    expect([...list.matchAll(/href="#(cited-[^"]*)"/g)].map(([, id]) => id)).toEqual([
      'cited-1-1',
      'cited-1-2',
      'cited-2-1',
    ]);
    for (const number of [1, 2, 3]) expect(list).toContain(`id="source-${number}"`);
  });
});

describe('a figure', () => {
  const files = [320, 640, 1280].map((width) => ({ width, height: width / 2, sha256: String(width).padEnd(64, '0') }));
  const figure = {
    alt: 'A "drawing"',
    caption: 'A caption',
    credit: 'Someone',
    licence: 'CC BY 4.0',
    renditions: files,
    mailPicture: [],
  };

  test('offers the widths it is drawn in, its size, alternative text, caption, credit and licence', () => {
    const markup = renderToStaticMarkup(<Figure figure={figure} />);
    const [small, medium, large] = files.map(({ sha256 }) => `/figures/${sha256.slice(0, 20)}.webp`);
    expect(markup).toContain(`srcSet="${small} 320w, ${medium} 640w"`);
    expect(markup.split(`<a href="${large}">`)).toHaveLength(3);
    expect(markup).toContain('width="1280" height="640"');
    expect(markup).toContain('alt="A &quot;drawing&quot;"');
    expect(markup).toContain('loading="lazy"');
    expect(markup).toMatch(/A caption.*Someone, CC BY 4\.0/);
  });

  test('without files is left out', () => {
    expect(renderToStaticMarkup(<Figure figure={{ ...figure, renditions: [] }} />)).toBe('');
  });
});

describe('a word that the entry explains', () => {
  test('leads from its first use to its explanation', () => {
    const terms = [{ slug: 'gp', name: 'GP', forms: [], meaning: 'A family doctor.' }];
    const explanation: ProseTree = [{ kind: 'paragraph', children: text('Ask a GP. The GP knows.') }];
    const citing = citingOf(aRedFlag({ terms, explanation }));
    expect(html(explanation, citing)).toBe('<p>Ask a <a class="word" href="#word-gp">GP</a>. The GP knows.</p>');
    expect(renderToStaticMarkup(<WordsExplained terms={terms} />)).toBe(
      '<dl class="words"><div id="word-gp"><dt><dfn>GP</dfn></dt><dd>A family doctor.</dd></div></dl>',
    );
  });
});
