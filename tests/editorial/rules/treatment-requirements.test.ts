import { describe, expect, it } from 'vitest';
import { requirements } from '../../../editorial/rules/requirements.ts';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import { toRevision } from '../../../model/revision.ts';
import { kindSurroundings } from '../../support/events.ts';
import { aTreatment, prose } from '../../support/releases.ts';
import { aMedicine, anEvidence, anExercise } from '../../support/treatment-rows.ts';

const issuesOf = (over: Partial<TreatmentContent>) => {
  const content = aTreatment(over);
  return requirements(toRevision(content, []), kindSurroundings(content, {}));
};
const codesOf = (over: Partial<TreatmentContent>) => issuesOf(over).map(({ code, field }) => `${code} ${field}`);
const bare = { mustNot: [], mustAsk: [] };
const none = { from: null, to: null };

describe('a treatment is held back', () => {
  it.each<[string, Partial<TreatmentContent>]>([
    ['stop-rule-missing exercises', { kind: 'exercise' }],
    ['stop-rule-missing exercises.0.stopRule', { kind: 'exercise', exercises: [anExercise({ stopRule: ' ' })] }],
    ['stop-rule-missing exercises.0.stopRule', { exercises: [anExercise({ stopRule: '' })] }],
    ['dose-missing exercises.0', { exercises: [anExercise({ repetitions: none, sets: none, daysAWeek: none })] }],
    ['field-invalid exercises.0.repetitions', { exercises: [anExercise({ repetitions: { from: 10, to: 8 } })] }],
    ['field-invalid exercises.0.repetitions', { exercises: [anExercise({ repetitions: { from: null, to: 8 } })] }],
    ['field-invalid exercises.0.daysAWeek.to', { exercises: [anExercise({ daysAWeek: { from: 2, to: 8 } })] }],
    ['field-invalid exercises.0.hold.from', { exercises: [anExercise({ hold: { from: 0, to: null } })] }],
    [
      'cautions-missing medicines.1.mustNot',
      { kind: 'medication', cautions: [], medicines: [aMedicine(), aMedicine(bare)] },
    ],
    ['medicine-unnamed medicines.0.names', { medicines: [aMedicine({ names: [] })] }],
    ['maximum-missing medicines.0.maximum', { medicines: [aMedicine({ maximum: '' })] }],
    ['evidence-missing evidence.forWhat', { evidence: anEvidence({ forWhat: ' ' }) }],
    ['grade-misplaced evidence.level', { kind: 'professional-care' }],
  ])('by %s', (issue, over) => {
    expect(codesOf(over)).toEqual([issue]);
    expect(issuesOf(over).map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('a treatment is not held back', () => {
  it.each<[string, Partial<TreatmentContent>]>([
    ['when it is an exercise with its dose and stop rule', { kind: 'exercise', exercises: [anExercise()] }],
    ['when nothing is said of it but its exercises', { sections: [], howTo: [], exercises: [anExercise()] }],
    ['when each medicine has the cautions', { kind: 'medication', cautions: [], medicines: [aMedicine()] }],
    ['when the page has the cautions', { kind: 'medication', medicines: [aMedicine(bare)] }],
    [
      'when seeing somebody has no grade',
      { kind: 'professional-care', evidence: anEvidence({ level: null, forWhat: '' }) },
    ],
  ])('%s', (_what, over) => {
    expect(codesOf(over)).toEqual([]);
  });
});

describe('words that tell that nothing was found', () => {
  const search = 'The sources of this page, read in November.';
  const said = (statement: string) => ({ evidence: anEvidence({ statement }) });

  it.each([
    'We found no trial.',
    'No study has tested it.',
    'It has not been tested in the hip.',
    'There are no hip trials.',
    'There are no good knee trials.',
    'Nobody has shown that it works.',
  ])('are warned about without the search: %s', (statement) => {
    expect(codesOf(said(statement))).toEqual(['search-missing evidence.statement']);
    expect(issuesOf(said(statement))[0]?.severity).toBe('warning');
    expect(codesOf({ evidence: anEvidence({ statement, search }) })).toEqual([]);
  });

  it('are found in running text too, and other words are not', () => {
    const sections = (text: string) => [
      { kind: 'what-it-is' as const, body: prose(text), urgentSigns: [], figures: [] },
    ];
    expect(codesOf({ sections: sections('We found none.') })).toEqual(['search-missing sections.0.body']);
    for (const text of ['Nobody has to do them all.', 'It is no better than in trials.'])
      expect(codesOf({ sections: sections(text) }).join()).not.toContain('search-missing');
  });
});
