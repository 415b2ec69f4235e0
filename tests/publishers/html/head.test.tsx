import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Head, type HeadProps } from '../../../publishers/html/head.tsx';

const head = (over: Partial<HeadProps> = {}): string =>
  renderToStaticMarkup(
    <Head title="A page" description="What it says." path="/a" siteUrl="https://example.org" demo={false} {...over} />,
  );

const IMAGE = { path: '/og/7.png', alt: 'A card', width: 1200, height: 630 };

describe('the head of a page', () => {
  test('names its address, its feeds and its icons as files', () => {
    const html = head({ feeds: [{ href: '/feeds/x.json', type: 'application/feed+json', title: 'X' }] });
    expect(html).toContain('<link rel="canonical" href="https://example.org/a"/>');
    for (const href of ['/favicon.ico', '/favicon.svg', '/apple-touch-icon.png']) expect(html).toContain(`"${href}"`);
    for (const href of ['/feed.json', '/feed.xml', '/feeds/x.json']) {
      expect(html).toMatch(new RegExp(`rel="alternate" type="application/(feed|atom)\\+(json|xml)" href="${href}"`));
    }
    expect(html).not.toContain('data:');
  });

  test('names a picture with its size where there is one, with an address of its own origin', () => {
    const html = head({ image: IMAGE, published: { first: '2026-01-01T00:00:00Z', last: '2026-02-01T00:00:00Z' } });
    expect(html).toContain('<meta property="og:image" content="https://example.org/og/7.png"/>');
    expect(html).toContain('<meta property="og:image:alt" content="A card"/>');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    expect(html).toContain('<meta property="og:type" content="article"/>');
    expect(html).toContain('<meta property="article:modified_time" content="2026-02-01T00:00:00Z"/>');
    expect(head()).toContain('<meta name="twitter:card" content="summary"/>');
    expect(head()).not.toContain('og:image');
  });

  test('names translations when there are several, itself among them, and none when there is one', () => {
    const en = { lang: 'en', path: '/a' };
    expect(head({ translations: [en] })).not.toContain('hrefLang');
    const html = head({ translations: [en, { lang: 'de', path: '/de/a' }] });
    expect(html).toContain('<link rel="alternate" hrefLang="en" href="https://example.org/a"/>');
    expect(html).toContain('<link rel="alternate" hrefLang="de" href="https://example.org/de/a"/>');
  });

  test('of a page that is nobody’s to find says nothing to search engines', () => {
    const html = head({ path: null, image: IMAGE });
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/og:|twitter:|canonical/);
  });
});
