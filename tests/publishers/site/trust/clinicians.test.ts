import { describe, expect, test } from 'vitest';
import { released, withdrawn } from '../../../support/releases.ts';
import { aSite } from '../support.ts';
import { by, corrected, saying } from './support.ts';

const rows = () => [
  released(saying('One.'), { seq: 1, approvals: [by('ann')] }),
  released(saying('Two.'), { seq: 2, version: '1.1', changeKind: 'major', approvals: [by('ann'), by('bo')] }),
  released(saying('Three.', { slug: 'other', title: 'Another cause' }), { seq: 3, approvals: [by('bo')] }),
];

describe('the page of a clinician', () => {
  test('shows what they approved, newest first, in which version, and with whom', async () => {
    const html = await aSite(rows()).read('/clinicians/bo');
    expect(html).toMatch(/Another cause.*Hip osteoarthritis/s);
    expect(html).toContain('<a href="/releases/2">1.1</a>, what readers have');
    expect(html).toContain('<a href="/clinicians/ann">Dr ann</a>');
    expect(html).toContain('Demonstration register DEMO-0001');
    expect(await aSite(rows()).read('/clinicians/ann')).toContain('<a href="/releases/1">1.0</a>, replaced since');
  });

  test('vouches for nobody beyond the day of their last approval, and says who is made up', async () => {
    const html = await aSite(rows()).read('/clinicians/bo');
    expect(html).toContain('It does not say how they stand with their register today');
    expect(html).not.toContain('good standing with');
    expect(html).not.toContain('made up');
    const made = [released(saying('One.'), { seq: 1, approvals: [by('cy', { demonstration: true })] })];
    expect(await aSite(made).read('/clinicians/cy')).toContain('This person is made up for a demonstration');
    expect(await aSite(made).read('/clinicians')).toContain('Dr cy (demonstration)');
  });

  test('names a withdrawn text and shows none of it, and its own old address leads to the new one', async () => {
    const renamed = by('bo', { slug: 'bo-lee', name: 'Dr Bo Lee' }, '2026-05-01T09:00:00.000Z');
    const { read, ask } = aSite([
      ...corrected({ approvals: [by('bo')] }),
      withdrawn(released(saying('x'), { seq: 2 }), { seq: 3 }),
      released(saying('Three.', { slug: 'other', title: 'Another cause' }), { seq: 4, approvals: [renamed] }),
    ]);
    const html = await read('/clinicians/bo-lee');
    expect(html).toContain('1.1 (withdrawn)');
    expect(html).not.toMatch(/canary|href="\/releases\/2"/);
    const moved = await ask('/clinicians/bo');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/clinicians/bo-lee']);
  });

  test('changes with the next approval of theirs, and is kept while others approve', async () => {
    const { read, log, pages } = aSite(rows());
    await read('/clinicians/ann');
    const before = pages.renders();
    log.rows.push(released(saying('x', { slug: 'third', title: 'A third' }), { seq: 4, approvals: [by('bo')] }));
    await read('/clinicians/ann');
    expect(pages.renders()).toBe(before);
    log.rows.push(released(saying('y', { slug: 'fourth', title: 'A fourth' }), { seq: 5, approvals: [by('ann')] }));
    expect(await read('/clinicians/ann')).toContain('A fourth');
  });

  test('is paged, and answers 404 where nobody is', async () => {
    const many = Array.from({ length: 60 }, (_, i) => released(saying(`${i}`), { seq: i + 1, approvals: [by('ann')] }));
    const { read, ask } = aSite(many);
    expect((await read('/clinicians/ann')).match(/href="\/releases\/\d+"/g)).toHaveLength(50);
    expect((await read('/clinicians/ann?page=2')).match(/href="\/releases\/\d+"/g)).toHaveLength(10);
    expect(await read('/clinicians/ann?page=9')).toBe(await read('/clinicians/ann?page=2'));
    for (const path of ['/clinicians/nobody', '/clinicians/', '/clinicians/%E0%A4%A', '/clinicians/__proto__'])
      expect((await ask(path)).status, path).toBe(404);
    expect(await read('/clinicians')).toContain('<a href="/clinicians/ann">Dr ann</a>');
  });
});
