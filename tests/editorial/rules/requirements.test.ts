import { describe, expect, it } from 'vitest';
import type { CourseContent } from '../../../model/entries/course.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { FigureContent } from '../../../model/entries/shared.ts';
import { SCHEMA } from '../../../model/entries/types.ts';
import { ISSUE_CODES } from '../../../model/issue.ts';
import { requirements, type Surroundings } from '../../../editorial/rules/requirements.ts';
import { toRevision, type Unsupported } from '../../../model/revision.ts';
import { kindSurroundings } from '../../support/events.ts';
import { EMPTY_LESSON, shown } from '../../support/lessons.ts';
import { aLocation } from '../../support/places.ts';
import { aCause, aGuide, aRedFlag, aTreatment, prose, source } from '../../support/releases.ts';
import { anEvidence } from '../../support/treatment-rows.ts';

const aLesson = {
  ...EMPTY_LESSON,
  key: 'one',
  subject: 'One',
  preheader: '',
  intro: 'Hello.',
  entries: [shown('e1')],
  outro: '',
  delayDays: 0,
};
const aCourse = (over: Partial<CourseContent> = {}): CourseContent => ({
  schema: SCHEMA,
  terms: [],
  type: 'course',
  uid: '0189-course',
  slug: 'hip-course',
  title: 'Hip course',
  reviewDue: '2027-06-01',
  sources: [],
  summary: 'Seven short mails.',
  lessons: [aLesson],
  sendAt: '08:00',
  weekdays: ['mon'],
  ...over,
});
const aFigure = (alt: string): FigureContent => ({
  alt,
  caption: null,
  credit: null,
  licence: null,
  mailPicture: [],
  renditions: [],
});

const issuesOf = (content: EntryContent, over: Partial<Surroundings> = {}, unsupported: Unsupported[] = []) =>
  requirements(toRevision(content, unsupported), kindSurroundings(content, over));
const codesOf = (...args: Parameters<typeof issuesOf>) =>
  issuesOf(...args).map(({ code, field }) => `${code} ${field}`.trim());
const errorsIn = (...args: Parameters<typeof issuesOf>) =>
  issuesOf(...args).filter(({ severity }) => severity === 'error');

describe('an entry that has everything', () => {
  it.each([aGuide(), aCause(), aTreatment(), aRedFlag(), aCourse()])('meets every requirement: $type', (content) => {
    expect(issuesOf(content)).toEqual([]);
  });
});

describe('each requirement', () => {
  const aTable = { field: 'sections.0.body', what: 'table' };
  const past = { now: new Date('2027-06-02T00:00:00Z') };
  it.each<[string, EntryContent, Partial<Surroundings>?, Unsupported[]?]>([
    ['title-missing title', aCause({ title: ' ' })],
    ['slug-invalid slug', aCause({ slug: '' })],
    ['slug-invalid slug', aCause({ slug: 'Hip Pain' })],
    ['slug-invalid slug', aCause({ slug: 'a--b' })],
    ['slug-invalid slug', aCause({ slug: '../x' })],
    ['slug-invalid slug', aCause({ slug: 'hüfte' })],
    ['slug-taken slug', aCause(), { slugTaken: true }],
    ['summary-missing summary', aCause({ summary: '\n' })],
    ['summary-missing summary', aCourse({ summary: '' })],
    ['body-missing intro', aGuide({ intro: [] })],
    ['body-missing sections', aCause({ sections: [] })],
    [
      'body-missing sections',
      aCause({ sections: [{ kind: 'anatomy', body: prose(' '), urgentSigns: [], figures: [] }] }),
    ],
    ['body-missing sections', aTreatment({ sections: [], howTo: [] })],
    ['body-missing explanation', aRedFlag({ explanation: [] })],
    ['sources-missing sources', aCause({ sources: [] })],
    ['alt-text-missing figures.0', aGuide({ figures: [aFigure('hip ')] })],
    [
      'alt-text-missing sections.0.figures.1',
      aCause({
        sections: [
          { kind: 'anatomy', body: prose('Text.'), urgentSigns: [], figures: [aFigure('The hip joint'), aFigure('')] },
        ],
      }),
    ],
    ['cautions-missing cautions', aTreatment({ kind: 'medication', cautions: [] })],
    ['cautions-missing cautions', aTreatment({ kind: 'supplement', cautions: [] })],
    ['action-missing action', aRedFlag({ action: ' ' })],
    ['urgency-missing urgency', aRedFlag({ urgency: null })],
    ['evidence-missing evidence', aTreatment({ evidence: anEvidence({ level: null, statement: 'Few trials.' }) })],
    ['evidence-missing evidence', aTreatment({ evidence: anEvidence({ level: 'limited', statement: '' }) })],
    ['disclosure-missing commercialDisclosure', aTreatment({ commercial: true })],
    ['lessons-missing lessons', aCourse({ lessons: [] })],
    ['lesson-incomplete lessons.0', aCourse({ lessons: [{ ...aLesson, entries: [] }] })],
    ['lesson-incomplete lessons.1', aCourse({ lessons: [aLesson, { ...aLesson, key: 'two', subject: '' }] })],
    ['lesson-key-repeated lessons.1.key', aCourse({ lessons: [aLesson, aLesson] })],
    ['reference-not-live causes', aGuide(), { liveUids: new Set([...aGuide().redFlags, ...aGuide().treatments]) }],
    ['reference-not-live lessons.0.entries.0.entry', aCourse(), { liveUids: new Set() }],
    ['review-due-missing reviewDue', aCause({ reviewDue: null })],
    ['review-due-past reviewDue', aCause(), past],
    ['unsupported-content sections.0.body', aCause(), {}, [aTable, aTable]],
    ['field-invalid title', aCause({ title: 'x'.repeat(121) })],
    ['field-invalid slug', aCause({ slug: 'x'.repeat(101) })],
    ['field-invalid summary', aCause({ summary: 'x'.repeat(401) })],
    ['field-invalid cautions.1', aTreatment({ cautions: ['Fine.', 'x'.repeat(601)] })],
    ['field-invalid howTo.0', aTreatment({ howTo: [''] })],
    ['field-invalid kind', aTreatment({ kind: '' as never })],
    [
      'field-invalid sections.0.kind',
      aCause({ sections: [{ kind: 'other' as never, body: prose('Text.'), urgentSigns: [], figures: [] }] }),
    ],
    ['call-missing call.whom', aRedFlag({ call: { whom: null, say: null } })],
    ['call-too-slow call.whom', aRedFlag({ urgency: 'same-day' })],
    ['field-invalid urgency', aRedFlag({ urgency: 'tomorrow' as never })],
    ['field-invalid onset', aCause({ onset: 'never' as never })],
    ['field-invalid locations.0.label', aCause({ locations: [aLocation('knee', '')] })],
    [
      'field-invalid evidence.level',
      aTreatment({ evidence: anEvidence({ level: 'great' as never, statement: 'Few.' }) }),
    ],
    [
      'field-invalid whenToConsult.0.key',
      aGuide({ whenToConsult: [{ key: '', sign: 'It hurts', explanation: 'Call.', urgentSigns: [] }] }),
    ],
    [
      'field-invalid whenToConsult.0.explanation',
      aGuide({ whenToConsult: [{ key: 'a', sign: 'It hurts', explanation: '', urgentSigns: [] }] }),
    ],
    ['field-invalid lessons.0.key', aCourse({ lessons: [{ ...aLesson, key: 'Not A Key' }] })],
    ['field-invalid lessons.0.subject', aCourse({ lessons: [{ ...aLesson, subject: 'x'.repeat(121) }] })],
    ['field-invalid lessons.0.preheader', aCourse({ lessons: [{ ...aLesson, preheader: 'x'.repeat(161) }] })],
    ['field-invalid lessons.0.delayDays', aCourse({ lessons: [{ ...aLesson, delayDays: 61 }] })],
    ['field-invalid lessons.0.delayDays', aCourse({ lessons: [{ ...aLesson, delayDays: -1 }] })],
    ['field-invalid sendAt', aCourse({ sendAt: '25:00' })],
    ['field-invalid weekdays.0', aCourse({ weekdays: ['someday' as never] })],
  ])('blocks: %s', (issue, content, surroundings = {}, unsupported = []) => {
    expect(codesOf(content, surroundings, unsupported)).toEqual([issue]);
    expect(errorsIn(content, surroundings, unsupported)).toHaveLength(1);
  });

  it.each<[string, EntryContent, Partial<Surroundings>?]>([
    [
      'reference-not-live relatedGuides',
      aGuide({ relatedGuides: ['g2'] }),
      { liveUids: new Set([...aGuide().causes, ...aGuide().redFlags, ...aGuide().treatments]) },
    ],
    ['reference-not-live partOf', aTreatment({ partOf: 't2' }), { liveUids: new Set() }],
    ['absolute-claim summary', aCause({ summary: 'Exercise cures it.' })],
    ['emergency-order summary', aCause({ summary: 'Call 999 if the leg is cold.' })],
    ['absolute-claim title', aTreatment({ title: 'A miracle cure' })],
    [
      'absolute-claim whenToConsult.0.sign',
      aGuide({ whenToConsult: [{ key: 'a', sign: 'It never fails', explanation: 'Call.', urgentSigns: [] }] }),
    ],
    ['absolute-claim lessons.0.subject', aCourse({ lessons: [{ ...aLesson, subject: 'Guaranteed relief' }] })],
    ['absolute-claim lessons.0.preheader', aCourse({ lessons: [{ ...aLesson, preheader: 'Risk-free' }] })],
    ['absolute-claim figures.0.alt', aGuide({ figures: [aFigure('A miracle at work')] })],
    [
      'absolute-claim sections.0.body',
      aCause({ sections: [{ kind: 'outlook', body: prose('Relief is guaranteed.'), urgentSigns: [], figures: [] }] }),
    ],
    ['absolute-claim action', aRedFlag({ action: 'This always works.' })],
    [
      'absolute-claim evidence.statement',
      aTreatment({ evidence: anEvidence({ level: 'limited', statement: 'It is 100 % safe.' }) }),
    ],
  ])('only warns: %s', (issue, content, surroundings = {}) => {
    expect(codesOf(content, surroundings)).toContain(issue);
    expect(errorsIn(content, surroundings)).toEqual([]);
  });

  it('warns when the text is hard to read, with the policy deciding what is hard', () => {
    const hard = aCause({
      sections: [
        {
          kind: 'outlook',
          urgentSigns: [],
          figures: [],
          body: prose(
            'Symptomatic degenerative osteoarthropathy necessitates multidisciplinary rehabilitation incorporating individualised neuromuscular exercise programmes, pharmacological optimisation, psychosocial evaluation and comprehensive occupational considerations throughout longitudinal interdisciplinary radiographic surveillance, and interprofessional communication regarding contraindications.',
          ),
        },
      ],
    });
    expect(codesOf(hard)).toContain('reading-grade-high');
    const { policy } = kindSurroundings(hard);
    expect(codesOf(hard, { policy: { ...policy, maxReadingGrade: 99 } })).not.toContain('reading-grade-high');
  });

  it('warns of an order too long to act on, and of an urgency that rests on no firm source', () => {
    expect(codesOf(aRedFlag({ action: `${'go on and '.repeat(11)}stop.` }))).toContain('sentence-too-long action');
    const weak = aRedFlag().sources.map((source) => ({ ...source, kind: 'news' as const }));
    expect(codesOf(aRedFlag({ sources: weak }))).toContain('source-weak sources');
    expect(codesOf(aRedFlag())).not.toContain('source-weak sources');
  });

  it('lets a word through that only contains a promise', () => {
    expect(
      codesOf(aCause({ summary: 'The obscured joint is secured; a curette is a tool, in 1100 % of cases.' })),
    ).not.toContain('absolute-claim summary');
  });

  it('lets an entry be reviewed on its last day', () => {
    expect(codesOf(aCause(), { now: new Date('2027-06-01T23:59:59Z') })).toEqual([]);
  });

  it('does not ask a treatment that is not a medicine for cautions, nor a course for sources', () => {
    expect(codesOf(aTreatment({ kind: 'diet', cautions: [] }))).toEqual([]);
    expect(codesOf(aCourse({ sources: [] }))).toEqual([]);
    expect(codesOf(aTreatment({ commercial: true, commercialDisclosure: 'The maker earns from it.' }))).toEqual([]);
    expect(codesOf(aCause({ sources: [source] }))).toEqual([]);
  });

  it('only uses codes of the closed list', () => {
    const worst = issuesOf(
      aTreatment({
        title: '',
        slug: '',
        summary: '',
        kind: 'medication',
        sections: [],
        howTo: [],
        cautions: [],
        sources: [],
        reviewDue: null,
        commercial: true,
        evidence: anEvidence({ level: null, statement: '' }),
      }),
      { slugTaken: true },
      [aTable],
    );
    for (const { code, message } of worst) {
      expect(ISSUE_CODES).toContain(code);
      expect(message).not.toBe('');
    }
    expect(worst.length).toBeGreaterThanOrEqual(10);
  });
});
