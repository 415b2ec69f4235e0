import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeHref } from '../../model/safe-href.ts';

const SITE = 'https://health.example';

describe('a link', () => {
  it.each([
    'https://nhs.uk/a?b#c',
    'HTTPS://nhs.uk',
    'mailto:a@b.example',
    'tel:112',
    '/causes/a',
    '/',
    '/?list=causes',
    ' /a ',
  ])('may lead to %j', (href) => {
    expect(isSafeHref(href)).toBe(true);
  });

  it.each([
    ...['', ' ', '#here', 'causes/a', '?a', '//evil.example', '/\\evil.example', '\\\\evil.example', '\\evil.example'],
    ...['/\t/evil.example', '/\n/evil.example', '/\r\\evil.example', '\t//evil.example', '/\t\t//evil.example'],
    ...[
      'http://nhs.uk',
      'ftp://a',
      'file:///etc',
      'data:text/html,x',
      'blob:https://a',
      'vbscript:x',
      'view-source:https://a',
    ],
    ...['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:x', '\u0001javascript:x', 'JaVaScRiPt:x'],
    ...['https://nhs.uk@evil.example', 'https://a:b@evil.example', 'https://', 'https://%'],
  ])('may not lead to %j', (href) => {
    expect(isSafeHref(href)).toBe(false);
  });

  it('that begins with a slash stays on the site, as a browser reads it', () => {
    const odd = fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', '\r', ' ', 'a', '.', '@', ':', '?', '#') });
    fc.assert(
      fc.property(odd, (rest) => {
        const href = `/${rest}`;
        fc.pre(isSafeHref(href));
        expect(new URL(href, SITE).origin).toBe(SITE);
      }),
      { numRuns: 2000 },
    );
  });
});
