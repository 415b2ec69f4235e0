import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../editorial/rules/changes.ts';
import { safetyChanges } from '../../../editorial/rules/safety-changes.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import { aCause, aGuide, aTreatment, prose, source } from '../../support/releases.ts';

const between = (before: EntryContent | null, after: EntryContent) => changesBetween(before, after, new Map());
const weights = (before: EntryContent | null, after: EntryContent) =>
  between(before, after).map(({ field, weight }) => `${field}: ${weight}`);
const outlook = (text: string) => ({ kind: 'outlook' as const, body: prose(text), urgentSigns: [], figures: [] });
const anatomy = (text: string) => ({ ...outlook(text), kind: 'anatomy' as const });
const symptoms = (text: string) => ({ ...outlook(text), kind: 'symptoms' as const });
const FILE = { alt: 'The hip joint', caption: null, credit: null, licence: null, mailPicture: [] };
const figure = (letter: string) => ({
  ...FILE,
  renditions: [320, 640, 960].map((width) => ({
    width,
    height: 200,
    sha256: letter.repeat(63) + String(width).charAt(0),
  })),
});

describe('how much a change weighs', () => {
  it.each<[string, EntryContent, EntryContent, string]>([
    [
      'a caution',
      aTreatment({ cautions: ['Old words.'] }),
      aTreatment({ cautions: ['Other words.'] }),
      'cautions: safety',
    ],
    [
      'a dose in running text',
      aCause({ summary: 'Take 2 tablets.' }),
      aCause({ summary: 'Take 20 tablets.' }),
      'summary: safety',
    ],
    ['other words', aCause({ summary: 'Old words.' }), aCause({ summary: 'Other words.' }), 'summary: meaning'],
    [
      'a section',
      aCause({ sections: [outlook('Old words.')] }),
      aCause({ sections: [outlook('Other words.')] }),
      'sections.outlook: meaning',
    ],
    ['a slip put right', aCause({ summary: 'Plain wrods.' }), aCause({ summary: 'Plain words.' }), 'summary: wording'],
    [
      'a comma',
      aCause({ summary: 'Plain words, old words.' }),
      aCause({ summary: 'Plain words. Old words.' }),
      'summary: wording',
    ],
    [
      'a source',
      aCause({ sources: [source] }),
      aCause({ sources: [{ ...source, title: 'Other' }] }),
      'sources: wording',
    ],
    ['a keyword', aGuide({ keywords: ['old'] }), aGuide({ keywords: ['other'] }), 'keywords: wording'],
    ['a picture', aGuide({ figures: [figure('a')] }), aGuide({ figures: [figure('b')] }), 'figures: safety'],
  ])('%s', (_what, one, other, weight) => {
    expect(weights(one, other)).toEqual([weight]);
  });

  it('is safety for whatever of a first release could hurt', () => {
    const first = weights(null, aTreatment({ cautions: ['Old words.'] }));
    expect(first).toContain('cautions: safety');
    expect(first).toContain('sources: wording');
  });

  it('leaves nothing out that the policy counts, whatever changed', () => {
    const words = fc.constantFrom('Old words.', 'Other words.', 'Take 2 tablets.', 'Do not walk.');
    const some = fc.array(words, { maxLength: 3 });
    const treatment = fc
      .record({ summary: words, cautions: some, howTo: some, dose: fc.option(words), synonyms: some })
      .map((over) => aTreatment(over as Partial<TreatmentContent>));
    fc.assert(
      fc.property(treatment, treatment, (one, other) => {
        const counted = safetyChanges(other, one).map(({ field }) => field);
        const shown = between(one, other).filter(({ weight }) => weight === 'safety');
        for (const field of counted)
          expect(shown.some((change) => field === change.field || field.startsWith(`${change.field}.`))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a change shows', () => {
  it('is numbered in the order of the entry', () => {
    const changes = between(
      aCause(),
      aCause({ title: 'Other words', sections: [outlook('Plain words.')], synonyms: ['x y'] }),
    );
    expect(changes.map(({ number }) => number)).toEqual(changes.map((_, i) => i + 1));
  });

  it('keeps its key while its own words stay, whatever else is saved', () => {
    const live = aCause({ summary: 'Old words.', title: 'Hip' });
    const keyOf = (after: EntryContent, field: string) => between(live, after).find((one) => one.field === field)?.key;
    const draft = aCause({ summary: 'Other words.', title: 'Hip' });
    const later = aCause({ summary: 'Other words.', title: 'Hip joint' });
    expect(keyOf(later, 'summary')).toBe(keyOf(draft, 'summary'));
    expect(keyOf(aCause({ summary: 'Plain words.', title: 'Hip' }), 'summary')).not.toBe(keyOf(draft, 'summary'));
  });

  it('is a move for sections in another order, and nothing else', () => {
    const [one, other, third] = [outlook('Old words.'), symptoms('Plain words.'), anatomy('Other words.')];
    const [change, ...rest] = between(
      aCause({ sections: [one, other, third] }),
      aCause({ sections: [third, one, other] }),
    );
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ field: 'sections', weight: 'meaning' });
    expect(change?.moves).toEqual([{ label: 'Section “anatomy”', from: 3, to: 1 }]);
  });

  it('holds a new picture against the one that it replaces', () => {
    const [change] = between(aGuide({ figures: [figure('a')] }), aGuide({ figures: [figure('b')] }));
    expect(change?.figures).toMatchObject([{ before: { width: 640 }, after: { width: 640 } }]);
    expect(change?.figures[0]?.before?.sha256).toMatch(/^a/);
    expect(change?.figures[0]?.after?.sha256).toMatch(/^b/);
  });

  it('has tables apart from the words around them', () => {
    const cell = (text: string) => [{ kind: 'text' as const, text }];
    const body = (value: string) => [
      ...prose('Plain words.'),
      { kind: 'table' as const, head: [], rows: [[cell('name'), cell(value)]], named: true },
    ];
    const [change] = between(aGuide({ intro: body('old') }), aGuide({ intro: body('other') }));
    expect(change?.tables).toHaveLength(1);
    expect(change?.besideTables).toEqual([{ text: 'Plain words.', kind: 'same' }]);
    expect(change?.parts.some(({ kind }) => kind === 'added')).toBe(true);
  });
});
