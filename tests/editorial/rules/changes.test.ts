import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../editorial/rules/changes.ts';
import type { CAUSE_SECTIONS } from '../../../model/entries/cause.ts';
import { type CauseContent } from '../../../model/entries/cause.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { FigureContent } from '../../../model/entries/shared.ts';
import type { Prose } from '../../../model/prose.ts';
import { revisionHash } from '../../../model/revision.ts';
import { aCause, aGuide, aRedFlag, aTreatment, prose, source } from '../../support/releases.ts';

const NO_TITLES = new Map<string, string>();
const fieldsOf = (before: EntryContent | null, after: EntryContent) =>
  changesBetween(before, after, NO_TITLES).map(({ field }) => field);
const aFigure: FigureContent = {
  alt: 'The hip joint',
  caption: null,
  credit: null,
  licence: null,
  mailPicture: [],
  renditions: [{ width: 320, height: 200, sha256: 'a'.repeat(64) }],
};
const linked = (href: string, text = 'here'): Prose => [
  { kind: 'paragraph', children: [{ kind: 'link', href, children: [{ kind: 'text', text }] }] },
];
const section = (kind: (typeof CAUSE_SECTIONS)[number], body: Prose, figures: FigureContent[] = []) => ({
  kind,
  body,
  urgentSigns: [],
  figures,
});

describe('what a draft would change for readers', () => {
  it('is nothing when nothing changed', () => {
    for (const content of [aGuide(), aCause(), aTreatment(), aRedFlag()])
      expect(fieldsOf(content, structuredClone(content))).toEqual([]);
  });

  it('is every filled field of a first draft, all of it added', () => {
    const changes = changesBetween(null, aRedFlag(), NO_TITLES);
    expect(changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'action', 'urgency', 'explanation', 'sources']),
    );
    expect(changes.every(({ parts }) => parts.every(({ kind }) => kind === 'added'))).toBe(true);
    expect(changes.map(({ field }) => field)).not.toContain('uid');
  });

  it('is told word by word', () => {
    const [change] = changesBetween(
      aCause({ summary: 'Rest it for two days.' }),
      aCause({ summary: 'Rest it for ten days.' }),
      NO_TITLES,
    );
    expect(change).toMatchObject({ field: 'summary', label: 'Summary' });
    expect(change?.parts).toContainEqual({ text: 'two', kind: 'removed' });
    expect(change?.parts).toContainEqual({ text: 'ten', kind: 'added' });
  });

  it('names other entries by their titles', () => {
    const titles = new Map([['u1', 'Cold and heat']]);
    const [change] = changesBetween(aCause({ treatments: [] }), aCause({ treatments: ['u1'] }), titles);
    expect(change?.parts.map(({ text }) => text).join('')).toContain('Cold and heat');
  });

  const before = aCause({
    sections: [
      section('anatomy', prose('One.')),
      section('anatomy', prose('Two.')),
      section('outlook', prose('Three.')),
    ],
  });
  it.each<[string, EntryContent, EntryContent]>([
    [
      'the first of two sections of one kind',
      before,
      aCause({
        sections: [
          section('anatomy', prose('One!')),
          section('anatomy', prose('Two.')),
          section('outlook', prose('Three.')),
        ],
      }),
    ],
    ['the order of sections', before, aCause({ sections: [...before.sections].reverse() })],
    ['a section taken away', before, aCause({ sections: before.sections.slice(0, 2) })],
    [
      'where a link leads',
      aGuide({ intro: linked('https://a.example') }),
      aGuide({ intro: linked('https://b.example') }),
    ],
    [
      'where a link in a section leads',
      aCause({ sections: [section('anatomy', linked('https://a.example'))] }),
      aCause({ sections: [section('anatomy', linked('https://b.example'))] }),
    ],
    [
      'a heading that becomes a paragraph',
      aGuide({ intro: [{ kind: 'heading', level: 3, children: [{ kind: 'text', text: 'A' }] }] }),
      aGuide({ intro: prose('A') }),
    ],
    [
      'bold',
      aGuide({ intro: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'not', bold: true }] }] }),
      aGuide({ intro: prose('not') }),
    ],
    ['the DOI of a source', aCause({ sources: [source] }), aCause({ sources: [{ ...source, doi: '10.1/x' }] })],
    ['the kind of a source', aCause({ sources: [source] }), aCause({ sources: [{ ...source, kind: 'news' }] })],
    [
      'the day a source was read',
      aCause({ sources: [source] }),
      aCause({ sources: [{ ...source, accessedOn: null }] }),
    ],
    [
      'the credit of a figure',
      aGuide({ figures: [aFigure] }),
      aGuide({ figures: [{ ...aFigure, credit: 'Someone' }] }),
    ],
    [
      'the file of a figure',
      aGuide({ figures: [aFigure] }),
      aGuide({
        figures: [{ ...aFigure, mailPicture: [], renditions: [{ width: 320, height: 200, sha256: 'b'.repeat(64) }] }],
      }),
    ],
    ['whether it is sold', aTreatment(), aTreatment({ commercial: true })],
    ['a step that two others become', aTreatment({ howTo: ['a\nb'] }), aTreatment({ howTo: ['a', 'b'] })],
    ['nothing said and nothing there', aTreatment({ dose: null }), aTreatment({ dose: '' })],
    ['the day of the next review', aCause({ reviewDue: '2027-06-01' }), aCause({ reviewDue: '2027-07-01' })],
  ])('shows %s', (_what, one, other) => {
    const changes = changesBetween(one, other, NO_TITLES);
    expect(changes).not.toEqual([]);
    expect(changes.every(({ label, parts }) => label !== '' && parts.some(({ kind }) => kind !== 'same'))).toBe(true);
  });

  it('shows a new section as one change', () => {
    expect(fieldsOf(aCause({ sections: [] }), aCause({ sections: [section('outlook', prose('Good.'))] }))).toEqual([
      'sections.outlook',
    ]);
  });
});

const words = fc.constantFrom('', 'a', 'b', 'a b', 'hip');
const inline = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: words }),
  fc.record({ kind: fc.constant('text' as const), text: words, bold: fc.constant(true as const) }),
  fc.record({
    kind: fc.constant('link' as const),
    href: fc.constantFrom('https://a', 'https://b'),
    children: fc.constant([{ kind: 'text' as const, text: 'x' }]),
  }),
);
const block = fc.record({ kind: fc.constant('paragraph' as const), children: fc.array(inline, { maxLength: 3 }) });
const cause = fc
  .record({
    title: words,
    summary: words,
    worse: fc.array(words, { maxLength: 3 }),
    sections: fc.array(
      fc.record({
        kind: fc.constantFrom('anatomy', 'outlook'),
        body: fc.array(block, { maxLength: 2 }),
        figures: fc.constant<FigureContent[]>([]),
      }),
      { maxLength: 3 },
    ),
    partOf: fc.constantFrom(null, 'u1', 'u2'),
  })
  .map((over) => aCause(over as Partial<CauseContent>));

it('shows something for every two contents of different hash, and nothing for equal ones', () => {
  fc.assert(
    fc.property(cause, cause, (one, other) => {
      expect(fieldsOf(one, other).length > 0).toBe(revisionHash(one) !== revisionHash(other));
    }),
    { numRuns: 500 },
  );
});
