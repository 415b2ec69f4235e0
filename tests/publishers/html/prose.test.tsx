import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Inline, Prose as ProseTree } from '../../../model/prose.ts';
import { Figure } from '../../../publishers/html/figure.tsx';
import { Prose } from '../../../publishers/html/prose.tsx';

const html = (prose: ProseTree) => renderToStaticMarkup(<Prose prose={prose} />);
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

describe('a figure', () => {
  const files = [320, 640, 1280].map((width) => ({ width, height: width / 2, sha256: String(width).padEnd(64, '0') }));
  const figure = {
    alt: 'A "drawing"',
    caption: 'A caption',
    credit: 'Someone',
    licence: 'CC BY 4.0',
    renditions: files,
  };

  test('offers every width, its size, alternative text, caption, credit and licence', () => {
    const markup = renderToStaticMarkup(<Figure figure={figure} />);
    for (const { width, sha256 } of files) expect(markup).toContain(`/figures/${sha256}.webp ${width}w`);
    expect(markup).toContain('width="1280" height="640"');
    expect(markup).toContain('alt="A &quot;drawing&quot;"');
    expect(markup).toContain('loading="lazy"');
    expect(markup).toMatch(/A caption.*Someone, CC BY 4\.0/);
  });

  test('without files is left out', () => {
    expect(renderToStaticMarkup(<Figure figure={{ ...figure, renditions: [] }} />)).toBe('');
  });
});
