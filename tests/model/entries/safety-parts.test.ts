import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../../model/entries/entries.ts';
import { group, list } from '../../../model/entries/describe/composed.ts';
import { prose as proseField, text } from '../../../model/entries/describe/text.ts';
import { leavesOf } from '../../../model/entries/leaves.ts';
import { safetyParts } from '../../../model/entries/safety-parts.ts';
import { aCourse, aLesson } from '../../publishers/email/course.ts';
import { sampleOf } from '../../support/described.ts';
import { aCause, aGuide, aRedFlag, aTreatment, prose } from '../../support/releases.ts';
import { anEvidence } from '../../support/treatment-rows.ts';

type Content = Parameters<typeof safetyParts>[0];
const classesOf = (content: Content) => new Map(safetyParts(content).map((part) => [part.field, part.class]));
const partOf = (content: Content, field: string) => safetyParts(content).find((part) => part.field === field);

describe('what policy compares', () => {
  it.each<[string, Content, string]>([
    ['how to do it', aTreatment(), 'howTo'],
    ['cautions', aTreatment(), 'cautions'],
    ['interactions', aTreatment({ interactions: ['Warfarin.'] }), 'interactions'],
    ['a dose', aTreatment({ dose: '4 g' }), 'dose'],
    [
      'the section on safety',
      aTreatment({ sections: [{ kind: 'safety', body: prose('A.'), urgentSigns: [], figures: [] }] }),
      'sections.safety.body',
    ],
    ['the sign', aRedFlag(), 'title'],
    ['urgency', aRedFlag(), 'urgency'],
    ['action', aRedFlag(), 'action'],
    ['when to consult', aGuide(), 'whenToConsult.worse.explanation'],
    ['which red flags a cause has', aCause(), 'redFlags'],
  ])('counts every change of %s', (_what, content, field) => {
    expect(classesOf(content).get(field)).toBe('always');
  });

  it.each<[string, Content, string]>([
    ['titles', aCause(), 'title'],
    ['summaries', aCause(), 'summary'],
    ['what it is', aTreatment(), 'sections.what-it-is.body'],
    ['an introduction', aGuide(), 'intro'],
    ['the subject of a lesson', aCourse({ lessons: [aLesson({ key: 'one' })] }), 'lessons.one.subject'],
    ['the words of a lesson', aCourse({ lessons: [aLesson({ key: 'one' })] }), 'lessons.one.intro'],
  ])('counts %s by their words', (_what, content, field) => {
    expect(classesOf(content).get(field)).toBe('by-words');
  });

  it('does not count codes, keywords, sources, web addresses and related entries', () => {
    const classes = classesOf(aGuide({ relatedGuides: ['g2'] }));
    for (const field of ['keywords', 'icd10', 'sources.title', 'slug', 'relatedGuides']) {
      expect(classes.get(field), field).toBe('never');
    }
  });

  it('counts a caption inside a part of which everything counts', () => {
    const figures = sampleOf('guide').type === 'guide' ? (sampleOf('guide') as ReturnType<typeof aGuide>).figures : [];
    const treatment = aTreatment({
      sections: [
        { kind: 'safety', body: [], urgentSigns: [], figures },
        { kind: 'what-it-is', body: [], urgentSigns: [], figures },
      ],
    });
    const captionIn = (section: string) =>
      [...classesOf(treatment)].find(([field]) => field.startsWith(section) && field.endsWith('.caption'))?.[1];
    expect(captionIn('sections.safety')).toBe('always');
    expect(captionIn('sections.what-it-is')).toBe('by-words');
  });

  it('has no part for what is empty, so that a first release compares with nothing', () => {
    const bare = aTreatment({
      cautions: [],
      howTo: [],
      dose: null,
      evidence: anEvidence({ level: null, statement: '' }),
    });
    const fields = safetyParts(bare).map(({ field }) => field);
    expect(fields).not.toEqual(expect.arrayContaining(['cautions']));
    for (const field of ['cautions', 'howTo', 'dose', 'evidence.level', 'evidence.statement'])
      expect(fields).not.toContain(field);
  });

  it('is the same when only the order of rows changes, and another when steps change places', () => {
    const sections = [
      { kind: 'what-it-is' as const, body: prose('A.'), urgentSigns: [], figures: [] },
      { kind: 'safety' as const, body: prose('B.'), urgentSigns: [], figures: [] },
    ];
    const one = safetyParts(aTreatment({ sections }));
    const other = safetyParts(aTreatment({ sections: sections.toReversed() }));
    expect(new Set(other.map((part) => JSON.stringify(part)))).toEqual(
      new Set(one.map((part) => JSON.stringify(part))),
    );
    expect(partOf(aTreatment({ howTo: ['a', 'b'] }), 'howTo')?.text).not.toBe(
      partOf(aTreatment({ howTo: ['b', 'a'] }), 'howTo')?.text,
    );
  });

  it('has formatting and links in the value behind the text', () => {
    const bold = aRedFlag({
      explanation: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Go', bold: true }] }],
    });
    const plain = aRedFlag({ explanation: prose('Go') });
    expect(partOf(bold, 'explanation')?.text).toBe(partOf(plain, 'explanation')?.text);
    expect(partOf(bold, 'explanation')?.value).not.toEqual(partOf(plain, 'explanation')?.value);
  });

  it('names each part for people', () => {
    expect(partOf(aTreatment(), 'sections.what-it-is.body')?.label).toBe('Section “what it is” › body');
    expect(partOf(aRedFlag(), 'title')?.label).toBe('Sign');
  });
});

describe('a field that says nothing of itself', () => {
  it('is running text, and every change of it counts', () => {
    const careless = { note: text(), story: proseField(), notes: list(text()), inner: group({ note: text() }) };
    const guide = aGuide();
    const fields: Record<string, unknown> = ENTRIES.guide.fields;
    Object.assign(fields, { careless: group(careless) });
    try {
      const content = { ...guide, careless: { note: 'a', story: prose('b'), notes: ['c'], inner: { note: 'd' } } };
      const leaves = leavesOf(content).filter(({ path }) => path.startsWith('careless'));
      expect(leaves).toHaveLength(4);
      for (const { safety, running } of leaves) expect([safety, running]).toEqual(['always', true]);
    } finally {
      Reflect.deleteProperty(fields, 'careless');
    }
  });

  it('is always in a row whose key is on no list', () => {
    const odd = aCause({
      sections: [{ kind: 'other' as never, body: prose('Take 20 tablets.'), urgentSigns: [], figures: [] }],
    });
    expect(partOf(odd, 'sections.other.body')?.class).toBe('always');
  });
});
