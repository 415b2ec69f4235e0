import { describe, expect, test } from 'vitest';
import type { FigureContent } from '../../../model/entries/shared.ts';
import { WITHDRAWAL_WORDS } from '../../../model/withdrawal.ts';
import type { Release } from '../../../model/release-row.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { aCause, aGuide, memoryLog, prose, released, withdrawn } from '../../support/releases.ts';
import { aSite, decoded, PAGES, smallLibrary } from './support.ts';

const GUIDE = '/guides/hip-pain';

describe('conditional requests and codings', () => {
  test.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ])('Accept-Encoding: %s gets %s, the same text', async (accept, coding) => {
    const { ask, read } = aSite(smallLibrary());
    const response = await ask(GUIDE, { 'accept-encoding': accept });
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await decoded(response)).toBe(await read(GUIDE));
  });

  test('a page that has not changed answers 304 without a body', async () => {
    const { ask } = aSite(smallLibrary());
    const etag = (await ask(GUIDE)).headers.get('etag')!;
    const response = await ask(GUIDE, { 'if-none-match': etag });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a release changes the page and its ETag', async () => {
    const { ask, log } = aSite(smallLibrary());
    const etag = (await ask(GUIDE)).headers.get('etag')!;
    log.rows.push(released(aGuide({ summary: 'Corrected words for the same guide.' }), { seq: 5, version: '1.1' }));
    const response = await ask(GUIDE, { 'if-none-match': etag });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Corrected words for the same guide.');
  });

  test('HEAD answers the headers of GET without a body', async () => {
    const { ask } = aSite(smallLibrary());
    for (const path of [GUIDE, '/nothing']) {
      const [get, head] = [await ask(path), await ask(path, {}, 'HEAD')];
      expect(head.status).toBe(get.status);
      expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
      expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
      expect(await head.text()).toBe('');
    }
  });

  test('no cache may keep a page for more than a second', async () => {
    const { ask } = aSite(smallLibrary());
    for (const path of [...PAGES, '/nothing', '/sitemap.xml']) {
      expect((await ask(path)).headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    }
  });
});

describe('weight', () => {
  test('a long reading page is at most 30 KB as brotli', async () => {
    const long = Array.from(
      { length: 220 },
      (_, i) => `Sentence ${i * 7919} about ${(i * 104729).toString(36)} and hips.`,
    );
    const rows = smallLibrary();
    rows.push(
      ...Array.from({ length: 40 }, (_, i) =>
        released(aCause({ slug: `cause-${i}`, title: `Cause ${i}` }), { seq: 5 + i }),
      ),
      released(
        aGuide({
          causes: Array.from({ length: 40 }, (_, i) => `0189-cause-${i}`),
          intro: long.map((text) => ({ kind: 'paragraph', children: [{ kind: 'text', text }] })),
        }),
        { seq: 45 },
      ),
    );
    const response = await aSite(rows).ask(GUIDE, { 'accept-encoding': 'br' });
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(30 * 1024);
  });

  test('no page carries JavaScript', async () => {
    const { read } = aSite(smallLibrary(), { demo: true });
    for (const path of [...PAGES, '/nothing']) {
      const html = await read(path);
      const types = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes?.trim());
      expect(types.every((type) => type === 'type="application/ld+json"' || type === 'type="speculationrules"')).toBe(
        true,
      );
      expect(html).not.toMatch(/\son[a-z]+=/);
    }
  });
});

describe('the cache', () => {
  test('stays within its bound', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => released(aCause({ slug: `cause-${i}` }), { seq: i + 1 }));
    const maxCacheBytes = 200_000;
    const { ask, pages } = aSite(rows, { maxCacheBytes });
    for (let i = 0; i < 60; i += 1) expect((await ask(`/causes/cause-${i}`)).status).toBe(200);
    expect(pages.size()).toBeGreaterThan(0);
    expect(pages.size()).toBeLessThanOrEqual(maxCacheBytes);
  });

  test('does not grow with query strings or unknown addresses', async () => {
    const { ask, pages } = aSite(smallLibrary());
    await ask(GUIDE);
    await ask('/nothing');
    const bytes = pages.size();
    for (let i = 0; i < 20; i += 1) {
      await ask(`${GUIDE}?utm=${i}`);
      await ask(`/nothing-${i}`);
      await ask(`${GUIDE}?release=${1000 + i}`);
    }
    expect(pages.size()).toBe(bytes);
  });

  test('reads a row from the log once for many requests', async () => {
    const log = memoryLog(smallLibrary());
    let reads = 0;
    const counting = { ...log, stored: (seq: number) => ((reads += 1), log.stored(seq)) };
    const { ask } = aSite([], { log: counting });
    await Promise.all(Array.from({ length: 20 }, () => ask('/treatments/cold-heat')));
    await ask('/treatments/cold-heat');
    expect(reads).toBe(1);
  });
});

describe('figures', () => {
  const sha256 = 'ab'.repeat(32);
  const figure: FigureContent = {
    alt: 'Drawing',
    caption: null,
    credit: null,
    licence: null,
    mailPicture: [],
    renditions: [{ width: 320, height: 200, sha256 }],
  };
  const rows = [released(aGuide({ figures: [figure] }), { seq: 1 })];
  const bytes = Buffer.alloc(4096, 7);
  const PATH = `/figures/${sha256}.webp`;

  test('that a release shows are served as they are, and caches ask again each time', async () => {
    const response = await aSite(rows, { figureFile: () => Promise.resolve(bytes) }).ask(PATH, {
      'accept-encoding': 'br',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test('are found by the first 20 digits of their name too, which pages write; never by less, nor by others', async () => {
    const { ask, read } = aSite(rows, { figureFile: (asked) => Promise.resolve(asked === sha256 ? bytes : null) });
    expect(await read(GUIDE)).toContain(`src="/figures/${sha256.slice(0, 20)}.webp"`);
    const response = await ask(`/figures/${sha256.slice(0, 20)}.webp`);
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe(`"${sha256}"`);
    for (const name of [sha256.slice(0, 19), sha256.slice(0, 48), sha256.slice(0, 63), 'cd'.repeat(10)])
      expect((await ask(`/figures/${name}.webp`)).status, name).toBe(404);
  });

  test('whose names begin alike are not taken for each other: the short name is nobody’s from then on', async () => {
    const other = sha256.slice(0, 20) + 'cd'.repeat(22);
    const second = { ...figure, renditions: [{ width: 320, height: 200, sha256: other }] };
    const { ask } = aSite(
      [
        ...rows,
        released(aCause({ sections: [{ kind: 'symptoms', body: [], urgentSigns: [], figures: [second] }] }), {
          seq: 2,
        }),
      ],
      { figureFile: (asked) => Promise.resolve(Buffer.from(asked)) },
    );
    const named = async (name: string) => (await ask(`/figures/${name}.webp`)).text();
    expect((await ask(`/figures/${sha256.slice(0, 20)}.webp`)).status).toBe(404);
    expect(await named(sha256)).toBe(sha256);
    expect(await named(other)).toBe(other);
  });

  test('are not sent again to those who have them', async () => {
    const { ask } = aSite(rows, { figureFile: () => Promise.resolve(bytes) });
    expect((await ask(PATH, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
    const head = await ask(PATH, {}, 'HEAD');
    expect(head.headers.get('content-length')).toBe('4096');
    expect(await head.text()).toBe('');
  });

  const [guide] = rows as [ReturnType<typeof released>];
  const FILE = { figureFile: () => Promise.resolve(bytes) };
  const standing = async (log: Release[]) => {
    const { ask } = aSite(log, FILE);
    return (await ask(PATH)).status;
  };

  test('that only withdrawn text showed answer 410, on a site that served them before', async () => {
    const { ask, log } = aSite([guide], FILE);
    expect((await ask(PATH)).status).toBe(200);
    const gone = withdrawn(guide, { seq: 2 });
    log.rows.push(gone);
    const response = await ask(PATH, { 'if-none-match': `"${sha256}"` });
    expect(response.status).toBe(410);
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    const html = await response.text();
    expect(html).toContain('This figure was withdrawn');
    for (const told of [WITHDRAWAL_WORDS[gone.reason], 'href="tel:112"', `href="/guides/${guide.slug}"`, '/releases/2'])
      expect(html, told).toContain(told);
  });

  test('that other text shows too, or that are released again, are served', async () => {
    const other = released(
      aCause({ sections: [{ kind: 'symptoms', body: prose('Text.'), urgentSigns: [], figures: [figure] }] }),
      {
        seq: 2,
      },
    );
    expect(await standing([guide, other, withdrawn(guide, { seq: 3 })])).toBe(200);
    expect(await standing([guide, other, withdrawn(guide, { seq: 3 }), withdrawn(other, { seq: 4 })])).toBe(410);
    const again = released(aGuide({ figures: [figure] }), { seq: 3 });
    expect(await standing([guide, withdrawn(guide, { seq: 2 }), again])).toBe(200);
    const without = released(aGuide({ figures: [] }), { seq: 3 });
    expect(await standing([guide, withdrawn(guide, { seq: 2 }), without])).toBe(410);
    expect(await standing([guide, { ...without, seq: 2 }])).toBe(200);
  });

  test('that no release shows, or that are lost, answer 404', async () => {
    const asked: string[] = [];
    const figureFile = (sha: string) => (asked.push(sha), Promise.resolve(null));
    const { ask } = aSite(rows, { figureFile });
    expect((await ask(`/figures/${'cd'.repeat(32)}.webp`)).status).toBe(404);
    expect(asked).toEqual([]);
    expect((await ask(PATH)).status).toBe(404);
  });
});

describe('faults', () => {
  const broken = () => Promise.reject(new Error('secret: connection refused at 10.0.0.1'));

  test('a log that hangs at a row answers 503 after two seconds', async () => {
    const hanging = { stored: () => new Promise<never>(() => undefined) };
    const { ask } = aSite([], { log: { ...memoryLog(smallLibrary()), ...hanging } });
    const began = performance.now();
    expect((await ask(GUIDE)).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test.each([
    ['at its head', { end: broken }],
    ['at a row', { stored: broken }],
  ])('a log that cannot be read %s answers 503 and says when to come back', async (_, fault) => {
    const { ask, errors } = aSite([], { log: { ...memoryLog(smallLibrary()), ...fault } });
    const response = await ask(GUIDE);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(await response.text()).not.toContain('secret');
    expect(errors).toHaveLength(1);
  });

  test('a page that cannot be rendered answers 500 in words and is reported', async () => {
    const { current } = createLibrary({ log: memoryLog([released(aCause(), { seq: 1 })]), now: () => Date.now() });
    const partsOf = () => {
      throw new TypeError('a defect');
    };
    const { ask, errors } = aSite([], { library: async () => ({ ...(await current()), partsOf }) });
    const response = await ask('/causes/hip-osteoarthritis');
    expect(response.status).toBe(500);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const html = await response.text();
    expect(html).toContain('Something went wrong on our side');
    expect(html).not.toMatch(/TypeError|\bat [a-z]+ \(/i);
    expect(errors).toHaveLength(1);
    expect((await ask('/robots.txt')).status).toBe(200);
  });

  test('a stored text that is no content answers 503, and the other pages are served', async () => {
    const cause = aCause({ synonyms: null as unknown as string[] });
    const { ask } = aSite([released(cause, { seq: 1 })]);
    expect((await ask('/causes/hip-osteoarthritis')).status).toBe(503);
    expect((await ask('/')).status).toBe(200);
  });

  test('an error is not kept: the next request is answered', async () => {
    let fails = true;
    const library = createLibrary({ log: memoryLog(smallLibrary()), now: () => Date.now() });
    const { ask } = aSite([], { library: () => (fails ? broken() : library.current()) });
    expect((await ask(GUIDE)).status).toBe(503);
    fails = false;
    expect((await ask(GUIDE)).status).toBe(200);
  });
});
