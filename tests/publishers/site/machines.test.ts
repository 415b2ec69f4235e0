import { describe, expect, test } from 'vitest';
import { MOST_IN_ONE, sitemap, sitemapFile } from '../../../publishers/site/machines/sitemap.ts';
import { LISTED_PATHS, SITE_PATHS } from '../../../publishers/site/routes.ts';
import type { Release } from '../../../model/release-row.ts';
import { aCause, aGuide, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { by } from './trust/support.ts';
import { aSite, smallLibrary } from './support.ts';

const locations = (xml: string): string[] => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);

describe('the sitemap', () => {
  test('lists the site’s own pages and every live entry with the time of its release', async () => {
    const xml = await aSite(smallLibrary()).read('/sitemap.xml');
    for (const path of LISTED_PATHS) expect(locations(xml)).toContain(`https://example.org${path}`);
    expect(xml).toMatch(
      /<loc>https:\/\/example\.org\/guides\/hip-pain<\/loc><lastmod>2026-[\d-]+T09:00:00.000Z<\/lastmod>/,
    );
  });

  test('lists the pages of trust: the fixed ones, and each clinician under the address that they have now', async () => {
    const renamed = { ...by('ann', { slug: 'ann-lee' }, '2026-04-01T09:00:00.000Z') };
    const rows = [
      released(aCause(), { seq: 1, approvals: [by('ann'), by('bo')] }),
      released(aCause({ uid: 'c2', slug: 'other' }), { seq: 2, approvals: [renamed] }),
    ];
    const listed = locations(await aSite(rows).read('/sitemap.xml')).map((url) =>
      url.replace('https://example.org', ''),
    );
    for (const path of ['/clinicians', '/editorial-policy', '/corrections', '/clinicians/ann-lee', '/clinicians/bo'])
      expect(listed).toContain(path);
    expect(listed).not.toContain('/clinicians/ann');
  });

  test('lists every page with an address of its own, searches apart', () => {
    expect(LISTED_PATHS).toContain('/');
    expect(LISTED_PATHS).not.toContain('/search');
    expect(SITE_PATHS.length).toBeGreaterThan(LISTED_PATHS.length);
  });

  test('is a list of files when one may not hold all pages', () => {
    const pages = Array.from({ length: 5 }, (_, i) => ({
      url: `https://example.org/${i}`,
      changed: `2026-01-0${i + 1}`,
    }));
    const index = sitemap(pages, 'https://example.org', 2);
    expect(index).toContain('<sitemapindex');
    expect(locations(index)).toEqual([1, 2, 3].map((n) => `https://example.org/sitemaps/${n}.xml`));
    expect(index).toContain('<lastmod>2026-01-02</lastmod>');
    const all = [1, 2, 3].flatMap((n) => locations(sitemapFile(pages, n, 2) ?? ''));
    expect(all).toEqual(pages.map(({ url }) => url));
    expect(sitemapFile(pages, 4, 2)).toBeNull();
    expect(sitemapFile(pages, 1)).toBeNull();
    expect(MOST_IN_ONE).toBe(50_000);
  });

  describe('says of a page that stands for many rows', () => {
    const at = (day: number) => `2026-04-0${day}T09:00:00.000Z`;
    const first = released(aCause(), { seq: 1, releasedAt: at(1), approvals: [by('ann')] });
    const again = released(aCause({ summary: 'Other words.' }), {
      ...{ seq: 2, version: '2.0', changeKind: 'major', releasedAt: at(2), approvals: [by('bo')] },
    });
    const other = released(aTreatment(), { seq: 3, releasedAt: at(3), approvals: [by('bo')] });
    const gone = withdrawn(again, { seq: 4, releasedAt: at(4) });
    const dates = async (rows: Release[]): Promise<Record<string, string | null>> => {
      const site = aSite(rows);
      // From the log alone: the same a year later.
      site.clock.today = '2027-05-01';
      const found = [...(await site.read('/sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>(.*?)<)?/g)];
      return Object.fromEntries<string | null>(
        found.map(([, url = '', time]) => [url.replace('&amp;', '&'), time ?? null]),
      );
    };
    const of = async (rows: Release[], path: string) => (await dates(rows))[`https://example.org${path}`];

    test.each<[string, Release[], string, string | null | undefined]>([
      ['the home page', [first, again, other], '/', at(3)],
      ['the home page after a withdrawal', [first, again, other, gone], '/', at(4)],
      ['the letters after a withdrawal', [first, again, other, gone], '/a-z', at(4)],
      ['the finder, which knows no treatments', [first, again, other], '/find', at(2)],
      ['a list of a type', [first, again, other], '/?list=causes', at(2)],
      ['a list that is empty', [first, again, other, gone], '/?list=causes', undefined],
      ['corrections before the first', [first], '/corrections', null],
      ['corrections', [first, again, other], '/corrections', at(2)],
      ['corrections after a withdrawal', [first, again, other, gone], '/corrections', at(4)],
      ['all clinicians', [first, again, other, gone], '/clinicians', at(3)],
      ['a clinician whose text was replaced by words of another', [first, again, other], '/clinicians/ann', at(2)],
      ['a clinician whose text was withdrawn', [first, again, other, gone], '/clinicians/ann', at(4)],
      ['the editorial policy, which no row holds', [first, again, other], '/editorial-policy', null],
    ])('when the log last changed it: %s', async (_, rows, path, time) => {
      expect(await of(rows, path)).toBe(time);
    });

    test('whatever page is listed, but for the policy', async () => {
      const undated = Object.entries(await dates([first, again, other, gone])).filter(([, time]) => time === null);
      expect(undated.map(([url]) => url)).toEqual(['https://example.org/editorial-policy']);
    });
  });
});

describe('what is for programs', () => {
  test('llms.txt names guides, feeds and what whoever repeats a text has to keep to', async () => {
    const rows = [released(aGuide({ title: 'Hip [pain](x)' }), { seq: 1 }), released(aCause(), { seq: 2 })];
    const text = await aSite(rows).read('/llms.txt');
    expect(text).toMatch(/^# \S+/);
    expect(text).toContain('- [Hip \\[pain\\](x)](https://example.org/guides/hip-pain): ');
    for (const path of ['/feed.json', '/feeds/hip-pain.json', '/changes.json']) expect(text).toContain(path);
    expect(await aSite(rows, { demo: true }).read('/llms.txt')).toContain('Demonstration content');
  });

  test('security.txt names whom to tell and ends within a year, or is not there', async () => {
    const { ask } = aSite([], { securityContact: 'mailto:security@example.org' });
    const response = await ask('/.well-known/security.txt');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await response.text()).split('\n')).toEqual([
      'Contact: mailto:security@example.org',
      'Expires: 2026-10-28T00:00:00.000Z',
      'Preferred-Languages: en',
      'Canonical: https://example.org/.well-known/security.txt',
      '',
    ]);
    expect((await aSite([]).ask('/.well-known/security.txt')).status).toBe(404);
  });
});
