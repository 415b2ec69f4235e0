/** Whatever stands in a query: an answer in words, and nothing of it shown as it came. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSite, smallLibrary } from '../support.ts';

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const HOSTILE = [
  '\u202Egnp',
  '\u0000',
  '\u0007',
  '\uD800',
  '\uDFFF',
  '<script>',
  '"><b>',
  '%',
  '&amp;',
  '\u2066',
  '\uFEFF',
  'M16.',
  '-',
  '0',
];

const aText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 8 })), { maxLength: 12 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }).map((part) => part.repeat(3500)),
);
const parameter = fc.constantFrom('q', 'type', 'page', 'letter', 'guide', 'location', 'onset', 'worse', 'release', 'x');
const aQuery = fc.array(fc.tuple(parameter, aText), { maxLength: 5 });
const path = fc.constantFrom(
  ...['/search', '/find', '/a-z', '/corrections', '/clinicians', '/releases/4'],
  ...['/maps/groin_.svg', '/qr/guides/hip-pain.svg', '/og/4.png'],
);

/** As a client writes it: halves of surrogate pairs as the bytes that they would be, which is no UTF-8. */
const written = (text: string): string =>
  Array.from(text, (one) => (/\p{Cs}/u.test(one) ? '%ED%A0%80' : encodeURIComponent(one))).join('');

describe('a query to a page', () => {
  const site = aSite(smallLibrary());

  it('is answered in words, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(path, aQuery, async (to, query) => {
        const asked = `${to}?${query.map(([name, value]) => `${name}=${written(value)}`).join('&')}`;
        const answer = await site.ask(asked);
        expect([200, 404]).toContain(answer.status);
        if (!/^text|svg/.test(answer.headers.get('content-type') ?? '')) return;
        const html = await answer.text();
        expect(html.replaceAll('\n', '')).not.toMatch(UNSEEN);
        expect(html).not.toContain('<script>');
        expect(html).not.toContain('"><b>');
        expect(html.length).toBeLessThan(80_000);
      }),
      { numRuns: 150 },
    );
    expect(site.errors).toEqual([]);
  });

  it('of 10 KB is read to its 200th character and echoed no further', async () => {
    const html = await site.read(`/search?q=${'abcdefghi%20'.repeat(1000)}`);
    expect(html).toContain(`value="${'abcdefghi '.repeat(20).trim()}"`);
    expect(html).not.toContain('abcdefghi '.repeat(21));
  });

  it('fills no memory: what is kept is bounded by what is live', async () => {
    const before = site.pages.size();
    for (let i = 0; i < 20; i += 1) {
      await site.read(`/search?q=${i}`);
      await site.read(`/find?location=groin&worse=${i}&x=${i}`);
      await site.read(`/find?guide=hip-pain&x=${i}`);
      await site.read(`/a-z?letter=h&x=${i}`);
    }
    expect(site.pages.size() - before).toBeLessThan(120_000);
  });
});
