import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renderPage, type PageProps } from '../../../publishers/html/page.tsx';
import { DEMO_NOTICE } from '../../../publishers/publisher.ts';

const page = (over: Partial<PageProps> = {}) =>
  renderPage({
    title: 'A title',
    description: 'A description',
    path: '/a',
    siteUrl: 'https://example.org',
    demo: false,
    children: <p>Text</p>,
    ...over,
  });

describe('the page frame', () => {
  test('is a whole document with title, canonical address, skip link, main and footer', async () => {
    const { html } = await page();
    expect(html.startsWith('<!doctype html><html lang="en">')).toBe(true);
    expect(html).toContain('<title>A title – Imprimatur</title>');
    expect(html).toContain('<link rel="canonical" href="https://example.org/a"/>');
    expect(html).toContain('<a class="skip" href="#main">');
    expect(html).toMatch(/<main id="main"[^>]*><p>Text<\/p><\/main>/);
    expect(html).toContain('general information only');
  });

  test('allows its one style by hash and no script but speculation rules', async () => {
    const { html, headers } = await page();
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css ?? '');
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256').update(styles[0]!).digest('base64');
    const policy = headers['Content-Security-Policy'];
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain("script-src 'inline-speculation-rules';");
    expect(policy).toContain("default-src 'none'");
    expect(policy, 'for auditors that ask from inside the page').toContain("connect-src 'self'");
    expect(html).not.toMatch(/ style="/);
  });

  test('carries only the rules that occur in it', async () => {
    const styleIn = ({ html }: { html: string }) => /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    expect(styleIn(await page())).not.toContain('table');
    expect(styleIn(await page({ children: <table /> }))).toContain('table{');
  });

  test('may be kept by a shared cache for one second and must be asked for again', async () => {
    const { headers } = await page();
    expect(headers['Cache-Control']).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    expect(headers['X-Robots-Tag']).toBeUndefined();
  });

  test('without a path is in no cache and no search engine', async () => {
    const { html, headers } = await page({ path: null });
    expect(headers['Cache-Control']).toBe('private, no-store');
    expect(headers['X-Robots-Tag']).toBe('noindex');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('rel="canonical"');
  });

  test('says that it is a demonstration, above everything, and stays out of search engines', async () => {
    const { html, headers } = await page({ demo: true });
    expect(html).toContain(DEMO_NOTICE);
    expect(html.indexOf(DEMO_NOTICE)).toBeLessThan(html.indexOf('<header'));
    expect(headers['X-Robots-Tag']).toBe('noindex');
    expect((await page()).html).not.toContain(DEMO_NOTICE);
  });

  test('escapes its texts and its structured data', async () => {
    const evil = '</script><script>alert(1)</script>';
    const { html } = await page({
      title: evil,
      description: evil,
      jsonLd: { '@context': 'https://schema.org', '@type': 'Thing', name: evil },
      children: evil,
    });
    expect(html).not.toContain('<script>');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ name: evil });
  });

  test('says what machines read last, and ends the shapes of a drawing in themselves', async () => {
    const { html } = await page({
      jsonLd: { '@context': 'https://schema.org', '@type': 'Thing', name: 'x' },
      children: (
        <svg>
          <path d="M0 0" />
          <text>{'></path>'}</text>
        </svg>
      ),
    });
    expect(html).toContain('<svg><path d="M0 0"/><text>&gt;&lt;/path&gt;</text></svg>');
    expect(html.indexOf('ld+json')).toBeGreaterThan(html.indexOf('</footer>'));
    expect(html.slice(0, html.indexOf('</footer>'))).not.toContain('<script');
  });

  test('fetches pages ahead only on a press, and never personal ones', async () => {
    const { html } = await page();
    const rules = JSON.parse(/<script type="speculationrules">(.*?)<\/script>/.exec(html)?.[1] ?? '') as {
      prerender: [{ eagerness: string; where: { href_matches: string } }];
    };
    expect(rules.prerender[0].eagerness).toBe('conservative');
    expect(rules.prerender[0].where).toEqual({ href_matches: '/(guides|causes|treatments|red-flags)/*' });
  });

  test('takes breadcrumbs, and marks where it is in the main navigation', async () => {
    const { html } = await page({ breadcrumbs: [{ href: '/', label: 'Start' }], path: '/a-z' });
    expect(html).toMatch(/<nav class="crumb"[^>]*><ol><li><a href="\/">Start<\/a>/);
    expect(html).toContain('<a href="/a-z" aria-current="page">');
    expect((await page()).html).not.toContain('aria-current="');
  });

  test('leads to help: to what the page says itself, else to the home page; and asks the search without a script', async () => {
    const linked = (html: string) => /<a class="help" href="([^"]*)"/.exec(html)?.[1];
    expect(linked((await page()).html)).toBe('/#get-help');
    expect(linked((await page({ children: <section id="get-help" /> })).html)).toBe('#get-help');
    expect((await page()).html).toMatch(/<form class="find" role="search" aria-label="Search" action="\/search"/);
  });
});
