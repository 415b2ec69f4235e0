/** A guide leads: every cause, treatment and sign in its own words, the long texts behind them. */
import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { passagesOf } from '../../../publishers/site/hub/folded-prose.tsx';
import { aCause, aGuide, aRedFlag, aTreatment, prose, released } from '../../support/releases.ts';
import { aLocation } from '../../support/places.ts';
import { aSite } from './support.ts';

const groin = aLocation('groin');
const thigh = aLocation('front-thigh', 'front of the thigh');
const causes = [
  aCause({
    slug: 'one',
    title: 'Cause one',
    summary: 'It begins slowly. Never bend it.',
    locations: [groin, thigh],
  }),
  aCause({ slug: 'two', title: 'Cause two', locations: [thigh] }),
  aCause({ slug: 'three', title: 'Cause three', locations: [] }),
];
const evidence = aTreatment().evidence;
const treatments = (['against', null, 'none', 'limited', 'good'] as const).map((level) =>
  aTreatment({
    slug: `grade-${level}`,
    title: `Grade ${level}`,
    summary: 'It may help. Too much is dangerous.',
    evidence: { ...evidence, level },
  }),
);
const guide = aGuide({
  causes: causes.map(({ uid }) => uid),
  treatments: treatments.map(({ uid }) => uid),
  intro: [...prose('Plain words.'), ...['First', 'Later'].flatMap((text) => passage(text))],
});
function passage(heading: string) {
  return [
    { kind: 'heading' as const, level: 3 as const, children: [{ kind: 'text' as const, text: heading }] },
    ...prose(`Words under ${heading}.`),
  ];
}
const read = (entries: EntryContent[]) =>
  aSite(entries.map((content, i) => released(content, { seq: i + 1 }))).read('/guides/hip-pain');
const html = () => read([...causes, ...treatments, guide]);

/** The folds of a section: whether each stands open, and what it says before it is opened. */
const foldsIn = (page: string, section: string) =>
  [...sectionOf(page, section).matchAll(/<details class="fold"( open="")?><summary>(.*?)<\/summary>/gs)].map(
    ([, open, summary = '']) => ({
      open: open !== undefined,
      says: summary.split(/<[^>]+>/).filter((text) => text !== '' && !/evidence|graded/i.test(text)),
    }),
  );
const sectionOf = (page: string, id: string) =>
  new RegExp(`<section id="${id}".*?</section>`, 's').exec(page)?.[0] ?? '';

const inOrder = (text: string, ...parts: string[]) => {
  const at = parts.map((part) => text.indexOf(part));
  expect(at, parts.join(' < ')).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
};

describe('a guide', () => {
  it('shows where causes are felt, each place leading to the finder, then the causes under the place they name first', async () => {
    const page = await html();
    inOrder(page, 'guide=hip-pain&amp;location=groin"', 'guide=hip-pain&amp;location=front-thigh"', 'id="causes"');
    const listed = page.slice(page.indexOf('id="causes"'));
    inOrder(
      listed,
      '</span>Groin',
      'Cause one',
      '</span>Front of the thigh',
      'Cause two',
      'Felt in several',
      'Cause three',
    );
  });

  it('says who approved it and what must not wait before what it is about', async () => {
    const sign = aRedFlag({ urgency: 'emergency-now' });
    const page = await aSite([
      released(sign, { seq: 1 }),
      released(aGuide({ redFlags: [sign.uid], summary: 'About the hip.' }), { seq: 2 }),
    ]).read('/guides/hip-pain');
    inOrder(page.slice(page.indexOf('<h1>')), 'Approved by', 'Emergency: act now', 'About the hip.', 'On this page');
    expect(page.match(/Approved by/g)).toHaveLength(1);
  });

  it('says of a cause and of a treatment all that was approved as its summary, and where else a cause is felt', async () => {
    const page = await html();
    expect(page).toContain('It begins slowly. Never bend it.</p>');
    expect(page.match(/It may help\. Too much is dangerous\.<\/p>/g)).toHaveLength(5);
    expect(page).toContain('groin, front of the thigh');
  });

  it('ranks treatments by their grade, advised against last, and says once that a grade is not a size', async () => {
    const page = await html();
    const grades = ['good', 'limited', 'none', 'null', 'against'].map((grade) => `Grade ${grade}`);
    inOrder(page.slice(page.indexOf('id="treatments"')), ...grades);
    expect(page.match(/not how large the effect is/g)).toHaveLength(1);
  });

  it('keeps the beginning of its text open and folds the later passages, losing none', async () => {
    const page = await html();
    const text = sectionOf(page, 'overview');
    inOrder(text, 'Plain words.', 'Words under First.', '<details class="fold">', 'Later', 'Words under Later.');
    expect(text.match(/<details/g)).toHaveLength(1);
  });

  it('folds causes under their place with the name of each, but never what is or may be an emergency', async () => {
    const sign = aRedFlag({ urgency: 'emergency-now' });
    const sudden = aCause({
      slug: 'four',
      title: 'Cause four',
      onset: 'sudden',
      locations: [thigh],
      redFlags: [sign.uid],
    });
    const hub = { ...guide, causes: [...guide.causes, sudden.uid] };
    const page = await read([...causes, sudden, sign, hub]);
    expect(foldsIn(page, 'causes')).toEqual([
      { open: false, says: ['1', 'Groin', 'Cause one'] },
      { open: true, says: ['2', 'Front of the thigh', 'Cause two · Cause four'] },
      { open: false, says: ['Felt in several places', 'Cause three'] },
    ]);
  });

  it('folds nothing where no cause names a place', async () => {
    const page = await read([causes[2]!, { ...guide, causes: [causes[2]!.uid] }]);
    expect(foldsIn(page, 'causes')).toEqual([]);
    expect(page).toContain('Cause three');
  });

  it('folds weaker treatments behind their grade, but neither the best, nor what is advised against or not graded', async () => {
    expect(foldsIn(await html(), 'treatments').map(({ open, says }) => [says.at(-1), open])).toEqual([
      ['Grade good', true],
      ['Grade limited', false],
      ['Grade none', false],
      ['Grade null', true],
      ['Grade against', true],
    ]);
  });

  it('folds no sign, no order, no number to call and no reason to see somebody', async () => {
    const sign = aRedFlag({ urgency: 'emergency-now' });
    const page = await read([sign, ...causes, ...treatments, { ...guide, redFlags: [sign.uid] }]);
    const folded = page.match(/<details.*?<\/details>/gs)?.join('') ?? '';
    expect(folded).not.toBe('');
    for (const shown of ['class="care', 'href="tel:', 'id="sign-']) {
      expect(page).toContain(shown);
      expect(folded).not.toContain(shown);
    }
  });
});

describe('a text', () => {
  it('is cut at its headings, every block once and in order', () => {
    const { intro } = guide;
    expect(passagesOf(intro).flatMap(({ heading, body }) => (heading ? [heading, ...body] : body))).toEqual(intro);
    expect(passagesOf([])).toEqual([]);
  });
});
