import type { CauseContent } from '../../../../model/entries/cause.ts';
import type { Approval, Release, ReleasedRow } from '../../../../model/release-row.ts';
import { aCause, approval, prose, released } from '../../../support/releases.ts';

/** A cause whose text has these words; its title is of its own. */
export const saying = (words: string, over: Partial<CauseContent> = {}): CauseContent =>
  aCause({
    redFlags: [],
    treatments: [],
    sections: [{ kind: 'symptoms', body: prose(words), urgentSigns: [], figures: [] }],
    ...over,
  });

export const by = (uid: string, over: Partial<Approval['clinician']> = {}, at = '2026-02-01T09:00:00.000Z') => ({
  ...approval,
  approvedAt: at,
  clinician: { ...approval.clinician, uid, slug: uid, name: `Dr ${uid}`, demonstration: false, ...over },
});

/** A cause said one thing, and was corrected for safety: rows 1 and 2. */
export const corrected = (over: Partial<ReleasedRow> = {}): Release[] => [
  released(saying('It settles in oldcanary weeks.'), { seq: 1, changeNote: 'First note-canary' }),
  released(saying('It settles in othercanary weeks.'), {
    seq: 2,
    version: '1.1',
    changeKind: 'safety',
    changeNote: 'The time was wrong: why-canary.',
    releasedAt: '2026-03-01T09:00:00.000Z',
    ...over,
  }),
];
