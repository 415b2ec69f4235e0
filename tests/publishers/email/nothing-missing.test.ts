/** What a mail may not leave out: the signs that its words speak of, what was corrected, a word about what is gone. */
import { describe, expect, it } from 'vitest';
import type { LessonEntry } from '../../../model/entries/course.ts';
import { memberOf } from '../../../model/entries/leaves.ts';
import { lessonsChoosing } from '../../../model/entries/older-lessons.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { heldLessons } from '../../../publishers/email/held-lessons.ts';
import { gatherLesson } from '../../../publishers/email/lesson-material.ts';
import { createMailRenderer } from '../../../publishers/email/render-mail.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { shown } from '../../support/lessons.ts';
import { aCause, aRedFlag, aTreatment, memoryLog, prose, released } from '../../support/releases.ts';
import { anExercise } from '../../support/treatment-rows.ts';
import { aCourse, aLesson, COURSE_UID } from './course.ts';

const NOW = new Date('2026-02-02T09:00:00Z');
const flag = aRedFlag();
const cause = aCause({ redFlags: [] });

async function libraryWith(lesson: Parameters<typeof aLesson>[0], contents: EntryContent[], flagDue = '2027-01-01') {
  const course = aCourse({ lessons: [aLesson(lesson)] });
  const rows = contents.map((content, i) =>
    released(content, { seq: i + 1, ...(content.type === 'red-flag' ? { reviewDue: flagDue } : {}) }),
  );
  const log = memoryLog([...rows, released(course, { seq: rows.length + 1 })]);
  return createLibrary({ log, now: Date.now }).current();
}

const gathered = async (...lesson: Parameters<typeof libraryWith>) =>
  gatherLesson(await libraryWith(...lesson), COURSE_UID, 'one', NOW);

describe('a lesson that names warning signs', () => {
  const lesson = { key: 'one', entries: [shown(cause.uid)], redFlags: [flag.uid] };

  it('has them at its head', async () => {
    expect(await gathered(lesson, [cause, flag])).toMatchObject({ material: { signs: [{ uid: flag.uid }] } });
  });

  it.each([
    ['is not live', [cause], undefined],
    ['is past its review date', [cause, flag], '2026-02-01'],
  ])('waits while one of them %s', async (_, contents, due) => {
    expect(await gathered(lesson, contents, due)).toMatchObject({ status: 'held-back', code: 'sign-not-live' });
    const told = { course: COURSE_UID, key: 'one', number: 1, code: 'sign-not-live' };
    expect(await heldLessons(await libraryWith(lesson, contents, due), NOW)).toMatchObject([told]);
  });

  it('is in no list of what is held while it goes out', async () => {
    expect(await heldLessons(await libraryWith(lesson, [cause, flag]), NOW)).toEqual([]);
  });
});

describe('what a lesson asked for and an entry lost', () => {
  const treatment = aTreatment({ exercises: [anExercise()], sections: [] });
  const leftOut = async (entries: LessonEntry[], contents: EntryContent[]) => {
    const answer = await gathered({ key: 'one', entries }, contents);
    return answer.status === 'ready' ? answer.material.leftOut : answer.status;
  };

  it('is told: a section, an exercise, an entry', async () => {
    const asked = shown(treatment.uid, { parts: ['safety'], exercises: ['gone', anExercise().key] });
    expect(await leftOut([asked], [treatment])).toBe(2);
    expect(await leftOut([shown(treatment.uid), shown('gone')], [treatment])).toBe(1);
  });

  it('is not told of a lesson from before lessons chose, whose exercises are those of any of its entries', async () => {
    const entriesOf = (exercises: string[]): LessonEntry[] => {
      const lessons = [{ key: 'one', entries: [treatment.uid, cause.uid], exercises }];
      return memberOf(memberOf(memberOf(lessonsChoosing({ lessons }), 'lessons'), '0'), 'entries') as LessonEntry[];
    };
    expect(await leftOut(entriesOf([anExercise().key]), [treatment, cause])).toBe(0);
    expect(await leftOut(entriesOf([anExercise().key, 'gone']), [treatment, cause])).toBe(1);
  });
});

describe('a correction', () => {
  const renderer = createMailRenderer({ siteUrl: 'https://imprimatur.example', postalAddress: '1 Road', demo: false });
  const about = {
    instead: null,
    lesson: null,
    courseTitle: 'Hip',
    lessonSubject: 'One',
    lessonSentAt: NOW.toISOString(),
  };
  const sections = [
    { kind: 'safety' as const, body: prose('The corrected words.'), urgentSigns: [flag.uid], figures: [] },
  ];

  it('has whatever section was corrected, with the signs that it names', async () => {
    const row = released(aTreatment({ sections }), { seq: 2, changeKind: 'safety' });
    const { text } = await renderer.correction({ ...about, row, signs: [released(flag, { seq: 1 })] });
    expect(text).toContain('The corrected words.');
    expect(text).toContain(flag.title);
  });

  it('of a course has the signs of the lesson as it is now, with their orders', async () => {
    const lesson = aLesson({ key: 'one', redFlags: [flag.uid] });
    const row = released(aCourse({ lessons: [lesson] }), { seq: 2, changeKind: 'safety' });
    const { text } = await renderer.correction({ ...about, lesson, row, signs: [released(flag, { seq: 1 })] });
    expect(text.indexOf(flag.action)).toBeGreaterThan(-1);
    expect(text.indexOf(flag.action)).toBeLessThan(text.indexOf(lesson.intro));
  });
});
