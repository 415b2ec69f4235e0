import { describe, expect, it } from 'vitest';
import { aCause, aRedFlag, released, withdrawn } from '../../support/releases.ts';
import { append, feedOver, longProse, SITE } from './support.ts';
import type { Release } from '../../../model/release-row.ts';

describe('the Atom feed', () => {
  it('holds the same entries and words, escaped', async () => {
    const flag = released(aRedFlag({ title: 'Pain > 3 & "worse" \u0000\u000b' }), { seq: 1 });
    const xml = await (
      await feedOver([flag, withdrawn(released(aCause(), { seq: 2 }), { seq: 2 })]).get('/feed.xml')
    ).text();
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"')).toBe(
      true,
    );
    expect(xml).toContain('<title>Pain &gt; 3 &amp; &quot;worse&quot; </title>');
    expect(xml).toContain(`<id>urn:uuid:${flag.uid}</id>`);
    expect(xml).toContain('&lt;p&gt;&lt;strong&gt;See a doctor within days&lt;/strong&gt;&lt;/p&gt;');
    expect(xml).toContain('<title>Withdrawn: Hip osteoarthritis</title>');
    expect(xml).toContain('<updated>2026-03-01T09:00:00.000Z</updated>\n<author>');
  });

  it('has the date that Atom demands when it is empty', async () => {
    expect(await (await feedOver([]).get('/feed.xml')).text()).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  });

  it('names each entry once over its pages, under 250 KB each', async () => {
    const rows: Release[] = [];
    for (let i = 1; i <= 60; i += 1) {
      append(
        rows,
        aCause({
          slug: `c-${i}`,
          sections: [{ kind: 'outlook', body: longProse(10_000), urgentSigns: [], figures: [] }],
        }),
      );
    }
    const feed = feedOver(rows);
    const ids: string[] = [];
    let pages = 0;
    for (let path: string | undefined = '/feed.xml'; path !== undefined; pages += 1) {
      const xml: string = await (await feed.get(path)).text();
      expect(Buffer.byteLength(xml)).toBeLessThan(250_000);
      ids.push(...[...xml.matchAll(/<entry>\n<id>([^<]+)/g)].map(([, id]) => id!));
      path = /<link rel="next" href="([^"]+)"/.exec(xml)?.[1];
      if (path !== undefined) expect(path.startsWith(`${SITE}/feed.xml?before=`)).toBe(true);
    }
    expect(pages).toBeGreaterThan(1);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });
});
