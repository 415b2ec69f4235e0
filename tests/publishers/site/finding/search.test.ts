import { describe, expect, it, test } from 'vitest';
import { prose, aCause, aGuide, aRedFlag, aTreatment, released, withdrawn } from '../../../support/releases.ts';
import { aSite, smallLibrary, thenWithdrawn } from '../support.ts';

const section = <Kind>(kind: Kind, words: string) => [{ kind, body: prose(words), urgentSigns: [], figures: [] }];
const searched = (words: string, more = '') => `/search?q=${encodeURIComponent(words)}${more}`;
/** The part of the page that lists what was found. */
const found = async (site: ReturnType<typeof aSite>, words: string, more = '') => {
  const html = await site.read(searched(words, more));
  return /<ol class="log plain"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
};

describe('a search', () => {
  const site = aSite(smallLibrary());
  it.each([
    ['a word of the title', 'osteoarthritis'],
    ['a typo', 'ostoearthritis'],
    ['the beginning of a word', 'osteoar'],
    ['another name', 'coxarthrosis'],
    ['a code', 'M16'],
    ['a narrower code, by its broader one', 'm16.9'],
    ['a plural', 'surfaces wears'],
    ['accents and capitals', 'ÓSTEOARTHRITIS'],
  ])('finds an entry by %s', async (_, words) => {
    expect(await found(site, words)).toContain('/causes/hip-osteoarthritis');
  });

  it('finds a guide by its keywords and by a code with or without its point', async () => {
    expect(await found(site, 'M25.5')).toContain('/guides/hip-pain');
    expect(await found(site, 'M255')).toContain('/guides/hip-pain');
  });

  it('finds a narrower code by its broader one', async () => {
    expect(await found(site, 'M25')).toContain('/guides/hip-pain');
  });

  it('marks whole words, in the words that readers have', async () => {
    const html = await found(site, 'joint surf');
    expect(html).toContain(
      'The <mark>joint</mark> <mark>surfaces</mark> wear and the whole <mark>joint</mark> reacts.',
    );
  });

  it('says what it looked for in place of a word that stands nowhere', async () => {
    expect(await site.read(searched('ostoearthritis'))).toContain('Searched instead: “osteoarthritis”.');
  });

  it('looks for a misspelt word in names, and in texts when no name has it', async () => {
    const named = aCause({ slug: 'named', title: 'Sore elephants' });
    const text = aTreatment({ slug: 'in-a-text', title: 'Other words', summary: 'Plain words about elephants.' });
    const both = aSite([released(named, { seq: 1 }), released(text, { seq: 2 })]);
    expect(await found(both, 'elephunts')).toContain('/causes/named');
    expect(await found(both, 'elephunts')).not.toContain('/treatments/in-a-text');
    expect(await found(both, 'elephan')).toContain('/treatments/in-a-text');
    expect(await found(aSite([released(text, { seq: 1 })]), 'elephunts')).toContain('/treatments/in-a-text');
  });

  it('says it as pages write it', async () => {
    const { read } = aSite([released(aCause({ title: 'Sore Elephants' }), { seq: 1 })]);
    expect(await read(searched('elephunts'))).toContain('Searched instead: “Elephants”.');
  });

  it('takes what looks like a code for a word too', async () => {
    const vitamin = aTreatment({ slug: 'b12', title: 'Vitamin B12' });
    const { read } = aSite([released(vitamin, { seq: 1 }), released(aCause({ icd10: ['B12'] }), { seq: 2 })]);
    expect(await read(searched('vitamin B12'))).toContain('/treatments/b12');
    const html = await read(searched('b12'));
    expect(html).toContain('/treatments/b12');
    expect(html).toContain('/causes/hip-osteoarthritis');
  });

  it('has a warning sign for words beside a code, and for what looks like one', async () => {
    const sign = aRedFlag({ slug: 't12', title: 'A break of T12' });
    const { read } = aSite([released(sign, { seq: 1 })]);
    for (const words of ['break T12', 'T12', 'break M16'])
      expect(await read(searched(words))).toContain('Is it one of these?');
  });

  it('counts by kind, and shows one kind on request', async () => {
    const html = await site.read(searched('pain'));
    expect(html).toMatch(/<a href="\/search\?q=pain&amp;type=guides">Guides 1<\/a>/);
    const guides = await found(site, 'pain', '&type=guides');
    expect(guides).toContain('/guides/hip-pain');
    expect(guides).not.toContain('/red-flags/');
  });

  it('is kept by nobody, whatever is asked', async () => {
    const before = site.pages.size();
    const answer = await site.ask(searched('something else'));
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(site.pages.size()).toBe(before);
  });
});

describe('a warning sign whose words were searched', () => {
  const sign = aRedFlag({ slug: 'chest', title: 'Chest pain with breathlessness', urgency: 'emergency-now' });
  const others = ['a', 'b', 'c', 'd'].map((slug, i) =>
    released(aRedFlag({ slug, title: `Pain ${slug}` }), { seq: i + 2 }),
  );
  const site = aSite([released(sign, { seq: 1 }), ...others]);

  it('stands above the results with the numbers to call', async () => {
    const html = await site.read(searched('breathlesness'));
    expect(html.indexOf('Is it one of these?')).toBeLessThan(html.indexOf('class="log plain"'));
    expect(html).toContain('href="tel:112"');
    expect(html).toContain('/red-flags/chest');
  });

  it('stops the reader for an emergency alone', async () => {
    expect(await site.read(searched('breathlesness'))).toContain('Is it one of these? Then do not read on');
    const milder = await aSite(others).read(searched('pain'));
    expect(milder).toContain('Is it one of these?');
    expect(milder).not.toContain('do not read on');
  });

  it('does not stand beside a search for other words', async () => {
    expect(await site.read(searched('doctor'))).not.toContain('Is it one of these?');
  });
});

describe('a search that finds nothing', () => {
  it('says so, says what that means, and whom to call in an emergency', async () => {
    const html = await aSite(smallLibrary()).read(searched('xylophone'));
    expect(html).toContain('Nothing found for “xylophone”');
    expect(html).toContain('That says nothing about what you have.');
    expect(html).toContain('If it may be an emergency, call now.');
    expect(html).toContain('href="tel:112"');
  });
});

describe('an index behind the log', () => {
  test('shows nothing that was withdrawn, and what is new at once', async () => {
    const site = aSite(smallLibrary());
    expect(await found(site, 'surfaces')).toContain('/causes/hip-osteoarthritis');
    site.log.rows.push(withdrawn(released(aCause(), { seq: 3 }), { seq: 5 }));
    expect(await found(site, 'surfaces')).toBe('');
    site.log.rows.push(
      released(
        aTreatment({
          slug: 'new',
          title: 'Something new',
          sections: section('what-to-expect' as const, 'An elephant.'),
        }),
        { seq: 6 },
      ),
    );
    expect(await found(site, 'elephant')).toContain('/treatments/new');
  });

  test('forgets the words that a correction took away', async () => {
    const rows = [released(aCause({ sections: section('symptoms' as const, 'The old elephant.') }), { seq: 1 })];
    const site = aSite(rows);
    expect(await found(site, 'elephant')).toContain('<mark>elephant</mark>');
    site.log.rows.push(
      released(aCause({ sections: section('symptoms' as const, 'The new giraffe.') }), { seq: 2, version: '1.1' }),
    );
    expect(await site.read(searched('elephant'))).not.toContain('/causes/hip-osteoarthritis');
    expect(await found(site, 'giraffe')).toContain('<mark>giraffe</mark>');
  });

  test('never has what was withdrawn before it began', async () => {
    const site = aSite(thenWithdrawn([released(aCause(), { seq: 1 })], 2));
    expect(await site.read(searched('osteoarthritis'))).not.toContain('/causes/');
  });
});

test('words beyond the first page are reached by links', async () => {
  const rows = Array.from({ length: 23 }, (_, i) =>
    released(aGuide({ slug: `g-${i}`, title: `Guide ${i}` }), { seq: i + 1 }),
  );
  const site = aSite(rows);
  const pages = await Promise.all(['', '&page=2', '&page=3', '&page=99'].map((page) => found(site, 'guide', page)));
  const slugs = pages.slice(0, 3).flatMap((html) => [...html.matchAll(/\/guides\/(g-\d+)/g)].map(([, slug]) => slug));
  expect(new Set(slugs).size).toBe(23);
  expect(pages[3]).toBe(pages[2]);
  expect(await site.read(searched('guide', '&page=2'))).toContain('rel="next" href="/search?q=guide&amp;page=3"');
});
