import { describe, expect, it } from 'vitest';
import { aCause, aGuide, aRedFlag, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { expectValid, feedOver, SITE } from './support.ts';

const flag = aRedFlag();
const cold = aTreatment();
const cause = aCause();
const part = aCause({ slug: 'early-osteoarthritis', partOf: cause.uid, treatments: [], redFlags: [] });
const elsewhere = aCause({ slug: 'knee-osteoarthritis', treatments: ['0189-knee-brace'], redFlags: [] });
const brace = aTreatment({ slug: 'knee-brace' });
const guide = aGuide({ relatedGuides: ['0189-knee-pain'] });
const knee = aGuide({ slug: 'knee-pain', causes: [elsewhere.uid], redFlags: [], treatments: [brace.uid] });

const rows = () =>
  [flag, cold, cause, part, brace, elsewhere, guide, knee].map((content, i) => released(content, { seq: i + 1 }));

const slugsIn = async (feed: ReturnType<typeof feedOver>, path = '/feeds/hip-pain.json') =>
  (await feed.page(path)).items.map(({ url }) => url.split('/').at(-1)).sort();

describe("a guide's feed", () => {
  it('holds the guide, what it names and what is part of that, and nothing of another guide', async () => {
    const feed = feedOver(rows());
    expect(await slugsIn(feed)).toEqual([
      'cold-heat',
      'early-osteoarthritis',
      'hip-osteoarthritis',
      'hip-pain',
      'red-flag-night-pain',
    ]);
    expect(await slugsIn(feed, '/feeds/knee-pain.json')).toEqual(['knee-brace', 'knee-osteoarthritis', 'knee-pain']);
    const page = await feed.page('/feeds/hip-pain.json');
    expectValid(page);
    expect(page).toMatchObject({ feed_url: `${SITE}/feeds/hip-pain.json`, home_page_url: `${SITE}/guides/hip-pain` });
  });

  it('holds what its entries call related, but does not follow it further', async () => {
    const feed = feedOver(rows());
    feed.log.rows.push(released({ ...cause, related: [elsewhere.uid] }, { seq: 9 }));
    const slugs = await slugsIn(feed);
    expect(slugs).toContain('knee-osteoarthritis');
    expect(slugs).not.toContain('knee-brace');
  });

  it('keeps an entry that a past release named, so that its withdrawal is heard', async () => {
    const feed = feedOver(rows());
    feed.log.rows.push(released({ ...guide, treatments: [] }, { seq: 9 }));
    feed.log.rows.push(released({ ...cause, treatments: [] }, { seq: 10 }));
    feed.log.rows.push(withdrawn(released(cold, { seq: 2 }), { seq: 11 }));
    const page = await feed.page('/feeds/hip-pain.json');
    expect(page.items[0]?.title).toBe('Withdrawn: Cold and heat');
  });

  it('holds retractions of parts whose parent was withdrawn too', async () => {
    const feed = feedOver(rows());
    feed.log.rows.push(withdrawn(released(cause, { seq: 3 }), { seq: 9 }));
    feed.log.rows.push(withdrawn(released(part, { seq: 4 }), { seq: 10 }));
    const titles = (await feed.page('/feeds/hip-pain.json')).items.map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Withdrawn'))).toHaveLength(2);
  });

  it('moves for good with the slug of its guide', async () => {
    const feed = feedOver(rows());
    feed.log.rows.push(released({ ...guide, slug: 'sore-hip' }, { seq: 9 }));
    const response = await feed.get('/feeds/hip-pain.json?before=5&utm_source=x');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`${SITE}/feeds/sore-hip.json?before=5`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await slugsIn(feed, '/feeds/sore-hip.json')).toContain('sore-hip');
  });

  it('is gone with its guide, and says why', async () => {
    const feed = feedOver(rows());
    feed.log.rows.push(withdrawn(released(guide, { seq: 7 }), { seq: 9, replacedBy: knee.uid }));
    const response = await feed.get('/feeds/hip-pain.json');
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ code: 'gone', replacedByUrl: `${SITE}/guides/knee-pain` });
  });

  it.each([
    '/feeds/none.json',
    '/feeds/hip-osteoarthritis.json',
    '/feeds/%E0%A4%A.json',
    '/feeds/a/b.json',
    '/feeds/hip-pain',
  ])('is not found at %s', async (path) => {
    const response = await feedOver(rows()).get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-found' });
  });
});
