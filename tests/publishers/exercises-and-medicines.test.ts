/** What can hurt when it is told wrongly is told in the same words by every channel. */
import { beforeAll, describe, expect, it } from 'vitest';
import { gatherLesson } from '../../publishers/email/lesson-material.ts';
import { createMailRenderer } from '../../publishers/email/render-mail.ts';
import { feedItem } from '../../publishers/feed/item.ts';
import { aboutTreatment } from '../../publishers/site/json-ld/treatment.ts';
import { doseLine } from '../../publishers/wording/doses.ts';
import { createLibrary } from '../../release-log/library.ts';
import { aTreatment, memoryLog, released } from '../support/releases.ts';
import { aMedicine, anEvidence, anExercise } from '../support/treatment-rows.ts';
import { aCourse, aLesson, COURSE_UID } from './email/course.ts';
import { aSite } from './site/support.ts';

const siteUrl = 'https://imprimatur.example';
const none = { from: null, to: null };
const treatment = aTreatment({
  kind: 'medication',
  exercises: [anExercise()],
  medicines: [aMedicine()],
  evidence: anEvidence({
    positions: [
      { body: 'NICE', position: 'against', statement: 'Not as a routine.' },
      { body: 'ACR', position: 'conditionally-for', statement: 'When others fail.' },
    ],
  }),
});

describe('the numbers of an exercise', () => {
  it.each([
    [anExercise(), '8–10 times, 1–3 sets, 2–3 days a week'],
    [anExercise({ hold: { from: 3, to: 5 } }), '8–10 times, hold 3–5 seconds, 1–3 sets, 2–3 days a week'],
    [
      anExercise({ repetitions: { from: 1, to: null }, sets: { from: 1, to: 1 }, daysAWeek: { from: 7, to: null } }),
      'Once, 1 set, every day',
    ],
    [
      anExercise({ repetitions: none, sets: none, minutes: { from: 5, to: 10 }, timesADay: { from: 1, to: 2 } }),
      '5–10 minutes, 1–2 times a day, 2–3 days a week',
    ],
    [anExercise({ repetitions: none, sets: none, daysAWeek: none }), ''],
  ])('are one line', (exercise, line) => {
    expect(doseLine(exercise)).toBe(line);
  });
});

describe('an exercise, a medicine and guidelines that disagree', () => {
  let outputs: [string, string][];
  beforeAll(async () => {
    const course = released(aCourse({ lessons: [aLesson({ key: 'one', entries: [treatment.uid] })] }), { seq: 2 });
    const rows = [released(treatment, { seq: 1 }), course];
    const library = await createLibrary({ log: memoryLog(rows), now: Date.now }).current();
    const lesson = await gatherLesson(library, COURSE_UID, 'one', new Date('2026-02-02T09:00:00Z'));
    if (lesson.status !== 'ready') throw new Error(lesson.status);
    const mail = await createMailRenderer({ siteUrl, postalAddress: '1 Road', demo: false }).lesson(lesson.material);
    const item = feedItem(rows[0]!, { siteUrl, demo: false, library, today: '2026-02-02' });
    outputs = [
      ['site', await aSite(rows).read(`/treatments/${treatment.slug}`)],
      ['feed', item.content_html],
      ['mail', mail.html],
      ['plain text of the mail', mail.text],
    ];
  });

  it.each([
    doseLine(anExercise()),
    anExercise().start,
    anExercise().movement,
    anExercise().progression,
    anExercise().stopRule,
    ...[aMedicine()].flatMap(({ mustNot, mustAsk, interactions, notWith, stopSigns, maximum }) => [
      ...mustNot,
      ...mustAsk,
      ...interactions,
      ...notWith,
      ...stopSigns,
      maximum,
    ]),
    'NICE: against it.',
    'ACR: for it in some people or cases.',
    'pain and stiffness',
  ])('are told everywhere: %s', (words) => {
    for (const [channel, output] of outputs) expect(output.replaceAll(/\s+/g, ' '), channel).toContain(words);
  });

  it('tell search engines nothing that the page does not say', () => {
    const [, plan, drug] = aboutTreatment(treatment);
    expect(plan).toMatchObject({ '@type': 'ExercisePlan', name: 'Bridge', activityFrequency: doseLine(anExercise()) });
    expect(drug).toMatchObject({ '@type': 'Drug', nonProprietaryName: 'paracetamol' });
    const product = { ...treatment, kind: 'product' as const };
    expect(aboutTreatment(product)).toMatchObject([{ '@type': 'MedicalTherapy' }, { '@type': 'ExercisePlan' }]);
  });
});
