import { describe, expect, it } from 'vitest';
import { requirements } from '../../../editorial/rules/requirements.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { LessonEntry } from '../../../model/entries/course.ts';
import { toRevision } from '../../../model/revision.ts';
import { aCourse, aLesson } from '../../publishers/email/course.ts';
import { kindSurroundings } from '../../support/events.ts';
import { shown } from '../../support/lessons.ts';
import { aTreatment } from '../../support/releases.ts';
import { anExercise } from '../../support/treatment-rows.ts';

const treatment = aTreatment({ exercises: [anExercise()], sections: [] });

/** Errors of a course whose second entry is asked for this. */
function errorsOf(more: Partial<LessonEntry>, live: EntryContent[] = [treatment]) {
  const entries = [shown('other'), shown(treatment.uid, more)];
  const course = aCourse({ lessons: [aLesson({ key: 'one', entries })] });
  const liveEntries = new Map(live.map((content) => [content.uid, content]));
  return requirements(toRevision(course, []), kindSurroundings(course, { liveEntries }))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, field }) => `${code} ${field}`);
}

describe('a lesson that asks an entry for', () => {
  it.each<[string, Partial<LessonEntry>, string[]]>([
    ['what it has', { exercises: ['bridge'], parts: ['evidence'] }, []],
    ['nothing', {}, []],
    ['an exercise that it has not', { exercises: ['bridgee'] }, ['lesson-part-missing lessons.0.entries.1.exercises']],
    ['a medicine that it has not', { medicines: ['bridge'] }, ['lesson-part-missing lessons.0.entries.1.medicines']],
    ['a section that it has not', { parts: ['safety'] }, ['lesson-part-missing lessons.0.entries.1.parts']],
    ['a part of another type', { parts: ['symptoms'] }, ['lesson-part-missing lessons.0.entries.1.parts']],
  ])('%s is told so', (_what, more, errors) => {
    expect(errorsOf(more)).toEqual(errors);
  });

  it('something in two rows of the same entry is told to name it once', () => {
    const twice = [shown(treatment.uid, { exercises: ['bridge'] }), shown(treatment.uid, { parts: ['evidence'] })];
    const course = aCourse({ lessons: [aLesson({ key: 'one', entries: twice })] });
    const live = { liveEntries: new Map([[treatment.uid, treatment]]) };
    expect(requirements(toRevision(course, []), kindSurroundings(course, live))).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'lesson-entry-repeated', field: 'lessons.0.entries' })]),
    );
  });

  it('something is not asked twice where the entry is not live: the reference says that', () => {
    expect(errorsOf({ exercises: ['bridgee'] }, [])).toEqual([]);
  });
});
