import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked } from '../../../publishers/preview/marks/marked.ts';
import { withoutMarks } from '../../support/marks.ts';

const body = (html: string) => `<!doctype html><html><head><title>T</title></head><body>${html}</body></html>`;
/** What is marked, without what only says which change it is. */
const marks = (old: string, now: string, changes: Parameters<typeof marked>[2] = []) => {
  const html = marked(body(old), body(now), changes);
  expect(withoutMarks(html)).toBe(body(now));
  return html
    .slice(html.indexOf('<body>') + 6, html.indexOf('</body>'))
    .replaceAll(/ data-mark="(?:added|removed)"/g, '');
};

describe('marks in a document', () => {
  it('are whole words, at their place', () => {
    expect(marks('<p>Take the big pill.</p>', '<p>Take the small pill.</p>')).toBe(
      '<p>Take the<del> big</del> <ins>small</ins> pill.</p>',
    );
    expect(marks('<p>Rest for a week.</p>', '<p>Rest.</p>')).toBe('<p>Rest<del> for a week</del>.</p>');
    expect(marks('<p>It isn&#x27;t bad.</p>', '<p>It is bad.</p>')).toBe(
      '<p>It<del> isn&#x27;t</del> <ins>is</ins> bad.</p>',
    );
  });

  it('stay within their text when tags stand between', () => {
    expect(marks('<p>See a doctor.</p>', '<p>See <strong>your own</strong> old doctor.</p>')).toBe(
      '<p>See<del> a</del> <strong><ins>your own</ins></strong> <ins>old</ins> doctor.</p>',
    );
  });

  it('show a row that is new, and one that is gone as a row', () => {
    const list = (...rows: string[]) => `<ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul>`;
    expect(marks(list('Plain words.'), list('Plain words.', 'Quite another line.'))).toBe(
      list('Plain words.', '<ins>Quite another line.</ins>'),
    );
    expect(marks(list('Plain words.', 'Quite another line.'), list('Plain words.'))).toBe(
      '<ul><li>Plain words.</li><li><del>Quite another line.</del></li></ul>',
    );
  });

  it('call a block that stands elsewhere moved', () => {
    const [a, b, c] = [
      '<p>First line of some words.</p>',
      '<p>Other line of more words.</p>',
      '<p>Plain last one here.</p>',
    ];
    const html = marks(a + b + c, b + c + a);
    expect(html).toContain('<p data-mark="moved">');
    expect(html).not.toMatch(/<del|<ins>/);
  });

  it('show a new picture beside the old one', () => {
    const picture = (name: string) => `<figure><a href="/x"><img src="/figures/${name}.webp" alt="A hip"></a></figure>`;
    expect(marks(picture('old'), picture('new'))).toBe(
      '<figure><a href="/x"><del><img src="/figures/old.webp" alt="A hip"><small data-mark="note">Alt text: A hip</small> </del>' +
        '<ins><img src="/figures/new.webp" alt="A hip"></ins><small data-mark="note">Alt text: A hip</small></a></figure>',
    );
  });

  it('say where a link leads that leads elsewhere under the same words, or leads nowhere any more', () => {
    const link = (href: string) => `<p>See <a href="${href}">plain words</a> about it.</p>`;
    expect(marks(link('https://example.org/old?a=1&amp;b'), link('https://example.org/new'))).toBe(
      '<p>See <a href="https://example.org/new">plain words<del> (https://example.org/old?a=1&amp;b)</del></a>' +
        '<ins><small data-mark="note"> (https://example.org/new)</small></ins> about it.</p>',
    );
    expect(marks(link('tel:111'), '<p>See plain words about it.</p>')).toBe(
      '<p>See plain words<del> (tel:111)</del> about it.</p>',
    );
    expect(marks('<p>See plain words about it.</p>', link('tel:111'))).toBe(
      '<p>See <a href="tel:111">plain words</a><ins><small data-mark="note"> (tel:111)</small></ins> about it.</p>',
    );
  });

  it('say nothing of places on the same page, nor of links of a text that is new as a whole', () => {
    const link = (href: string) => `<p>See <a href="${href}">plain words</a> about it.</p>`;
    expect(marks(link('#one'), link('#two'))).toBe(link('#two'));
    expect(marks('', link('/plain'))).toBe(
      '<p><ins>See</ins> <a href="/plain"><ins>plain words</ins></a> <ins>about it.</ins></p>',
    );
  });

  it('of a link are of the change that brought its address', () => {
    const link = (href: string) => `<p>See <a href="${href}">plain words</a> about it.</p>`;
    const part = (text: string, kind: 'same' | 'added' | 'removed') => ({ text, kind });
    const html = marks(link('https://example.org/one'), link('https://example.org/two'), [
      { number: 1, weight: 'wording', figures: [], parts: [part('Plain words about it, once more.', 'added')] },
      {
        ...{ number: 2, weight: 'meaning', figures: [] },
        parts: [
          part('See plain words (https://example.org/', 'same'),
          part('one', 'removed'),
          part('two', 'added'),
          part(') about it.', 'same'),
        ],
      },
    ]);
    expect(html.match(/data-change="2"/g)).toHaveLength(2);
    expect(html).not.toContain('data-change="1"');
  });

  it('leave titles, styles and forms as they are', () => {
    const form = (word: string) =>
      `<p>Same.</p><form><select><option>${word}</option></select><button>${word}</button></form>`;
    expect(marks(form('One'), form('Two'))).toBe(form('Two'));
  });

  it('say which change they are of, and the first of each is an anchor', () => {
    const change = (number: number, removed: string, added: string) => ({
      number,
      weight: 'meaning',
      figures: [],
      parts: [
        { text: 'Take the ', kind: 'same' as const },
        { text: removed, kind: 'removed' as const },
        { text: added, kind: 'added' as const },
      ],
    });
    const html = marks('<p>Take the big pill.</p><p>Old note.</p>', '<p>Take the small pill.</p><p>Other note.</p>', [
      change(1, 'nothing', 'else'),
      change(2, 'big', 'small'),
    ]);
    expect(html).toContain('<del data-change="2" data-weight="meaning" id="change-2"> big</del>');
    expect(html).toContain('<ins data-change="2" data-weight="meaning">small</ins>');
    expect(html).toContain('<ins>Other</ins>');
  });

  it('taken out leave the bytes of the document, whatever it was before', () => {
    const word = fc.constantFrom('old', 'other', 'plain', 'words', '10', '&amp;', 'it&#x27;s', 'rest.');
    const line = fc
      .array(
        fc.oneof(
          word,
          word.map((one) => `<b>${one}</b>`),
          fc.tuple(word, fc.constantFrom('/a', '#b', 'tel:1')).map(([one, to]) => `<a href="${to}">${one}</a>`),
        ),
        { maxLength: 6 },
      )
      .map((all) => all.join(' '));
    const { block } = fc.letrec<{ block: string }>((tie) => ({
      block: fc.oneof(
        { depthSize: 'small' },
        line.map((text) => `<p>${text}</p>`),
        line.map((text) => `<h2 id="x">${text}</h2>`),
        fc.array(line, { maxLength: 4 }).map((rows) => `<ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul>`),
        fc
          .array(line, { maxLength: 3 })
          .map((cells) => `<table><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`),
        fc.constantFrom('a', 'b').map((name) => `<figure><img src="/figures/${name}.webp" alt="${name}"></figure>`),
        fc.array(tie('block'), { maxLength: 3 }).map((inner) => `<section id="y">${inner.join('')}</section>`),
      ),
    }));
    const document = fc.array(block, { maxLength: 5 }).map((blocks) => body(`<main>${blocks.join('\n')}</main>`));
    fc.assert(
      fc.property(document, document, (old, now) => {
        expect(withoutMarks(marked(old, now, []))).toBe(now);
        expect(withoutMarks(marked(null, now, []))).toBe(now);
        expect(marked(now, now, [])).toBe(now);
      }),
      { numRuns: 300 },
    );
  });
});
