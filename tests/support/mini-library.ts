import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/**
 * Writes a library of `causes` causes, a red flag, a treatment, a guide and a course of two lessons; answers how
 * many entries that is.
 */
export async function writeMiniLibrary(folder: string, causes: number): Promise<number> {
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  await write(
    'sources.yaml',
    '- {slug: one, title: A guideline, publisher: A publisher, kind: guideline, url: "https://example.org/one"}\n',
  );
  await write(
    'figures/figures.yaml',
    '- {file: drawing.png, alt: Drawing of a hip seen from the front, caption: A hip, credit: A test, licence: CC BY 4.0}\n',
  );
  await sharp({ create: { width: 400, height: 300, channels: 3, background: '#0b5a58' } })
    .png()
    .toFile(path.join(folder, 'figures/drawing.png'));
  await write(
    'red-flags/a-sign.md',
    '---\ntype: red-flag\nslug: a-sign\ntitle: A sign\nurgency: same-day\ncall: {whom: doctor-today}\naction: Call your doctor today and say what you feel.\nsources: [one]\n---\n\n## explanation\n\nIt can mean something that must not wait.\n',
  );
  await write(
    'treatments/a-treatment.md',
    '---\ntype: treatment\nslug: a-treatment\ntitle: A treatment\nsummary: What can be done about it, told in one plain sentence.\nkind: exercise\nevidence: {level: limited, forWhat: pain, statement: The trials are few and small.}\nexercises: [{key: bridge, name: Bridge, start: Lie down., movement: Lift your hips., repetitions: {from: 8}, stopRule: Stop when it hurts.}]\ncautions: [Stop when it hurts.]\nsources: [one]\n---\n\n## what-it-is\n\nMoving a little more each day.\n',
  );
  for (let i = 1; i <= causes; i += 1) {
    await write(
      `causes/cause-${i}.md`,
      `---\ntype: cause\nslug: cause-${i}\ntitle: Cause ${i}\nsummary: What it is and what to know about it, told in brief.\nonset: gradual\ntreatments: [a-treatment]\nrelated: [causes/cause-${(i % causes) + 1}]\nsources: [one]\n---\n\n## what-it-is\n\nThis is cause number ${i}.\n`,
    );
  }
  const slugs = Array.from({ length: causes }, (_, i) => `cause-${i + 1}`).join(', ');
  await write(
    'guides/a-guide.md',
    `---\ntype: guide\nslug: a-guide\ntitle: A guide\nsummary: Where to begin when it hurts, told in one plain sentence.\nbodyArea: Hip\ncauses: [${slugs}]\nredFlags: [a-sign]\ntreatments: [a-treatment]\nwhenToConsult: []\nfigures: [drawing.png]\nsources: [one]\n---\n\n## intro\n\nThe hip is a ball in a socket.\n`,
  );
  const lesson = (key: string, entry: string, delayDays: number) =>
    `  - {key: ${key}, subject: Lesson ${key}, preheader: A short lesson about the hip., intro: Welcome to this lesson about the hip and its pain., entries: [{entry: ${entry}}], outro: Take care of your hip until then., delayDays: ${delayDays}}\n`;
  await write(
    'courses/a-course.md',
    `---\ntype: course\nslug: a-course\ntitle: A course\nsummary: Two short lessons by email about what can hurt and why.\nsendAt: "08:00"\nweekdays: [mon, tue, wed, thu, fri, sat, sun]\nlessons:\n${lesson('first', 'causes/cause-1', 0)}${lesson('second', 'causes/cause-1', 1)}---\n`,
  );
  return causes + 4;
}
