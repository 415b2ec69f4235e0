import { describe, expect, it } from 'vitest';
import { figuresWithPaths, indexOf, referencesOf, summaryOf } from '../../../model/entries/references.ts';
import { leavesOf } from '../../../model/entries/leaves.ts';
import { isGraded, runningTexts } from '../../../model/entries/running-texts.ts';
import type { FigureContent } from '../../../model/entries/shared.ts';
import { ENTRY_TYPES } from '../../../model/entries/types.ts';
import { indexedMembers } from '../../../model/release-row.ts';
import { aCourse, aLesson } from '../../publishers/email/course.ts';
import { sampleOf } from '../../support/described.ts';
import { aCause, aGuide, aRedFlag, aTreatment, prose } from '../../support/releases.ts';

const drawing: FigureContent = {
  alt: 'A hip',
  caption: 'The hip joint',
  credit: null,
  licence: null,
  mailPicture: [],
  renditions: [{ width: 320, height: 200, sha256: 'a'.repeat(64) }],
};

describe('the walk over a content', () => {
  it('names every value by its true path, and by one that a new order leaves alone', () => {
    const cause = aCause({
      sections: [
        { kind: 'anatomy', body: prose('One.'), urgentSigns: [], figures: [] },
        { kind: 'outlook', body: prose('Two.'), urgentSigns: [], figures: [drawing, drawing] },
      ],
    });
    const at = (path: string) => leavesOf(cause).find((leaf) => leaf.path === path);
    expect(at('sections.1.figures.1.caption')).toMatchObject({
      place: `sections.outlook.figures.${'a'.repeat(64)}.caption`,
      labels: ['section “outlook”', 'figures', 'caption'],
      value: 'The hip joint',
    });
    expect(at('worse.0')).toMatchObject({ place: 'worse', value: 'long standing' });
    expect(figuresWithPaths(cause).map(({ path }) => path)).toEqual(['sections.1.figures.0', 'sections.1.figures.1']);
  });

  it('reaches every value of every type', () => {
    for (const type of ENTRY_TYPES) {
      const sample = sampleOf(type);
      const words = JSON.stringify(sample).match(/Canary 0 of [\w.]+ here/g) ?? [];
      const walked = JSON.stringify(leavesOf(sample).map(({ value }) => value));
      expect(words.length).toBeGreaterThan(5);
      for (const canary of words) expect(walked).toContain(canary);
    }
  });
});

describe('the running text of an entry', () => {
  const fieldsOf = (...args: Parameters<typeof runningTexts>) => runningTexts(...args).map(({ field }) => field);

  it('holds titles, signs, captions, alternative texts, subjects and preheaders', () => {
    expect(fieldsOf(aGuide({ figures: [drawing] }))).toEqual(
      expect.arrayContaining(['title', 'whenToConsult.0.sign', 'figures.0.alt', 'figures.0.caption']),
    );
    expect(fieldsOf(aCourse({ lessons: [aLesson({ key: 'one' })] }))).toEqual(
      expect.arrayContaining(['title', 'lessons.0.subject', 'lessons.0.preheader', 'lessons.0.intro']),
    );
    expect(fieldsOf(aTreatment({ dose: 'At most 4 g a day.' }))).toEqual(expect.arrayContaining(['dose', 'howTo.1']));
  });

  it('leaves out what is no text for readers', () => {
    const all = ENTRY_TYPES.flatMap((type) => fieldsOf(sampleOf(type))).join(' ');
    expect(all).not.toMatch(/slug|keywords|icd10|\.key|sources|credit|sendAt/);
  });

  it('is graded for reading where it is long enough to read', () => {
    const graded = leavesOf(aCause()).filter(({ field, running, value }) => running && isGraded(field) && value !== '');
    expect(graded.map(({ path }) => path)).toEqual(['summary', 'sections.0.body']);
  });
});

describe('what an index tells', () => {
  it('is what the fields say, and nothing where a type has no such field', () => {
    expect(indexOf(aRedFlag())).toMatchObject({ urgency: 'urgent-days', summary: aRedFlag().action, partOf: null });
    expect(indexOf(aTreatment({ partOf: 'u1' }))).toEqual({
      summary: aTreatment().summary,
      partOf: 'u1',
      urgency: null,
      treatmentKind: 'thermal',
      evidenceLevel: 'limited',
    });
    expect(summaryOf(aGuide())).toBe(aGuide().summary);
  });

  it('is told of each name by some field, and in one type by one field at most', () => {
    const told = ENTRY_TYPES.map((type) => leavesOf(sampleOf(type)).flatMap(({ field }) => field.says.indexAs ?? []));
    for (const names of told) expect(names).toEqual([...new Set(names)]);
    expect(new Set(told.flat())).toEqual(new Set(['summary', ...Object.keys(indexedMembers.shape)]));
  });

  it('names references by the relationship they stand in, and which must be live', () => {
    expect(referencesOf(aCause({ redFlags: ['a'], treatments: ['b', 'c'], related: ['d'], partOf: 'e' }))).toEqual([
      { uid: 'b', field: 'treatments', required: true },
      { uid: 'c', field: 'treatments', required: true },
      { uid: 'a', field: 'redFlags', required: true },
      { uid: 'e', field: 'partOf', required: false },
      { uid: 'd', field: 'related', required: false },
    ]);
    expect(referencesOf(aCourse({ lessons: [aLesson({ key: 'one', entries: ['x'] })] }))).toEqual([
      { uid: 'x', field: 'lessons.0.entries.0.entry', required: true },
    ]);
  });
});
