import { describe, expect, test } from 'vitest';
import { aCause, aRedFlag, released, withdrawn } from '../../../support/releases.ts';
import { aSite } from '../support.ts';
import { corrected, saying } from './support.ts';

const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

describe('the page of corrections', () => {
  test('shows what it said, what is right, why and when, and links page and proof', async () => {
    const html = await aSite(corrected()).read('/corrections');
    expect(html).toMatch(/<del>oldcanary<\/del><ins>othercanary<\/ins>/);
    expect(html).toContain('Why: The time was wrong: why-canary.');
    expect(html).toContain('<time dateTime="2026-03-01">1 March 2026</time>');
    expect(html).toContain('<a href="/causes/hip-osteoarthritis">Hip osteoarthritis</a>');
    expect(html).toContain('<a href="/releases/2">release 2</a>');
    expect(html).toContain('<link rel="alternate" type="application/feed+json" href="/corrections.json"');
  });

  test('says what to do now in the words that the entry has now, never in those that were corrected', async () => {
    const flag = (action: string, seq: number, over = {}) =>
      released(aRedFlag({ action }), { seq, changeKind: seq === 1 ? 'new' : 'safety', ...over });
    const { read } = aSite([flag('Wait.', 1), flag('Call today.', 2), flag('Call now.', 3)]);
    const html = mainOf(await read('/corrections'));
    expect(html.match(/What to do now<\/strong><\/p><p>Call now\./g)).toHaveLength(2);
    const cause = released(aCause({ redFlags: [aRedFlag().uid] }), { seq: 4, changeKind: 'safety' });
    const named = mainOf(await aSite([flag('Call now.', 1), cause]).read('/corrections'));
    expect(named).toContain('<strong>Signs that need help</strong>');
    expect(named).not.toContain('What to do now');
    expect(named).toContain('<a href="/red-flags/red-flag-night-pain">Night pain that no position eases</a>');
  });

  test('hides minor ones behind a link, filters by kind, and takes any other query for none', async () => {
    const rows = [
      ...corrected(),
      released(saying('Small words.'), { seq: 3, changeKind: 'minor', changeNote: 'Typo' }),
    ];
    const { read } = aSite(rows);
    const all = await read('/corrections');
    expect(all).not.toContain('Why: Typo');
    expect(all).toContain('<a href="/corrections?kind=minor">Minor 1</a>');
    const minor = await read('/corrections?kind=minor');
    expect(minor).toContain('Why: Typo');
    expect(minor).not.toContain('why-canary');
    for (const query of [
      '?kind=%E2%80%AE',
      '?kind=new',
      '?page=0',
      '?page=x',
      '?page=999999',
      `?kind=${'x'.repeat(9000)}`,
    ])
      expect(await read(`/corrections${query}`), query).toBe(all);
  });

  test('is paged, newest first, and keeps no page but those that there are', async () => {
    const rows = Array.from({ length: 45 }, (_, i) =>
      released(saying(`Words number ${'i'.repeat(i)}.`), { seq: i + 1, changeKind: i === 0 ? 'new' : 'major' }),
    );
    const { read, pages } = aSite(rows);
    const found = await Promise.all(
      ['', '?page=2', '?page=3', '?page=4', '?page=77'].map((q) => read(`/corrections${q}`)),
    );
    const seqs = found.map((html) => [...html.matchAll(/id="release-(\d+)"/g)].map(([, seq]) => Number(seq)));
    expect(seqs.slice(0, 3).flat()).toEqual(Array.from({ length: 44 }, (_, i) => 45 - i));
    expect([found[3], found[4]]).toEqual([found[2], found[2]]);
    expect(pages.has('/corrections?page=4')).toBe(false);
    expect(found[1]).toContain('<a rel="prev" href="/corrections">');
  });

  test('tells of a withdrawal its reason and what to read instead', async () => {
    const other = released(aCause({ slug: 'other', title: 'The other cause' }), { seq: 2 });
    const first = released(saying('gone-canary'), { seq: 1 });
    const gone = withdrawn(first, {
      seq: 3,
      reason: 'inaccurate',
      replacedBy: other.uid,
      publicNote: 'It was too short.',
    });
    const html = mainOf(await aSite([first, other, gone]).read('/corrections'));
    expect(html).toContain('Why: Something in it was wrong.');
    expect(html).toContain('It was too short.');
    expect(html).toContain('Read instead: <a href="/causes/other">The other cause</a>.');
    expect(html).not.toContain('gone-canary');
  });
});

describe('a correction of an entry that was withdrawn later', () => {
  test('loses its words, its reason and its proof at once, on a page that was shown before', async () => {
    const { read, log } = aSite(corrected());
    expect(await read('/corrections')).toContain('oldcanary');
    log.rows.push(withdrawn(released(saying('x'), { seq: 2 }), { seq: 3 }));
    const html = await read('/corrections');
    expect(html).not.toMatch(/(old|other|why-|note-)canary/);
    expect(html).toContain('The page was withdrawn later, and its words with it.');
    expect(html).not.toContain('href="/releases/2"');
    expect([...html.matchAll(/id="release-(\d+)"/g)].map(([, seq]) => seq)).toEqual(['3', '2']);
  });

  test('gets none of them back when the entry comes back, and what came back is compared with nothing', async () => {
    const rows = [...corrected(), withdrawn(released(saying('x'), { seq: 2 }), { seq: 3 })];
    const back = released(saying('Words of today.'), { seq: 4, changeKind: 'major', changeNote: 'Approved anew.' });
    const again = released(saying('Words of tomorrow.'), { seq: 5, changeKind: 'major' });
    const html = await aSite([...rows, back, again]).read('/corrections');
    expect(html).not.toMatch(/(old|other|why-|note-)canary/);
    expect(html).toContain('It was released again after it had been withdrawn.');
    expect(html).toContain('<del>today</del><ins>tomorrow</ins>');
    expect(html).toContain('Text that was approved anew stands at <a href="/causes/hip-osteoarthritis">');
  });

  test('is told without its title of those days', async () => {
    const rows = [
      released(saying('a', { title: 'Title-canary' }), { seq: 1 }),
      released(saying('b', { title: 'Title-canary' }), { seq: 2, changeKind: 'safety' }),
      released(saying('c', { title: 'A better title' }), { seq: 3, changeKind: 'major' }),
    ];
    const gone = withdrawn(released(saying('c', { title: 'A better title' }), { seq: 3 }), { seq: 4 });
    const { read } = aSite([...rows, gone]);
    for (const path of ['/corrections', '/clinicians/demo-clinician', '/releases/1', '/releases/4'])
      expect(await read(path), path).not.toContain('Title-canary');
  });
});
