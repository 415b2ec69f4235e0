import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowHash, type Release } from '../../../model/release-row.ts';
import { DEMO_NOTICE } from '../../../publishers/publisher.ts';
import { aCause, aGuide, aRedFlag, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { append, expectValid, feedOver, itemsOf, longProse, SITE, walk } from './support.ts';

const library = (): Release[] => [
  released(aRedFlag(), { seq: 1 }),
  released(aTreatment(), { seq: 2 }),
  released(aCause(), { seq: 3 }),
  released(aGuide(), { seq: 4 }),
];

const manyEntries = (count: number, bytes: number): Release[] => {
  const rows: Release[] = [];
  for (let i = 1; i <= count; i += 1) {
    const sections = [{ kind: 'what-it-is' as const, body: longProse(bytes), urgentSigns: [], figures: [] }];
    append(rows, aCause({ slug: `cause-${i}`, title: `Cause ${i}`, sections }));
  }
  return rows;
};

describe('the JSON feed', () => {
  it('is a valid JSON Feed 1.1 of everything, newest first', async () => {
    const feed = await feedOver(library()).page('/feed.json');
    expectValid(feed);
    expect(feed.items.map(({ _imprimatur }) => _imprimatur.seq)).toEqual([4, 3, 2, 1]);
    expect(feed).toMatchObject({ feed_url: `${SITE}/feed.json`, home_page_url: `${SITE}/`, language: 'en' });
    expect(feed.next_url).toBeUndefined();
    expect(feed.hubs).toBeUndefined();
  });

  it('is valid when nothing was released yet', async () => {
    const feed = await feedOver([]).page('/feed.json');
    expectValid(feed);
    expect(feed.items).toEqual([]);
  });

  it('says for each item who approved which revision', async () => {
    const rows = library();
    const feed = await feedOver(rows).page('/feed.json');
    const row = rows[1]!;
    expect(feed.items[2]).toMatchObject({
      id: `urn:uuid:${row.uid}`,
      url: `${SITE}/treatments/cold-heat`,
      title: 'Cold and heat',
      summary: aTreatment().summary,
      date_published: row.firstReleasedAt,
      date_modified: row.releasedAt,
      tags: ['treatment', 'ice'],
      authors: [{ name: 'Demo clinician', url: `${SITE}/clinicians/demo-clinician` }],
      _imprimatur: {
        type: 'treatment',
        uid: row.uid,
        seq: 2,
        version: '1.0',
        revision: row.revision,
        approvals: [{ revision: row.revision }],
        reviewDue: '2027-06-01',
        reviewOverdue: false,
        changeKind: 'new',
        logId: row.logId,
        hash: rowHash(row),
        previous: row.previous,
        signature: row.signature,
        demonstration: false,
        retraction: null,
      },
    });
  });

  it('keeps the id of an entry and moves it to the top when it is released again', async () => {
    const feed = feedOver(library());
    const before = (await feed.page('/feed.json')).items.find(({ title }) => title === 'Cold and heat');
    append(feed.log.rows, aTreatment({ summary: 'Warm packs only.' }), { version: '1.1' });
    const [first, ...others] = (await feed.page('/feed.json')).items;
    expect(first).toMatchObject({ id: before?.id, summary: 'Warm packs only.' });
    expect(others.map(({ id }) => id)).not.toContain(first?.id);
  });

  it('marks an entry overdue from the day after its review was due, without a new release', async () => {
    const feed = feedOver([released(aRedFlag({ reviewDue: '2026-06-15' }), { seq: 1 })]);
    const overdue = async () => (await feed.page('/feed.json')).items[0]!;
    expect((await overdue())._imprimatur.reviewOverdue).toBe(false);
    feed.clock.now = new Date('2026-06-16T00:00:00Z');
    expect((await overdue())._imprimatur.reviewOverdue).toBe(true);
    expect((await overdue()).content_html).toContain('due for a new review on 2026-06-15');
  });

  it('says in the description and first in every item that it is a demonstration', async () => {
    const gone = withdrawn(released(aRedFlag(), { seq: 1 }), { seq: 5 });
    const feed = await feedOver([...library(), gone], { demo: true }).page('/feed.json');
    expect(feed.description.startsWith(DEMO_NOTICE)).toBe(true);
    for (const item of feed.items) {
      expect(item.content_html.startsWith(`<p><strong>${DEMO_NOTICE}`)).toBe(true);
      expect(item._imprimatur.demonstration).toBe(true);
    }
  });

  it('names the hub in the feed and in the Link header', async () => {
    const feed = feedOver(library(), { hub: 'https://hub.example/' });
    expect((await feed.page('/feed.json')).hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example/' }]);
    expect((await feed.get('/feed.json')).headers.get('link')).toBe(
      `<${SITE}/feed.json>; rel="self", <https://hub.example/>; rel="hub"`,
    );
  });
});

describe('the pages of the JSON feed', () => {
  it('hold each of 300 long entries exactly once, under 250 KB each', async () => {
    const feed = feedOver(manyEntries(300, 9_000));
    const pages = await walk(feed, '/feed.json');
    const ids = itemsOf(pages).map(({ id }) => id);
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      expectValid(page);
      expect(page.feed_url).toBe(`${SITE}/feed.json`);
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(250_000);
    }
    // Full: another item would not have fitted.
    expect(Buffer.byteLength(JSON.stringify(pages[0]))).toBeGreaterThan(225_000);
  }, 30_000);

  it('hold an entry that is longer than a page alone', async () => {
    const pages = await walk(feedOver(manyEntries(3, 300_000)), '/feed.json');
    expect(pages.map(({ items }) => items.length)).toEqual([1, 1, 1]);
  });

  it('above the head and at the head are the newest page', async () => {
    const feed = feedOver(library());
    const newest = await feed.page('/feed.json');
    expect(await feed.page('/feed.json?before=9007199254740991')).toEqual(newest);
    expect((await feed.page('/feed.json?before=1')).items).toEqual([]);
  });

  it('lose and repeat nothing for a reader who walks while the log grows and polls afterwards', async () => {
    const change = fc.record({ afterPage: fc.nat(6), entry: fc.nat(19), withdraw: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const feed = feedOver(manyEntries(20, 60_000));
        const started = feed.log.rows.length;
        const walked = await walk(feed, '/feed.json', (read) => {
          for (const { entry, withdraw } of changes.filter(({ afterPage }) => afterPage === read)) {
            const content = aCause({ slug: `cause-${entry + 1}`, title: `Cause ${entry + 1}` });
            const row = append(feed.log.rows, content);
            if (withdraw) feed.log.rows.push(withdrawn(released(content, { seq: row.seq }), { seq: row.seq + 1 }));
          }
        });
        const seen = itemsOf(walked).map(({ id }) => id);
        expect(new Set(seen).size).toBe(seen.length);

        const polled = itemsOf(await walk(feed, '/feed.json')).filter(({ _imprimatur }) => _imprimatur.seq > started);
        const known = new Map([...itemsOf(walked), ...polled].map((item) => [item.id, item._imprimatur.seq]));
        const truth = itemsOf(await walk(feed, '/feed.json')).map(({ id, _imprimatur }) => [id, _imprimatur.seq]);
        expect([...known].sort()).toEqual(truth.sort());
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
