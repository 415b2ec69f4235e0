import { describe, expect, test } from 'vitest';
import { parseFeed } from 'htmlparser2';
import { released, withdrawn } from '../../support/releases.ts';
import { corrected, saying } from '../site/trust/support.ts';
import { expectValid, feedOver, itemsOf, SITE, walk } from './support.ts';

describe('the feed of corrections', () => {
  test('is a valid JSON Feed whose items say what changed, why, and where the proof is', async () => {
    const { page } = feedOver([...corrected(), released(saying('Small.'), { seq: 3, changeKind: 'minor' })]);
    const document = await page('/corrections.json');
    expectValid(document);
    expect(document.items).toHaveLength(1);
    const [item] = document.items;
    expect(item).toMatchObject({
      title: 'Safety: Hip osteoarthritis',
      url: `${SITE}/causes/hip-osteoarthritis`,
      tags: ['cause', 'safety'],
      _imprimatur: { seq: 2, proof: `${SITE}/releases/2` },
    });
    expect(item!.content_html).toContain('<del>oldcanary</del><ins>othercanary</ins>');
    expect(item!.summary).toContain('why-canary');
  });

  test('is the same in Atom', async () => {
    const { get } = feedOver(corrected());
    const answer = await get('/corrections.xml');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(answer.headers.get('link')).toBe(`<${SITE}/corrections.xml>; rel="self"`);
    const feed = parseFeed(await answer.text());
    expect(feed?.items.map(({ title }) => title)).toEqual(['Safety: Hip osteoarthritis']);
  });

  test('keeps the item of what was withdrawn since, and none of its words, whatever was served before', async () => {
    const feed = feedOver(corrected());
    const [before] = (await feed.page('/corrections.json')).items;
    feed.log.rows.push(withdrawn(released(saying('x'), { seq: 2 }), { seq: 3 }));
    for (const path of ['/corrections.json', '/corrections.xml'])
      expect(await (await feed.get(path)).text(), path).not.toContain('canary');
    const { items } = await feed.page('/corrections.json');
    expect(items.map(({ title }) => title)).toEqual(['Withdrawn: Hip osteoarthritis', 'Safety: Hip osteoarthritis']);
    expect(items[1]!.id).toBe(before!.id);
  });

  test('pages by log position, and an empty one is valid', async () => {
    const long = 'words '.repeat(2000);
    const rows = Array.from({ length: 200 }, (_, i) =>
      released(saying(`${long} ${'x'.repeat(i)}.`, { summary: `${long.slice(0, 390)}${i}` }), {
        seq: i + 1,
        changeKind: i === 0 ? 'new' : 'major',
      }),
    );
    const pages = await walk(feedOver(rows), '/corrections.json');
    const seqs = itemsOf(pages).map(({ _imprimatur }) => _imprimatur.seq);
    expect(seqs).toEqual(Array.from({ length: 199 }, (_, i) => 200 - i));
    expectValid(await feedOver([]).page('/corrections.json'));
    expect((await feedOver([]).get('/corrections.json?before=x')).status).toBe(400);
  });
});
