import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { SUBSTANCE } from '../../../model/entries/lesson-parts.ts';
import { gatherLesson, type LessonMaterial } from '../../../publishers/email/lesson-material.ts';
import { personalise } from '../../../publishers/email/mail/personal-links.ts';
import { createMailRenderer } from '../../../publishers/email/render-mail.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { DEMO_NOTICE } from '../../../publishers/publisher.ts';
import { aCause, aGuide, aRedFlag, aTreatment, memoryLog, prose, released, withdrawn } from '../../support/releases.ts';
import { aCourse, aLesson, COURSE_UID } from './course.ts';

const settings = { siteUrl: 'https://imprimatur.example', postalAddress: '1 Test Road, Testtown', demo: false };
const renderer = createMailRenderer(settings);
const now = new Date('2026-02-02T09:00:00Z');
const libraryOf = (...rows: Parameters<typeof memoryLog>[0]) =>
  createLibrary({ log: memoryLog(rows), now: Date.now }).current();

/** A lesson of these entries, gathered from a library that has them. */
async function materialOf(contents: EntryContent[], lesson = {}): Promise<LessonMaterial> {
  const course = aCourse({ lessons: [aLesson({ key: 'one', entries: contents.map(({ uid }) => uid), ...lesson })] });
  const rows = contents.map((content, i) => released(content, { seq: i + 1 }));
  const library = await libraryOf(...rows, released(course, { seq: rows.length + 1 }));
  const gathered = await gatherLesson(library, COURSE_UID, 'one', now);
  if (gathered.status !== 'ready') throw new Error(gathered.status);
  return gathered.material;
}

describe('a lesson', () => {
  it('explains the words that it uses itself and in what it shows of its entries, each once', async () => {
    const term = (name: string) => ({ slug: name.toLowerCase(), name, forms: [], meaning: `Meaning of ${name}.` });
    const [mri, labrum, disc] = [term('MRI'), term('labrum'), term('disc')];
    const section = (kind: 'symptoms' | 'anatomy', text: string) => ({
      ...{ kind, body: prose(text) },
      ...{ urgentSigns: [], figures: [] },
    });
    const sections = [section('anatomy', 'The labrum.'), section('symptoms', 'A sore disc. An MRI.')];
    const cause = aCause({ summary: 'An MRI.', sections, terms: [mri, labrum, disc] });
    const wordsOf = async (parts: ('symptoms' | 'anatomy')[]) => {
      const entries = [{ entry: cause.uid, parts, exercises: [], medicines: [] }];
      const { text } = await renderer.lesson(await materialOf([cause], { entries }));
      return [mri, labrum, disc].flatMap(({ name, meaning }) => (text.split(meaning).length === 2 ? [name] : []));
    };
    expect(await wordsOf([])).toEqual(['MRI']);
    expect(await wordsOf(['symptoms'])).toEqual(['MRI', 'disc']);
    expect(await wordsOf(['symptoms', 'anatomy'])).toEqual(['MRI', 'labrum', 'disc']);
  });

  it('carries what a reader needs of each entry, in HTML and in plain text', async () => {
    const cause = aCause({
      sections: [
        { kind: 'what-it-is', body: prose('A whole-joint disease.'), urgentSigns: [], figures: [] },
        { kind: 'anatomy', body: prose('Anatomy stays on the page.'), urgentSigns: [], figures: [] },
        { kind: 'symptoms', body: prose('Stiff in the morning.'), urgentSigns: [], figures: [] },
      ],
    });
    const contents = [aGuide(), aRedFlag(), cause, aTreatment({ interactions: ['Not with warfarin.'] })];
    const { html, text, subject } = await renderer.lesson(
      await materialOf(contents, { entries: contents.map(({ uid }) => ({ entry: uid, ...SUBSTANCE })) }),
    );
    expect(subject).toBe('Lesson one');
    for (const needed of [
      'Welcome.',
      'This is the second paragraph.',
      'Until next time.',
      aRedFlag().title,
      aRedFlag().action,
      'With fever, get help today.',
      'Pain that wakes you and will not settle needs a check.',
      cause.summary,
      'groin; sometimes buttock',
      'A whole-joint disease.',
      'Stiff in the morning.',
      'Trials are few and small.',
      'Not on numb skin.',
      'Not with warfarin.',
      'Wrap the pack in a cloth.',
      'The hip is a ball and a socket.',
      'It is getting worse.',
      'https://imprimatur.example/causes/hip-osteoarthritis',
      'Demo clinician (demonstration), MBBS (demonstration)',
      'Last reviewed 1 February 2026',
      '1 Test Road, Testtown',
    ]) {
      expect(html.replaceAll('<!-- -->', '')).toContain(needed);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(needed);
    }
    expect(text).not.toContain('Anatomy stays on the page.');
    expect(text).not.toContain('<');
    expect(html).not.toMatch(/<script|javascript:/i);
  });

  it('has, like every mail, a plain text in which no line starts with a long unbroken run', async () => {
    const row = released(aCause(), { seq: 1, changeKind: 'safety' });
    const about = {
      instead: null,
      lesson: null,
      signs: [],
      courseTitle: 'Hip',
      lessonSubject: 'One',
      lessonSentAt: now.toISOString(),
    };
    for (const { text } of [
      await renderer.lesson(await materialOf([aGuide(), aRedFlag(), aCause(), aTreatment()])),
      await renderer.confirmation(aCourse(), 4, { alreadyTaking: false, held: true }),
      await renderer.confirmation(aCourse(), 4, { alreadyTaking: true, held: false }),
      await renderer.correction({ ...about, row }),
      await renderer.correction({ ...about, row: withdrawn(row, { seq: 2 }) }),
    ]) {
      expect(Math.max(...text.split('\n').map((line) => /^\S*/.exec(line)?.[0].length ?? 0))).toBeLessThan(60);
      expect(text).not.toMatch(/[\u00a0\u034f\u200b-\u200f\ufeff]/);
    }
  });

  it('says on a demonstration system that it is one, in subject and text', async () => {
    const demo = await createMailRenderer({ ...settings, demo: true }).lesson(await materialOf([aCause()]));
    expect(demo.subject).toBe('[Demonstration] Lesson one');
    expect(demo.text).toContain(DEMO_NOTICE);
    expect(demo.html).toContain(DEMO_NOTICE);
    expect((await renderer.lesson(await materialOf([aCause()]))).text).not.toContain(DEMO_NOTICE);
  });

  it('is rendered once for everyone, and each person gets their own links', async () => {
    const material = await materialOf([aCause()]);
    const rendered = await renderer.lesson(material);
    expect(await renderer.lesson({ ...material })).toBe(rendered);
    const tokens = { confirm: 'c0', unsubscribe: 'u1', preferences: 'p2', lesson: 'l3' };
    for (const body of [personalise(rendered.html, tokens), personalise(rendered.text, tokens)]) {
      expect(body).toContain('https://imprimatur.example/unsubscribe/u1');
      expect(body).toContain('https://imprimatur.example/preferences/p2');
      expect(body).toContain('https://imprimatur.example/lessons/l3');
      expect(body).not.toContain('-token--');
    }
  });

  it('escapes what editors write and follows no unsafe link', async () => {
    const { html } = await renderer.lesson(
      await materialOf([
        aCause({
          title: '<img src=x onerror=alert(1)>',
          sections: [
            {
              kind: 'what-it-is',
              urgentSigns: [],
              figures: [],
              body: [
                {
                  kind: 'paragraph',
                  children: [
                    { kind: 'link', href: 'javascript:alert(1)', children: [{ kind: 'text', text: 'bad' }] },
                    { kind: 'link', href: '/guides/hip-pain', children: [{ kind: 'text', text: 'good' }] },
                  ],
                },
              ],
            },
          ],
        }),
      ]),
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('href="https://imprimatur.example/guides/hip-pain"');
  });

  it('stays below what Gmail shows: the last entries become summaries, warning signs last of all', async () => {
    const long = prose(...Array.from({ length: 50 }, (_, i) => `Paragraph ${i} ${'word '.repeat(60)}`));
    const sections = [{ kind: 'what-it-is' as const, body: long, urgentSigns: [], figures: [] }];
    const material = await materialOf([
      aCause({ sections, slug: 'first', uid: 'first' }),
      aCause({ sections, slug: 'second', uid: 'second', summary: 'The second in short.' }),
      aRedFlag({ explanation: long }),
      aCause({ sections, slug: 'third', uid: 'third', summary: 'The third in short.' }),
      aCause({ sections, slug: 'fourth', uid: 'fourth', summary: 'The fourth in short.' }),
      aCause({ sections, slug: 'fifth', uid: 'fifth', summary: 'The fifth in short.' }),
    ]);
    const { html } = await renderer.lesson(material);
    expect(Buffer.byteLength(html)).toBeLessThan(95_000);
    for (const short of ['second', 'third', 'fourth', 'fifth']) expect(html).toContain(`The ${short} in short.`);
    expect(html.split('Paragraph 49 ')).toHaveLength(4);
    expect(html.lastIndexOf('Paragraph 49 ')).toBeLessThan(html.indexOf('The third in short.'));
    const redFlag = html.slice(html.indexOf(aRedFlag().title), html.indexOf('The third in short.'));
    expect(redFlag).toContain('Paragraph 49 ');
  });
});

describe('the material of a lesson', () => {
  const rows = () => [
    released(aCause(), { seq: 1 }),
    released(aRedFlag(), { seq: 2 }),
    released(aCourse(), { seq: 3 }),
  ];
  const gather = async (library: ReturnType<typeof libraryOf>, at = now) =>
    gatherLesson(await library, COURSE_UID, 'one', at);

  it('is what is live', async () => {
    const gathered = await gather(libraryOf(...rows()));
    expect(gathered).toMatchObject({ status: 'ready', material: { leftOut: 0, entries: [{ seq: 1 }, { seq: 2 }] } });
  });

  it('leaves out what is withdrawn, and what is past its review day but not on it', async () => {
    const gone = withdrawn(released(aCause(), { seq: 1 }), { seq: 4 });
    expect(await gather(libraryOf(...rows(), gone))).toMatchObject({ material: { leftOut: 1, entries: [{ seq: 2 }] } });
    const due = [released(aCause({ reviewDue: '2026-02-02' }), { seq: 1 }), ...rows().slice(1)];
    expect(await gather(libraryOf(...due))).toMatchObject({ material: { leftOut: 0 } });
    expect(await gather(libraryOf(...due), new Date('2026-02-03T00:00:00Z'))).toMatchObject({
      material: { leftOut: 1 },
    });
  });

  it('is held back with a reason when nothing of it may go out', async () => {
    const gone = [released(aCause(), { seq: 1 }), released(aRedFlag(), { seq: 2 })].map((row, i) =>
      withdrawn(row, { seq: 4 + i }),
    );
    expect(await gather(libraryOf(...rows(), ...gone))).toMatchObject({
      status: 'held-back',
      reason: expect.stringContaining('one'),
    });
    expect(await gather(libraryOf(...rows()), new Date('2027-06-02T00:00:00Z'))).toMatchObject({ status: 'held-back' });
  });

  it('is gone with its course', async () => {
    expect(await gather(libraryOf(...rows(), withdrawn(released(aCourse(), { seq: 3 }), { seq: 4 })))).toEqual({
      status: 'course-gone',
    });
  });
});
