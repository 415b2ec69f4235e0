import { describe, expect, it } from 'vitest';
import { aCause, aRedFlag, aTreatment, prose, released, withdrawn } from '../../support/releases.ts';
import { expectValid, feedOver, SITE } from './support.ts';

const CANARY = 'canary-of-the-old-text';
const old = released(
  aCause({
    summary: `${CANARY} summary`,
    synonyms: [`${CANARY} synonym`],
    sections: [{ kind: 'what-it-is', body: prose(`${CANARY} body`), urgentSigns: [], figures: [] }],
  }),
  { seq: 1 },
);
const replacement = released(aTreatment(), { seq: 2 });
const tombstone = withdrawn(old, {
  seq: 3,
  reason: 'unsafe',
  publicNote: 'The dose was <wrong>.',
  replacedBy: replacement.uid,
});

describe('a withdrawn entry', () => {
  it('keeps its id and address, and gives reason, date and what to read instead', async () => {
    const feed = feedOver([old, replacement]);
    const before = (await feed.page('/feed.json')).items.find(({ title }) => title === old.title)!;
    feed.log.rows.push(tombstone);
    const page = await feed.page('/feed.json');
    expectValid(page);
    const item = page.items[0]!;
    expect(item).toMatchObject({
      id: before.id,
      url: before.url,
      title: `Withdrawn: ${old.title}`,
      date_published: old.firstReleasedAt,
      date_modified: tombstone.releasedAt,
      _imprimatur: {
        seq: 3,
        approvals: [],
        retraction: {
          reason: 'unsafe',
          publicNote: 'The dose was <wrong>.',
          withdrawnAt: tombstone.releasedAt,
          replacedBy: replacement.uid,
          replacedByUrl: `${SITE}/treatments/cold-heat`,
        },
      },
    });
    expect(item.content_html).toContain('Following it could do harm. The dose was &lt;wrong&gt;.');
    expect(item.content_html).toContain('2026-03-01');
    expect(item.content_html).toContain(`<a href="${SITE}/treatments/cold-heat">Cold and heat</a>`);
    expect(page.items.filter(({ id }) => id === before.id)).toHaveLength(1);
  });

  it('leaves no byte of its old text in any feed, at once', async () => {
    const feed = feedOver([old, replacement]);
    const paths = ['/feed.json', '/feed.xml', '/changes.json'];
    for (const path of paths.slice(0, 2)) expect(await (await feed.get(path)).text()).toContain(CANARY);
    feed.log.rows.push(tombstone);
    for (const path of paths) expect(await (await feed.get(path)).text()).not.toContain(CANARY);
  });

  it('links no replacement that is not live', async () => {
    const gone = withdrawn(replacement, { seq: 4 });
    const item = (await feedOver([old, replacement, tombstone, gone]).page('/feed.json')).items[1]!;
    expect(item._imprimatur.retraction).toMatchObject({ replacedBy: replacement.uid, replacedByUrl: null });
    expect(item.content_html).not.toContain('Read instead');
  });

  it('is an ordinary item again after a new release', async () => {
    const again = released(aCause(), { seq: 4, version: '2.0' });
    const page = await feedOver([old, replacement, tombstone, again]).page('/feed.json');
    expect(page.items.map(({ title }) => title)).toEqual([again.title, replacement.title]);
    expect(page.items[0]?._imprimatur.retraction).toBeNull();
  });

  it('is not linked from other items any more', async () => {
    const flag = released(aRedFlag(), { seq: 1 });
    const cause = released(aCause(), { seq: 2 });
    const feed = feedOver([flag, cause]);
    expect((await feed.page('/feed.json')).items[0]?.content_html).toContain('/red-flags/red-flag-night-pain');
    feed.log.rows.push(withdrawn(flag, { seq: 3 }));
    expect((await feed.page('/feed.json')).items[1]?.content_html).not.toContain('/red-flags/');
  });
});
