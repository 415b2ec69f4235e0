/** A guide leads: every cause, treatment and sign in a line of its own words, the long texts behind them. */
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../publishers/site/hub/folded-prose.tsx';
import { firstSentence } from '../../../publishers/wording/first-sentence.ts';
import { aCause, aGuide, aTreatment, prose, released } from '../../support/releases.ts';
import { aLocation } from '../../support/places.ts';
import { aSite } from './support.ts';

const groin = aLocation('groin');
const thigh = aLocation('front-thigh', 'front of the thigh');
const causes = [
  aCause({
    slug: 'one',
    title: 'Cause one',
    summary: 'It begins slowly. More is on its page.',
    locations: [groin, thigh],
  }),
  aCause({ slug: 'two', title: 'Cause two', locations: [thigh] }),
  aCause({ slug: 'three', title: 'Cause three', locations: [] }),
];
const evidence = aTreatment().evidence;
const treatments = (['against', 'limited', 'good', null] as const).map((level) =>
  aTreatment({ slug: `grade-${level}`, title: `Grade ${level}`, evidence: { ...evidence, level } }),
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
const html = () =>
  aSite([...causes, ...treatments, guide].map((content, i) => released(content, { seq: i + 1 }))).read(
    '/guides/hip-pain',
  );

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

  it('says one sentence of a cause, and where else it is felt', async () => {
    const page = await html();
    expect(page).toContain('It begins slowly.</p>');
    expect(page).not.toContain('More is on its page.');
    expect(page).toContain('groin, front of the thigh');
  });

  it('ranks treatments by their grade, and says once that a grade is not a size', async () => {
    const page = await html();
    inOrder(page.slice(page.indexOf('id="treatments"')), 'Grade good', 'Grade limited', 'Grade against', 'Grade null');
    expect(page.match(/not how large the effect is/g)).toHaveLength(1);
  });

  it('keeps the beginning of its text open and folds the later passages, losing none', async () => {
    const page = await html();
    inOrder(page, 'Plain words.', 'Words under First.', '<details class="fold">', 'Later', 'Words under Later.');
    expect(page.match(/<details/g)).toHaveLength(1);
  });
});

describe('a text', () => {
  it('is cut at its headings, every block once and in order', () => {
    const { intro } = guide;
    expect(passagesOf(intro).flatMap(({ heading, body }) => (heading ? [heading, ...body] : body))).toEqual(intro);
    expect(passagesOf([])).toEqual([]);
  });

  it.each([
    ['It hurts. It may pass.', 'It hurts.'],
    ['One sentence without an end', 'One sentence without an end'],
    ['', ''],
  ])('%j begins with the sentence %j', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});
