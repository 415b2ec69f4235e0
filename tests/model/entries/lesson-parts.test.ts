/** What a lesson shows of an entry: what it asks for and the entry has, and nothing else. */
import { describe, expect, it } from 'vitest';
import { asksForMore, chosenRows, LESSON_PARTS, notThere, SUBSTANCE } from '../../../model/entries/lesson-parts.ts';
import { parseSnapshot } from '../../../model/entries/snapshot.ts';
import { SCHEMA } from '../../../model/entries/types.ts';
import { aCause, aGuide, aRedFlag, aTreatment, prose } from '../../support/releases.ts';
import { shown } from '../../support/lessons.ts';
import { aMedicine, anExercise } from '../../support/treatment-rows.ts';

const treatment = aTreatment({
  exercises: [anExercise(), anExercise({ key: 'clam', name: 'Clam' })],
  medicines: [aMedicine()],
  sections: [{ kind: 'safety', body: prose('Plain words.'), figures: [], urgentSigns: [] }],
});
const namesOf = (more: Parameters<typeof shown>[1]) =>
  chosenRows(treatment.exercises, shown('x', more), 'exercises').map(({ name }) => name);

describe('the rows that a lesson shows', () => {
  it('are those that it names, in the order of their entry', () => {
    expect(namesOf({ exercises: ['clam'] })).toEqual(['Clam']);
    expect(namesOf({ exercises: ['clam', 'bridge'] })).toEqual(['Bridge', 'Clam']);
  });

  it('are all of them only when it asks for all, and none for a key that no row has', () => {
    expect(namesOf({ parts: ['exercises'] })).toEqual(['Bridge', 'Clam']);
    expect(namesOf({ exercises: ['of-another-entry'] })).toEqual([]);
    expect(namesOf({ medicines: ['bridge'], parts: ['medicines'] })).toEqual([]);
    expect(namesOf({})).toEqual([]);
  });
});

describe('what is asked of an entry that it does not have', () => {
  it.each([
    ['a key that no exercise has', treatment, { exercises: ['bridge', 'bridgee'] }, ['exercises bridgee']],
    ['a key that no medicine has', treatment, { medicines: ['bridge'] }, ['medicines bridge']],
    ['a section that it has not', treatment, { parts: ['safety', 'what-it-is'] }, ['parts what-it-is']],
    ['a part of another type', aCause(), { parts: ['what-it-is', 'evidence'] }, ['parts evidence']],
    ['exercises of an entry that has none', aGuide(), { exercises: ['bridge'] }, ['exercises bridge']],
    ['nothing', aRedFlag(), { parts: ['explanation'] }, []],
    ['nothing, of another', aGuide(), { parts: ['intro', 'when-to-consult'] }, []],
    ['nothing, of a third', treatment, { parts: ['evidence', 'how-to'], medicines: ['paracetamol'] }, []],
  ] as const)('is found: %s', (_what, entry, more, missing) => {
    const asked = { ...shown('x'), ...more };
    expect(notThere(entry, asked).map(({ name, value }) => `${name} ${value}`)).toEqual(missing);
  });
});

it('is a summary alone as long as nothing more is asked for', () => {
  expect(asksForMore(shown('x'))).toBe(false);
  for (const more of [{ parts: ['intro' as const] }, { exercises: ['bridge'] }, { medicines: ['paracetamol'] }])
    expect(asksForMore(shown('x', more))).toBe(true);
});

it('has a name for every part that corrections show', () => {
  expect(SUBSTANCE.parts.filter((part) => !LESSON_PARTS.some((known) => known === part))).toEqual([]);
});

describe('a course from before lessons chose', () => {
  const old = (schema: number, lesson: object) => ({
    ...{ schema, type: 'course', uid: 'u', slug: 'old', title: 'Old words.', summary: 'Old words.' },
    ...{ reviewDue: null, sources: [], sendAt: '08:00', weekdays: ['mon'] },
    lessons: [{ key: 'one', subject: 'One', preheader: '', intro: 'Old words.', outro: '', delayDays: 0, ...lesson }],
  });
  const lessonOf = (schema: number, lesson: object) => {
    const { content, problem } = parseSnapshot(schema, old(schema, lesson));
    expect(problem).toBeNull();
    return content?.type === 'course' ? content.lessons[0] : null;
  };

  it('is read as one that shows the substance of each entry', () => {
    const entries = [{ entry: 'a', ...SUBSTANCE }];
    for (const lesson of [lessonOf(1, { entries: ['a'] }), lessonOf(3, { entries: ['a'], exercises: [] })])
      expect(lesson).toMatchObject({ entries, action: '', figures: [], redFlags: [] });
  });

  it('keeps the exercises that it chose, and shows no others', () => {
    const lesson = lessonOf(3, { entries: ['a', 'b'], exercises: ['clam'] });
    expect(lesson?.entries.map(({ exercises }) => exercises)).toEqual([['clam'], ['clam']]);
    expect(lesson?.entries[0]?.parts).not.toContain('exercises');
    expect(SCHEMA).toBe(5);
  });
});
