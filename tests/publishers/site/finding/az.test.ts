import { describe, expect, it, test } from 'vitest';
import { aCause, aTreatment, released, withdrawn } from '../../../support/releases.ts';
import { aSite, smallLibrary } from '../support.ts';

describe('A to Z', () => {
  it('has every live entry by its title, and by other names that lead to it', async () => {
    const html = await aSite(smallLibrary()).read('/a-z');
    for (const path of ['/causes/hip-osteoarthritis', '/guides/hip-pain', '/treatments/cold-heat', '/red-flags/'])
      expect(html).toContain(`href="${path}`);
    expect(html).toContain('coxarthrosis: see <a href="/causes/hip-osteoarthritis">Hip osteoarthritis</a>');
    expect(html).toContain('<a href="/a-z#h">H</a>');
    expect(html).toContain('<span>X</span>');
  });

  it('has other names as soon as they are released, and loses them with a withdrawal', async () => {
    const { read, log } = aSite(smallLibrary());
    await read('/a-z');
    const treatment = aTreatment({ slug: 'zinc', title: 'Zinc', synonyms: ['Élan', '7 minerals'] });
    log.rows.push(released(treatment, { seq: 5 }));
    const html = await read('/a-z');
    expect(html.slice(html.indexOf('id="e"'))).toContain('Élan: see');
    expect(html.slice(html.indexOf('id="other"'))).toContain('7 minerals: see');
    log.rows.push(withdrawn(released(treatment, { seq: 5 }), { seq: 6 }));
    expect(await read('/a-z')).not.toContain('Zinc');
  });

  test('of many entries has a page for each letter, and pages of a long one', async () => {
    const synonyms = Array.from({ length: 500 }, (_, i) => `${i % 5 === 0 ? 'B' : 'A'} ${i}`);
    const { read, ask } = aSite([released(aCause({ title: 'Zebra', synonyms }), { seq: 1 })]);
    const first = await read('/a-z');
    expect(first).toContain('A to Z: A, page 1 of 2');
    const [one, two] = [await read('/a-z?letter=a'), await read('/a-z?letter=A&page=2')];
    const names = [one, two].flatMap((html) => [...html.matchAll(/<li>(A \d+): see/g)].map(([, name]) => name));
    expect(new Set(names).size).toBe(400);
    expect(await read('/a-z?letter=b')).toContain('<li>B 5: see');
    expect((await ask('/a-z?letter=a&page=3')).status).toBe(404);
    expect(await read('/a-z?letter=%3Cb%3E')).toContain('A to Z: A, page 1 of 2');
  });
});
