/** The lessons of the libraries as their readers get them: what they choose, and nothing else. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CourseContent, LessonContent } from '../../model/entries/course.ts';
import { chosenRows } from '../../model/entries/lesson-parts.ts';
import { askedOf, gatherLesson, type LessonMaterial } from '../../publishers/email/lesson-material.ts';
import { createMailRenderer, type RenderedMail } from '../../publishers/email/render-mail.ts';
import { createLibrary } from '../../release-log/library.ts';
import { librariesIn, readLibrary, type Library } from '../../scripts/seed/read-library.ts';
import { contentOf } from '../support/from-files.ts';
import { memoryLog, released } from '../support/releases.ts';

interface Sent {
  lesson: LessonContent;
  material: LessonMaterial;
  mail: RenderedMail;
}
const siteUrl = 'https://imprimatur.example';

describe.each(await librariesIn(path.resolve('content')))('the lessons of the library in %s', (folder) => {
  let library: Library;
  let sent: Sent[];
  beforeAll(async () => {
    ({ library } = await readLibrary(folder));
    const rows = library.entries.map((entry, i) => released(contentOf(entry, library), { seq: i + 1 }));
    const current = await createLibrary({ log: memoryLog(rows), now: Date.now }).current();
    const renderer = createMailRenderer({ siteUrl, postalAddress: '1 Test Road', demo: false });
    const course = rows.map(({ snapshot }) => snapshot).find((one): one is CourseContent => one.type === 'course')!;
    sent = [];
    for (const lesson of course.lessons) {
      const gathered = await gatherLesson(current, course.uid, lesson.key, new Date('2026-02-02T09:00:00Z'));
      if (gathered.status !== 'ready') throw new Error(gathered.status);
      sent.push({ lesson, material: gathered.material, mail: await renderer.lesson(gathered.material) });
    }
  });

  it('have every picture that they choose, each as a file that every mail program shows, and no other', () => {
    for (const { lesson, material, mail } of sent) {
      const chosen = material.entries.flatMap(({ uid, snapshot }) => {
        const asked = askedOf(lesson, uid);
        if (snapshot.type !== 'treatment' && snapshot.type !== 'cause') return [];
        const rows = snapshot.type === 'treatment' ? chosenRows(snapshot.exercises, asked, 'exercises') : [];
        const sections = snapshot.sections.filter(({ kind }) => kind !== null && asked.parts.some((part) => part === kind));
        return [...rows, ...sections].flatMap(({ figures }) => figures);
      });
      const wanted = [...lesson.figures, ...chosen].map(({ mailPicture }) => `${mailPicture[0]!.sha256}.png`);
      const got = [...mail.html.matchAll(/src="[^"]*\/figures\/([^"]+)"/g)].map(([, file]) => file);
      expect(got.toSorted(), lesson.key).toEqual(wanted.toSorted());
      expect(mail.html).not.toContain('.webp');
    }
  });

  it('show every exercise that they name, with its stop rule and the cautions of its page', () => {
    for (const { lesson, material, mail } of sent) {
      expect(material.leftOut, lesson.key).toBe(0);
      for (const { uid, snapshot } of material.entries) {
        if (snapshot.type !== 'treatment') continue;
        const rows = chosenRows(snapshot.exercises, askedOf(lesson, uid), 'exercises');
        const said = rows.length > 0 ? [...snapshot.cautions, ...rows.map(({ stopRule }) => stopRule)] : [];
        for (const words of said) expect(mail.text.replaceAll(/\s+/g, ' '), lesson.key).toContain(words);
      }
    }
  });

  it('have 250 to 400 words of their own, one thing to do and at most one picture of their own', () => {
    for (const { lesson } of sent) {
      const own = [lesson.intro, lesson.action, lesson.outro].join(' ').split(/\s+/).length;
      expect(own, lesson.key).toBeGreaterThanOrEqual(250);
      expect(own, lesson.key).toBeLessThanOrEqual(400);
      expect(lesson.action, lesson.key).not.toBe('');
      expect(lesson.figures.length, lesson.key).toBeLessThanOrEqual(1);
    }
  });

  it('say of every sign at their head what to do', () => {
    for (const { lesson, material, mail } of sent) {
      expect(material.signs.length, lesson.key).toBeGreaterThan(0);
      const text = mail.text.replaceAll(/\s+/g, ' ');
      for (const { title, summary } of material.signs) {
        expect(text).toContain(title);
        expect(text).toContain(summary);
        expect(text.indexOf(summary), lesson.key).toBeLessThan(text.indexOf(lesson.intro.slice(0, 40)));
      }
    }
  });
});
