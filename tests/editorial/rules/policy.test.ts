import { describe, expect, it } from 'vitest';
import { isTooLow } from '../../../model/change-kind.ts';
import { approvalsNeeded, minimumChangeKind, type Past } from '../../../editorial/rules/policy.ts';
import { POLICY } from '../../../policy.ts';
import type { CourseContent, LessonContent } from '../../../model/entries/course.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { SCHEMA } from '../../../model/entries/types.ts';
import { EMPTY_LESSON, shown } from '../../support/lessons.ts';
import { aCause, aGuide, aRedFlag, aTreatment, prose, source } from '../../support/releases.ts';

const needed = (next: EntryContent, live: EntryContent | null) => approvalsNeeded(next, live, POLICY).needed;
const aLesson = (over: Partial<LessonContent> = {}): LessonContent => ({
  ...EMPTY_LESSON,
  key: 'first',
  subject: 'Your hip',
  preheader: 'What it is made of.',
  intro: 'Welcome to this lesson.',
  entries: [shown('cause')],
  outro: 'See you soon.',
  delayDays: 0,
  ...over,
});
const aCourse = (over: Partial<CourseContent> = {}): CourseContent => ({
  schema: SCHEMA,
  terms: [],
  type: 'course',
  uid: 'course',
  slug: 'course',
  title: 'A course',
  reviewDue: '2027-06-01',
  sources: [],
  summary: 'Lessons by mail.',
  lessons: [aLesson()],
  sendAt: '08:00',
  weekdays: ['mon'],
  ...over,
});
const withSafety = (text: string) =>
  aTreatment({ sections: [{ kind: 'safety', body: text ? prose(text) : [], urgentSigns: [], figures: [] }] });

describe('two clinicians must approve', () => {
  it.each<[string, EntryContent, EntryContent | null]>([
    [
      '“Take 20 tablets” in a step',
      aTreatment({ howTo: ['Take 20 tablets.'] }),
      aTreatment({ howTo: ['Take 2 tablets.'] }),
    ],
    ['an emptied list of when to consult', aGuide({ whenToConsult: [] }), aGuide()],
    ['an emptied safety section', withSafety(''), withSafety('It can burn.')],
    ['a safety section that is gone', aTreatment({ sections: [] }), withSafety('It can burn.')],
    [
      'a lesson that says “Stop taking warfarin”',
      aCourse({ lessons: [aLesson({ intro: 'Stop taking warfarin.' })] }),
      aCourse(),
    ],
    ['the subject of a lesson', aCourse({ lessons: [aLesson({ subject: 'Never rest' })] }), aCourse()],
    ['what a lesson carries', aCourse({ lessons: [aLesson({ entries: [shown('other')] })] }), aCourse()],
    [
      'steps in another order',
      aTreatment({ howTo: ['Cool it.', 'Rest.'] }),
      aTreatment({ howTo: ['Rest.', 'Cool it.'] }),
    ],
    ['a first red flag', aRedFlag(), null],
    ['its urgency', aRedFlag({ urgency: 'emergency-now' }), aRedFlag()],
    ['its action', aRedFlag({ action: 'Lie down.' }), aRedFlag()],
    ['its sign', aRedFlag({ title: 'Other' }), aRedFlag()],
    ['its explanation', aRedFlag({ explanation: prose('Other.') }), aRedFlag()],
    ['when it is more urgent', aRedFlag({ urgencyNote: null }), aRedFlag()],
    ['the red flags of a guide', aGuide({ redFlags: [] }), aGuide()],
    ['the red flags of a cause', aCause({ redFlags: [] }), aCause()],
    ['the red flags of a new cause', aCause(), null],
    ['cautions', aTreatment({ cautions: [] }), aTreatment()],
    ['a first treatment with cautions', aTreatment(), null],
    ['interactions', aTreatment({ interactions: ['Milk.'] }), aTreatment()],
    ['a dose', aTreatment({ dose: 'As your leaflet says.' }), aTreatment()],
    ['a dose taken away', aTreatment(), aTreatment({ dose: 'As your leaflet says.' })],
    ['a number in running text', aCause({ summary: 'It lasts 6 weeks.' }), aCause({ summary: 'It lasts 9 weeks.' })],
    ['a denial in running text', aGuide({ intro: prose('Do not run.') }), aGuide({ intro: prose('You can run.') })],
    ['a first entry whose words can hurt', aCause({ redFlags: [], summary: 'Take 2 tablets.' }), null],
    ['the treatments of a cause', aCause({ treatments: ['other'] }), aCause()],
    ['the causes of a guide', aGuide({ causes: ['other'] }), aGuide()],
    ['the treatments of a guide', aGuide({ treatments: ['other'] }), aGuide()],
    ['another type than readers have', aCause(), aGuide({ redFlags: aCause().redFlags })],
  ])('%s', (_what, next, live) => {
    expect(needed(next, live)).toBe(2);
  });
});

describe('one clinician is enough for', () => {
  const plain = { redFlags: [], treatments: [], specialists: [], summary: 'The joint wears.', title: 'Worn joint' };
  it.each<[string, EntryContent, EntryContent | null]>([
    ['words that cannot hurt', aCause({ summary: 'The joint wears out.' }), aCause({ summary: 'The joint wears.' })],
    [
      'a sentence that moved',
      aGuide({ closing: prose('Rest for 2 days. Eat well at noon.') }),
      aGuide({ closing: prose('Eat well at noon. Rest for 2 days.') }),
    ],
    ['a first entry whose words cannot hurt', aCause(plain), null],
    [
      'web address, sources, codes, date',
      aRedFlag({ slug: 'other', sources: [{ ...source, year: 2023 }], icd10: [], reviewDue: '2027-07-01' }),
      aRedFlag(),
    ],
    ['the order of related entries', aCause({ related: ['b', 'a'] }), aCause({ related: ['a', 'b'] })],
    [
      'lessons in another order',
      aCourse({ lessons: [aLesson(), aLesson({ key: 'b' })] }),
      aCourse({ lessons: [aLesson({ key: 'b' }), aLesson()] }),
    ],
    ['nothing', aTreatment(), aTreatment()],
  ])('%s', (_what, next, live) => {
    expect(needed(next, live)).toBe(1);
  });
});

it('says which part, and which words', () => {
  const live = aTreatment({ howTo: ['Rest.'], summary: 'Use it for 5 minutes.' });
  const next = aTreatment({ howTo: ['Run.'], summary: 'Use it for 50 minutes.' });
  expect(approvalsNeeded(next, live, POLICY).reasons).toEqual([
    {
      rule: 'safety',
      field: 'summary',
      label: 'Summary',
      words: [
        { kind: 'number', word: '5', how: 'removed' },
        { kind: 'number', word: '50', how: 'added' },
      ],
    },
    { rule: 'safety', field: 'howTo', label: expect.stringMatching(/how to/i) as string, words: [] },
  ]);
});

it('knows the medicines that the installation names', () => {
  const [next, live] = [aCause({ summary: 'Zyloprim eases it.' }), aCause({ summary: 'Warmth eases it.' })];
  expect(approvalsNeeded(next, live, POLICY).needed).toBe(1);
  expect(approvalsNeeded(next, live, { ...POLICY, medicines: ['Zyloprim'] }).needed).toBe(2);
});

it('takes the numbers from the policy it is handed', () => {
  const policy = { ...POLICY, approvals: 2, safetyApprovals: 3 };
  expect(approvalsNeeded(aRedFlag({ action: 'Lie down.' }), aRedFlag(), policy).needed).toBe(3);
  expect(approvalsNeeded(aRedFlag(), aRedFlag(), policy).needed).toBe(2);
});

describe('how small a change may be called', () => {
  const before = aTreatment({ dose: 'Two a day.' });
  const safety = aTreatment({ dose: 'Three a day.' });
  const routine = aTreatment({ dose: 'Two a day.', related: ['x'] });
  const NOW: Past = { everReleased: true, isLive: true, sentByMail: false, oldTextHarmless: false };
  const floor = (next: EntryContent, live: EntryContent | null, past: Partial<Past> = {}) =>
    minimumChangeKind(approvalsNeeded(next, live, POLICY).reasons, { ...NOW, isLive: live !== null, ...past }).kind;

  it('is `new` the first time, whatever it says', () => {
    expect(floor(safety, null, { everReleased: false })).toBe('new');
    expect(floor(safety, null, { everReleased: false, sentByMail: true })).toBe('new');
  });

  it('is `minor` when nothing in it can hurt, by mail too', () => {
    expect(floor(routine, before)).toBe('minor');
    expect(floor(routine, before, { sentByMail: true })).toBe('minor');
  });

  it('is `major` when something in it can hurt', () => {
    expect(floor(safety, before)).toBe('major');
  });

  it('is `safety` when readers have the old text by mail, unless it could not hurt', () => {
    expect(floor(safety, before, { sentByMail: true })).toBe('safety');
    expect(floor(safety, before, { sentByMail: true, oldTextHarmless: true })).toBe('major');
  });

  it('is `major` after a withdrawal: who had it by mail was told then', () => {
    expect(floor(safety, null, { sentByMail: true })).toBe('major');
  });

  it('gives its reasons', () => {
    const past = { ...NOW, sentByMail: true };
    const { reasons } = minimumChangeKind(approvalsNeeded(safety, before, POLICY).reasons, past);
    expect(reasons.map(({ rule }) => rule)).toEqual(['sent-by-mail', 'safety']);
    expect(minimumChangeKind([], past).reasons).toEqual([]);
  });

  it('is compared by weight', () => {
    expect(isTooLow('minor', 'major')).toBe(true);
    expect(isTooLow('major', 'safety')).toBe(true);
    expect(isTooLow('minor', 'new')).toBe(true);
    expect(isTooLow('major', 'new')).toBe(false);
    expect(isTooLow('safety', 'minor')).toBe(false);
    expect(isTooLow('minor', 'minor')).toBe(false);
  });
});
