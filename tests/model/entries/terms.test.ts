import { describe, expect, it } from 'vitest';
import { firstUses, placeOf } from '../../../model/entries/terms.ts';
import type { Block, Inline } from '../../../model/prose.ts';
import { aCause } from '../../support/releases.ts';

const term = (name: string, ...forms: string[]) => ({ slug: name.toLowerCase(), name, forms, meaning: 'Old words.' });
const words = (text: string): Inline => ({ kind: 'text', text });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });
const inText = (terms: ReturnType<typeof term>[], ...body: Block[]) =>
  aCause({ terms, sections: [{ kind: 'what-it-is', body, figures: [], urgentSigns: [] }] });
const uses = (content: ReturnType<typeof aCause>) =>
  [...firstUses(content)].map(([run, found]) =>
    found.map(({ at, length }) => (run.kind === 'text' ? run.text.slice(at, at + length) : '')),
  );

describe('the use of a word', () => {
  it.each([
    ['See a GP.', term('GP'), 'GP'],
    ['See two GPs.', term('GP'), 'GPs'],
    ['Cartilage wears.', term('cartilage'), 'Cartilage'],
    ['A proton-pump inhibitor.', term('PPI', 'proton-pump inhibitor'), 'proton-pump inhibitor'],
    ['Sciatic nerve pain.', term('nerve', 'sciatic nerve'), 'Sciatic nerve'],
  ])('is found in “%s”', (text, one, found) => {
    const use = placeOf(one, text);
    expect(use && text.slice(use.at, use.at + use.length)).toBe(found);
  });

  it.each([
    ['A gp.', term('GP')],
    ['GPX', term('GP')],
    ['Tendonitis', term('tendon')],
    ['A non-tendon', term('tendon')],
    ['Plain words.', term('GP')],
  ])('is not found in “%s”', (text, one) => {
    expect(placeOf(one, text)).toBeNull();
  });
});

describe('the first use of what an entry explains', () => {
  it('is one place in its running text, in reading order', () => {
    const twice = inText(
      [term('GP'), term('MRI')],
      paragraph(words('Ask a GP for an MRI.')),
      paragraph(words('A GP.')),
    );
    expect(uses(twice)).toEqual([['GP', 'MRI']]);
  });

  it('is found in lists and tables, and not in headings, links and raised words', () => {
    const content = inText(
      [term('GP')],
      { kind: 'heading', level: 3, children: [words('A GP')] },
      paragraph({ kind: 'link', href: '/x', children: [words('GP')] }, { kind: 'text', text: 'GP', script: 'super' }),
      { kind: 'list', ordered: false, items: [{ children: [words('The GP here')] }] },
    );
    expect(uses(content)).toEqual([['GP']]);
    expect([...firstUses(content).keys()]).toEqual([words('The GP here')]);
  });

  it('is none inside another word that is explained', () => {
    const both = inText([term('sciatic nerve'), term('nerve')], paragraph(words('The sciatic nerve. A nerve.')));
    expect(uses(both)).toEqual([['sciatic nerve']]);
  });

  it('is none of a word that only stands elsewhere', () => {
    expect(uses(inText([term('GP')], paragraph(words('Plain words.'))))).toEqual([]);
  });
});
