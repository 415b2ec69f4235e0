import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a library of `causes` causes, one red flag and one treatment, all of which need one or two approvals. */
export async function writeMiniLibrary(folder: string, causes: number): Promise<number> {
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  for (const sub of ['guides', 'courses']) await mkdir(path.join(folder, sub), { recursive: true });
  await write('sources.yaml', '- {slug: one, title: A guideline, publisher: A publisher, kind: guideline, url: "https://example.org/one"}\n');
  await write('figures/figures.yaml', '[]\n');
  await write(
    'red-flags/a-sign.md',
    '---\ntype: red-flag\nslug: a-sign\ntitle: A sign\nurgency: same-day\naction: Call your doctor today and say what you feel.\nsources: [one]\n---\n\n## explanation\n\nIt can mean something that must not wait.\n',
  );
  await write(
    'treatments/a-treatment.md',
    '---\ntype: treatment\nslug: a-treatment\ntitle: A treatment\nsummary: What can be done about it, told in one plain sentence.\nkind: exercise\nevidence: {level: limited, statement: The trials are few and small.}\ncautions: [Stop when it hurts.]\nsources: [one]\n---\n\n## what-it-is\n\nMoving a little more each day.\n',
  );
  for (let i = 1; i <= causes; i += 1) {
    await write(
      `causes/cause-${i}.md`,
      `---\ntype: cause\nslug: cause-${i}\ntitle: Cause ${i}\nsummary: What it is and what to know about it, in one sentence.\nonset: gradual\ntreatments: [a-treatment]\nrelated: [causes/cause-${(i % causes) + 1}]\nsources: [one]\n---\n\n## what-it-is\n\nThis is cause number ${i}.\n`,
    );
  }
  return causes + 2;
}
