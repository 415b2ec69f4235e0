import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCause, aGuide, aTreatment, prose, released, withdrawn } from '../../support/releases.ts';
import { aSite, PAGES, smallLibrary, thenWithdrawn, twiceReleased } from './support.ts';

describe('addresses', () => {
  test.each(PAGES)('%s answers 200 with HTML', async (path) => {
    const response = await aSite(smallLibrary()).ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('an old slug answers 301 to the new one', async () => {
    const first = released(aCause(), { seq: 1, live: false });
    const renamed = released(aCause({ uid: first.uid, slug: 'new-slug' }), { seq: 2 });
    const response = await aSite([first, renamed]).ask('/causes/hip-osteoarthritis');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/causes/new-slug');
  });

  test('a withdrawn entry answers 410 with reason, date and what to read instead', async () => {
    const row = released(aCause(), { seq: 1, live: false });
    const other = released(aCause({ slug: 'other', title: 'The other cause' }), { seq: 2 });
    const gone = withdrawn(row, { seq: 3, replacedBy: other.uid });
    const response = await aSite([row, other, gone]).ask('/causes/hip-osteoarthritis');
    expect(response.status).toBe(410);
    const html = await response.text();
    expect(html).toContain('It was out of date.');
    expect(html).toContain('1 March 2026');
    expect(html).toContain('<a href="/causes/other">The other cause</a>');
    expect(html).not.toContain('A whole-joint disease.');
    expect(html).toContain('noindex');
  });

  test('a withdrawn entry does not point to a replacement that is not live', async () => {
    const response = await aSite(thenWithdrawn([released(aCause(), { seq: 1 })], 2, 'nobody')).ask(
      '/causes/hip-osteoarthritis',
    );
    expect(response.status).toBe(410);
    expect(await response.text()).not.toContain('Read instead');
  });

  test('a withdrawal also leaves every page that named the entry', async () => {
    const { read, log } = aSite(smallLibrary());
    expect(await read('/guides/hip-pain')).toContain('/treatments/cold-heat');
    log.rows.push(withdrawn(released(aTreatment(), { seq: 2 }), { seq: 5 }));
    for (const path of ['/', '/guides/hip-pain', '/causes/hip-osteoarthritis', '/sitemap.xml']) {
      expect(await read(path)).not.toContain('/treatments/cold-heat');
    }
  });

  test.each([
    '/nothing',
    '/guides',
    '/guides/',
    '/guides/unknown',
    '/courses/hip-pain',
    '/guides/%E0%A4%A',
    '/guides/%00',
    '/guides/..%2f..%2fetc',
    '/guides/hip-pain/more',
    `/guides/${'x'.repeat(5000)}`,
    '/guides/__proto__',
    '/figures/abc.webp',
    `/figures/${'a'.repeat(64)}.webp`,
    '/constructor/hip-pain',
  ])('%s answers 404 in words', async (path) => {
    const response = await aSite(smallLibrary()).ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no page at this address');
  });

  test('an entry is found only under its own type', async () => {
    expect((await aSite(smallLibrary()).ask('/treatments/hip-osteoarthritis')).status).toBe(404);
  });

  test('no address makes it fail', async () => {
    const { site } = aSite(smallLibrary());
    const part = fc.oneof(
      fc.webPath(),
      fc.string(),
      fc.constantFrom('/guides/', '/causes/hip-osteoarthritis', '%', '?release='),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
        const url = new URL('https://example.org/');
        url.pathname = parts.join('');
        url.search = parts[0] ?? '';
        expect((await site.respond(new Request(url))).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s answers 405 with the methods allowed', async (method) => {
    const response = await aSite(smallLibrary()).ask('/', {}, method);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  test('OPTIONS answers 204 with the methods allowed', async () => {
    const response = await aSite(smallLibrary()).ask('/', {}, 'OPTIONS');
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });
});

describe('?release=', () => {
  const PATH = '/causes/hip-osteoarthritis';
  const rows = () => [...smallLibrary().slice(0, 2), ...twiceReleased()];

  test('shows the old release with a notice that names the new one, out of search engines', async () => {
    const response = await aSite(rows()).ask(`${PATH}?release=10`);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    const html = await response.text();
    expect(html).toContain('The old words.');
    expect(html).not.toContain('The new words.');
    expect(html).toMatch(/You are reading version 1\.0, released on.*1 February 2026/s);
    expect(html).toMatch(/replaced by <a href="\/causes\/hip-osteoarthritis">version 1\.1, released on 1 April 2026/s);
    expect(html).not.toContain('application/ld+json');
  });

  test('of the live release is the page itself', async () => {
    const { read } = aSite(rows());
    expect(await read(`${PATH}?release=11`)).toBe(await read(PATH));
  });

  test('of a withdrawn entry answers 410 like the page itself, whichever release it is', async () => {
    const { ask } = aSite(thenWithdrawn(rows(), 12));
    for (const path of [PATH, `${PATH}?release=10`, `${PATH}?release=11`]) {
      const answer = await ask(path);
      expect(answer.status).toBe(410);
      const html = await answer.text();
      expect(html).toMatch(/withdrawn on 1 March 2026\..*It was out of date\./s);
      expect(html).not.toMatch(/The (old|new) words/);
    }
    expect((await ask(`${PATH}?release=12`)).status).toBe(404);
  });

  test('of an entry that came back stays withdrawn when it is from before, and leads to the text of today', async () => {
    const gone = thenWithdrawn(rows(), 12);
    const back = released(
      aCause({ sections: [{ kind: 'symptoms', body: prose('Right words.'), urgentSigns: [], figures: [] }] }),
      {
        seq: 13,
        version: '2.0',
      },
    );
    const { ask } = aSite([...gone, back]);
    const old = await ask(`${PATH}?release=11`);
    expect(old.status).toBe(410);
    const html = await old.text();
    expect(html).not.toContain('The new words');
    expect(html).toMatch(/Read instead: <a href="\/causes\/hip-osteoarthritis">/);
    expect(await (await ask(PATH)).text()).toContain('Right words.');
  });

  test.each(['1', '999', '0', '-1', '1.5', 'x', '', '99999999999999999999', '1e1'])(
    '%s, which is no release of this entry, answers 404',
    async (seq) => {
      expect((await aSite(rows()).ask(`${PATH}?release=${seq}`)).status).toBe(404);
    },
  );

  test('leaves out what is no longer live', async () => {
    const guide = released(aGuide(), { seq: 4, live: false });
    const site = aSite([...smallLibrary().slice(0, 3), guide, released(aGuide({ closing: [] }), { seq: 5 })]);
    site.log.rows.push(withdrawn(released(aTreatment(), { seq: 2 }), { seq: 6 }));
    expect(await site.read('/guides/hip-pain?release=4')).not.toContain('/treatments/cold-heat');
  });
});

describe('crawlers', () => {
  test('find every live page in the sitemap', async () => {
    const response = await aSite(smallLibrary()).ask('/sitemap.xml');
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const xml = await response.text();
    for (const path of PAGES) expect(xml).toContain(`<loc>https://example.org${path}</loc>`);
    expect(xml).toContain('<lastmod>2026-02-01T09:00:00.000Z</lastmod>');
  });

  test('are told where it is and what is not theirs', async () => {
    const text = await aSite([]).read('/robots.txt');
    expect(text).toContain('Sitemap: https://example.org/sitemap.xml');
    expect(text).toContain('Disallow: /unsubscribe/');
  });
});
