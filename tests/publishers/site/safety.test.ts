import { describe, expect, test } from 'vitest';
import type { Prose } from '../../../model/prose.ts';
import type { Release } from '../../../model/release-row.ts';
import { DEMO_NOTICE } from '../../../publishers/publisher.ts';
import { aCause, aGuide, approval, aRedFlag, aTreatment, released, source, withdrawn } from '../../support/releases.ts';
import { anEvidence } from '../../support/treatment-rows.ts';
import { aSite, PAGES, smallLibrary, twiceReleased } from './support.ts';

describe('the state of a page', () => {
  const PATH = '/causes/hip-osteoarthritis';
  const overdue = 'This page is past its review date.';

  test('past its review date is said from the day after, without a new release', async () => {
    const { read, clock } = aSite([released(aCause(), { seq: 1, reviewDue: '2026-05-01' })]);
    expect(await read(PATH)).not.toContain(overdue);
    clock.today = '2026-05-02';
    expect(await read(PATH)).toContain(overdue);
  });

  test('after a safety correction is said above the title', async () => {
    const row = released(aCause(), { seq: 1, changeKind: 'safety', changeNote: 'We removed a wrong dose.' });
    const html = await aSite([row]).read(PATH);
    expect(html.indexOf('We removed a wrong dose.')).toBeLessThan(html.indexOf('<h1'));
    expect(html.indexOf('Safety correction')).toBeGreaterThan(-1);
  });

  test('as a demonstration is said on every page and every error, and kept out of search engines', async () => {
    const rows = [...smallLibrary(), ...twiceReleased(), withdrawn(released(aGuide(), { seq: 4 }), { seq: 12 })];
    const { ask } = aSite(rows, { demo: true });
    const paths = [...PAGES, '/nothing', '/causes/hip-osteoarthritis?release=10'];
    for (const path of paths) {
      const response = await ask(path);
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
      expect(await response.text()).toContain(DEMO_NOTICE);
    }
    expect(await (await ask('/', {}, 'POST')).text()).toContain(DEMO_NOTICE);
    const broken = aSite([], { demo: true, library: () => Promise.reject(new Error('down')) });
    expect(await broken.read('/')).toContain(DEMO_NOTICE);
  });
});

describe('hostile content', () => {
  const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
  const evilProse: Prose = [
    {
      kind: 'paragraph',
      children: [
        { kind: 'text', text: evil },
        { kind: 'link', href: 'javascript:alert(1)', children: [{ kind: 'text', text: evil }] },
      ],
    },
  ];
  const clinician = { ...approval.clinician, name: evil, credentials: evil, specialty: evil, registrationBody: evil };
  const over = { approvals: [{ ...approval, clinician }], changeKind: 'safety' as const, changeNote: evil };
  const badSource = { ...source, title: evil, publisher: evil, url: 'javascript:alert(1)', doi: evil };
  const figure = {
    alt: evil,
    caption: evil,
    credit: evil,
    licence: evil,
    mailPicture: [],
    renditions: [{ width: 1, height: 1, sha256: 'a'.repeat(64) }],
  };
  const common = { title: evil, sources: [badSource], reviewDue: '2026-01-01' };
  const text = { summary: evil, synonyms: [evil], icd10: [evil] };
  const sections = [{ kind: evil as never, body: evilProse, urgentSigns: [], figures: [figure] }];
  const rows = (): Release[] => [
    released(
      aRedFlag({ ...common, synonyms: [evil], icd10: [evil], explanation: evilProse, urgencyNote: evil, action: evil }),
      { ...over, seq: 1 },
    ),
    released(
      aTreatment({
        ...common,
        summary: evil,
        synonyms: [evil],
        sections,
        howTo: [evil],
        dose: evil,
        cautions: [evil],
        interactions: [evil],
        evidence: anEvidence({ level: 'good', statement: evil }),
        commercial: true,
        commercialDisclosure: evil,
      }),
      { ...over, seq: 2 },
    ),
    released(
      aCause({ ...common, ...text, sections, worse: [evil], better: [evil], tests: [evil], specialists: [evil] }),
      { ...over, seq: 3 },
    ),
    released(
      aGuide({
        ...common,
        summary: evil,
        bodyArea: evil,
        keywords: [evil],
        icd10: [evil],
        intro: evilProse,
        closing: evilProse,
        whenToConsult: [{ key: 'a', sign: evil, explanation: evil, urgentSigns: [] }],
        figures: [figure],
      }),
      { ...over, seq: 4 },
    ),
    withdrawn(released(aCause({ ...common, slug: 'gone' }), { seq: 5 }), { seq: 6, publicNote: evil }),
  ];

  test.each([...PAGES, '/causes/gone', `/${encodeURIComponent(evil)}`])('is inert on %s', async (path) => {
    const html = await aSite(rows()).read(path);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img src=x');
    expect(html).not.toMatch(/(href|src)="\s*javascript:/i);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1];
    if (data !== undefined) expect(() => JSON.parse(data) as unknown).not.toThrow();
  });
});
