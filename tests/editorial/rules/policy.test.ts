import { describe, expect, it } from 'vitest';
import { approvalsNeeded, changesSafety } from '../../../editorial/rules/policy.ts';
import { POLICY } from '../../../policy.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { aCause, aGuide, aRedFlag, aTreatment, prose } from '../../support/releases.ts';

const needed = (next: EntryContent, live: EntryContent | null) => approvalsNeeded(next, live, POLICY);
const aCourse = {
  schema: 1,
  type: 'course',
  uid: 'c',
  slug: 'c',
  title: 'C',
  reviewDue: null,
  sources: [],
  summary: '',
  lessons: [],
  sendAt: '08:00',
  weekdays: [],
} as const;

describe('how many clinicians must approve', () => {
  it('is one for an ordinary change', () => {
    expect(needed(aCause({ summary: 'Other.' }), aCause())).toBe(1);
    expect(needed(aGuide({ intro: prose('Other.') }), aGuide())).toBe(1);
    expect(needed(aTreatment({ howTo: [] }), aTreatment())).toBe(1);
    expect(needed(aCause({ redFlags: [] }), null)).toBe(1);
    expect(needed(aTreatment({ cautions: [], interactions: [], dose: null }), null)).toBe(1);
    expect(needed({ ...aCourse, lessons: [], weekdays: [], sources: [] }, null)).toBe(1);
  });

  it.each([
    ['a first red flag', aRedFlag(), null],
    ['its urgency', aRedFlag({ urgency: 'emergency-now' }), aRedFlag()],
    ['its action', aRedFlag({ action: 'Wait.' }), aRedFlag()],
    ['its sign', aRedFlag({ title: 'Other' }), aRedFlag()],
    ['its explanation', aRedFlag({ explanation: prose('Other.') }), aRedFlag()],
    ['when it is more urgent', aRedFlag({ urgencyNote: null }), aRedFlag()],
    ['the red flags of a guide', aGuide({ redFlags: [] }), aGuide()],
    ['their order', aGuide({ redFlags: ['b', 'a'] }), aGuide({ redFlags: ['a', 'b'] })],
    ['the red flags of a cause', aCause({ redFlags: [] }), aCause()],
    ['the red flags of a new cause', aCause(), null],
    ['cautions', aTreatment({ cautions: [] }), aTreatment()],
    ['a first treatment with cautions', aTreatment(), null],
    ['interactions', aTreatment({ interactions: ['Warfarin.'] }), aTreatment()],
    ['a dose', aTreatment({ dose: 'At most 4 g a day.' }), aTreatment()],
    ['a dose taken away', aTreatment(), aTreatment({ dose: 'At most 4 g a day.' })],
  ])('is two for %s', (_what, next, live) => {
    expect(needed(next, live)).toBe(2);
  });

  it('is one for what a red flag says besides', () => {
    expect(
      changesSafety(aRedFlag({ synonyms: [], icd10: [], sources: [], slug: 'other', reviewDue: null }), aRedFlag()),
    ).toBe(false);
  });

  it('does not compare across types', () => {
    expect(needed(aCause(), aGuide({ redFlags: aCause().redFlags }))).toBe(2);
  });
});
