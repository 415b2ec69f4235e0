import { describe, expect, it } from 'vitest';
import { proseRequirements } from '../../../editorial/rules/prose-requirements.ts';
import { safetyChanges } from '../../../editorial/rules/safety-changes.ts';
import { changesBetween } from '../../../editorial/rules/changes.ts';
import type { Block, Inline } from '../../../model/prose.ts';
import { aCause, aRedFlag, aTreatment, source } from '../../support/releases.ts';

const words = (text: string): Inline[] => [{ kind: 'text', text }];
const CITED: Inline = { kind: 'cite', source: source.slug };
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });
const list = (...items: string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => ({ children: words(item) })),
});
const section = (...body: Block[]) => [{ kind: 'what-it-is' as const, body, urgentSigns: [], figures: [] }];
const codes = (content: Parameters<typeof proseRequirements>[0]) =>
  proseRequirements(content).map(({ code, severity, field }) => `${severity} ${code} ${field}`);
const UNCITED = 'warning claim-without-citation sections.0.body';

describe('a citation', () => {
  const other: Inline = { kind: 'cite', source: 'other-source' };

  it('names a source that the entry lists, or the entry is not released', () => {
    expect(codes(aCause({ sections: section(paragraph(...words('Plain words.'), CITED)) }))).toEqual([]);
    const twice = aCause({ sections: section(paragraph(other, other)) });
    expect(codes(twice)).toEqual(['error citation-unlisted sections.0.body']);
  });

  it('stands in the way of taking its source off the list', () => {
    const listed = aRedFlag({ explanation: [paragraph(...words('Plain words.'), CITED)] });
    expect(codes({ ...listed, sources: [] })).toEqual(['error citation-unlisted explanation']);
  });

  it('that comes, goes or changes is shown, and is no safety change of a text that is judged by its words', () => {
    const before = aCause({ sections: section(paragraph(...words('Take 2 tablets.'))) });
    const after = aCause({ sections: section(paragraph(...words('Take 2 tablets.'), CITED)) });
    expect(safetyChanges(after, before)).toEqual([]);
    const [change] = changesBetween(before, after, new Map());
    expect(change?.parts.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual([
      '[@nice-ng226]',
    ]);
  });
});

describe('a table', () => {
  const table = (dose: string, head: Inline[][] = [words('Who'), words('Dose')]): Block => ({
    kind: 'table',
    head,
    rows: [
      [words('Adults'), words(dose)],
      [words('Others'), words('none')],
    ],
    named: false,
  });
  const withTable = (block: Block) => aCause({ sections: section(block) });

  it('names its columns', () => {
    expect(codes(withTable(table('2 tablets')))).toEqual([]);
    expect(codes(withTable(table('2 tablets', [])))).toEqual(['error table-header-missing sections.0.body']);
  });

  it('differs in the cell that changed, and a dose in it is a safety change', () => {
    const [before, after] = [withTable(table('2 tablets')), withTable(table('3 tablets'))];
    const [change] = changesBetween(before, after, new Map());
    expect(change?.parts.map(({ kind, text }) => (kind === 'same' ? '' : text))).toEqual(['', '2', '3', '']);
    expect(safetyChanges(after, before).map(({ field }) => field)).toEqual(['sections.what-it-is.body']);
  });

  it('tells 10 to the power of 3 from 103', () => {
    const raised = paragraph(...words('10'), { kind: 'text', text: '3', script: 'super' });
    const [before, after] = [withTable(raised), withTable(paragraph(...words('103')))];
    expect(safetyChanges(after, before)).toHaveLength(1);
  });
});

describe('a claim without a citation', () => {
  it.each<[string, Block[]]>([
    ['a number', [paragraph(...words('It helped 6 people.'))]],
    ['a number in words', [paragraph(...words('It helped three people.'))]],
    ['an effect', [paragraph(...words('It relieves pain.'))]],
    ['an effect in a list', [list('It is warm', 'It reduces pain')]],
    ['a number after a list that is cited', [paragraph(CITED, ...words('See:')), list('a', '5 b'), list('6 c')]],
  ])('is named in treatments and red flags: %s', (_what, body) => {
    expect(codes(aTreatment({ sections: section(...body) }))).toEqual([UNCITED]);
    expect(codes(aRedFlag({ explanation: body }))).toEqual([UNCITED.replace('sections.0.body', 'explanation')]);
    expect(codes(aCause({ sections: section(...body) }))).toEqual([]);
  });

  it.each<[string, Block[]]>([
    ['a citation in the paragraph', [paragraph(...words('It helped 6 people.'), CITED)]],
    ['a citation in what leads to a list', [paragraph(...words('It does:'), CITED), list('6 a', 'relieves b')]],
    ['no number and no effect', [paragraph(...words('Wrap the pack in a cloth.'))]],
    ['one of something', [paragraph(...words('Choose one pack.'))]],
    ['a number to call', [paragraph(...words('Call 112.'))]],
    ['a name with a number', [paragraph(...words('Fish oil has omega-3 and vitamin D3.'))]],
    ['a heading', [{ kind: 'heading', level: 3, children: words('6 things') }]],
  ])('is none with %s', (_what, body) => {
    expect(codes(aTreatment({ sections: section(...body) }))).toEqual([]);
  });

  it('is quoted by its beginning', () => {
    const [issue] = proseRequirements(
      aTreatment({ sections: section(paragraph(...words(`It helped 6 of ${'many '.repeat(30)}`))) }),
    );
    expect(issue?.message).toMatch(/^“It helped 6 of many [^”]{20,50}…” tells/);
  });
});
