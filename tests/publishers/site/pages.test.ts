import { describe, expect, test } from 'vitest';
import type { Release } from '../../../model/release-row.ts';
import { aCause, aGuide, approval, aRedFlag, aTreatment, prose, released, source } from '../../support/releases.ts';
import { SCHEMA } from '../../../model/entries/types.ts';
import { EMPTY_LESSON, whole } from '../../support/lessons.ts';
import { anEvidence } from '../../support/treatment-rows.ts';
import { aSite, positions, smallLibrary } from './support.ts';

const inOrder = (html: string, ...texts: string[]) => {
  const at = positions(html, ...texts);
  expect(at).not.toContain(-1);
  expect(at).toEqual([...at].sort((a, b) => a - b));
};

const course = (entries: string[]): Release =>
  released(
    {
      schema: SCHEMA,
      terms: [],
      type: 'course',
      uid: 'course-1',
      slug: 'hip-pain',
      title: 'Seven short lessons',
      reviewDue: '2027-06-01',
      sources: [],
      summary: 'A course by email.',
      lessons: [{ ...EMPTY_LESSON, key: 'one', subject: 'One', entries: entries.map((uid) => whole(uid)) }],
      sendAt: '08:00',
      weekdays: ['mon'],
    },
    { seq: 20 },
  );

const flags = () => [
  released(aRedFlag({ slug: 'days', title: 'Sign for days', urgency: 'urgent-days' }), { seq: 1 }),
  released(aRedFlag({ slug: 'now', title: 'Sign for now', urgency: 'emergency-now' }), { seq: 2 }),
  released(aRedFlag({ slug: 'today', title: 'Sign for today', urgency: 'same-day' }), { seq: 3 }),
];
const FLAGS = ['0189-days', '0189-now', '0189-today'];
const GROUPS = [
  'Emergency: act now',
  'Sign for now',
  'Get medical help today',
  'Sign for today',
  'See a doctor within days',
  'Sign for days',
];

describe('the home page', () => {
  test('lists warning signs by urgency before guides, causes, treatments and courses', async () => {
    const rows = [
      ...flags(),
      released(aTreatment(), { seq: 4 }),
      released(aCause(), { seq: 5 }),
      released(aGuide({ redFlags: FLAGS }), { seq: 6 }),
      course([aGuide().uid]),
    ];
    const html = await aSite(rows).read('/');
    inOrder(
      html,
      ...GROUPS,
      '/guides/hip-pain',
      '/causes/hip-osteoarthritis',
      '/treatments/cold-heat',
      '/courses/hip-pain',
    );
  });

  test('puts narrower entries under the broader one', async () => {
    const rows = [
      released(aCause({ slug: 'b', title: 'Broader', uid: 'broader' }), { seq: 1 }),
      released(aCause({ slug: 'a', title: 'A narrower one', uid: 'narrower', partOf: 'broader' }), { seq: 2 }),
    ];
    expect(await aSite(rows).read('/')).toMatch(/>Broader<\/a>.*<ul><li><a href="\/causes\/a">A narrower one/);
  });

  test('of an empty library says that nothing was released', async () => {
    const response = await aSite([]).ask('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Nothing has been released yet.');
  });
});

describe('a guide', () => {
  test('shows warning signs before its summary, then causes, signs to consult, treatments and the course', async () => {
    const rows = [
      ...flags(),
      released(aTreatment({ uid: 'cold', slug: 'cold', title: 'Cold pack', partOf: aTreatment().uid }), { seq: 4 }),
      released(aTreatment(), { seq: 5 }),
      released(aCause(), { seq: 6 }),
      released(aGuide({ redFlags: FLAGS }), { seq: 7 }),
      course([aCause().uid]),
    ];
    const html = await aSite(rows).read('/guides/hip-pain');
    inOrder(
      html,
      ...GROUPS,
      'Most hip pain settles.',
      'location=groin"',
      '</span>Groin</h3>',
      'The joint surfaces wear',
      'Cold or warm packs',
      '/treatments/cold"',
      '<h3>It is getting worse',
      'The hip is a ball and a socket.',
      'Keep moving.',
      '/courses/hip-pain',
    );
  });
});

describe('a cause', () => {
  test('shows its answers at a glance, warning signs, sections with their headings, treatments with evidence', async () => {
    const html = await aSite(smallLibrary()).read('/causes/hip-osteoarthritis');
    inOrder(
      html,
      'Hip osteoarthritis</h1>',
      'coxarthrosis',
      'The joint surfaces wear',
      'groin',
      'buttock',
      'Gradual',
      'long standing',
      'pacing',
      'examination',
      'GP',
      'M16',
      'Night pain that no position eases',
      'What it is</h2>',
      'A whole-joint disease.',
      'Cold and heat',
      'Limited evidence',
    );
  });

  test('links to the broader page and to the narrower ones', async () => {
    const rows = [
      released(aCause({ slug: 'b', title: 'Broader', uid: 'broader' }), { seq: 1 }),
      released(aCause({ slug: 'n', title: 'Narrower', uid: 'narrower', partOf: 'broader' }), { seq: 2 }),
    ];
    const { read } = aSite(rows);
    expect(await read('/causes/b')).toContain('<a href="/causes/n">Narrower</a>');
    expect(await read('/causes/n')).toContain('This page is part of <a href="/causes/b">Broader</a>');
  });
});

describe('a treatment', () => {
  test('shows its grade, then cautions and interactions, then the evidence, before how it is done', async () => {
    const treatment = aTreatment({ interactions: ['Not with numbing cream.'], dose: 'Ten minutes.' });
    const html = await aSite([released(treatment, { seq: 1 })]).read('/treatments/cold-heat');
    inOrder(
      html,
      'Treatment: cold and heat</p>',
      'Limited evidence',
      'Not on numb skin.',
      'Not with numbing cream.',
      'Trials are few and small.',
      'Ten minutes.',
      '<ol><li>Wrap the pack in a cloth.',
      'A pack on the skin.',
    );
  });

  test('says in words when guidelines advise against it, and discloses commercial interests', async () => {
    const treatment = aTreatment({
      evidence: anEvidence({ level: 'against', statement: 'It does not help.' }),
      commercial: true,
      commercialDisclosure: 'We sell nothing.',
    });
    const html = await aSite([released(treatment, { seq: 1 })]).read('/treatments/cold-heat');
    inOrder(html, 'Guidelines advise against', 'We sell nothing.', 'It does not help.');
  });
});

describe('a warning sign', () => {
  test('says what to do first, then why, then other signs', async () => {
    const html = await aSite([...flags()]).read('/red-flags/now');
    inOrder(
      html,
      'Emergency: act now',
      'href="tel:112"',
      'Call your doctor today',
      'With fever, get help today.',
      'Pain that wakes you',
      'Sign for today',
      'R61',
      source.title,
    );
  });

  test.each([
    ['same-day' as const, 'Get medical help today'],
    ['urgent-days' as const, 'See a doctor within days'],
  ])('of urgency %s says "%s"', async (urgency, words) => {
    const html = await aSite([released(aRedFlag({ urgency }), { seq: 1 })]).read('/red-flags/red-flag-night-pain');
    expect(html).toContain(words);
    expect(html).not.toContain('Call 112<');
  });
});

describe('every entry page', () => {
  test('names each reviewer with credentials and register, the dates, the version and numbered sources', async () => {
    const uid = '0197a000-0000-7000-8000-00000000c002';
    const second = { ...approval.clinician, uid, name: 'Second reviewer', demonstration: false };
    const row = released(aCause(), {
      seq: 1,
      version: '2.3',
      changeKind: 'major',
      changeNote: 'New advice on exercise',
      approvals: [approval, { ...approval, clinician: second }],
    });
    const html = await aSite([row]).read('/causes/hip-osteoarthritis');
    expect(html).toContain('<h3><a href="/clinicians/demo-clinician">Demo clinician</a> (demonstration)</h3>');
    expect(html).toContain('<h3><a href="/clinicians/demo-clinician">Second reviewer</a></h3><p>MBBS');
    for (const part of [
      'Musculoskeletal medicine',
      'Demonstration register DEMO-0001',
      '1 February 2026',
      '1 June 2027',
      'Version 2.3: check the proof',
      'Major change',
      'New advice on exercise',
      `<code>${row.revision}</code>`,
      '<a href="/releases/1">',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).toMatch(/<ol><li id="source-1"><a href="https:\/\/www\.nice\.org\.uk\/guidance\/ng226">/);
    expect(html).toContain('NICE, 2022.');
    expect(html).toContain('Guideline');
  });

  test('describes itself for machines with its review and nothing else than the release', async () => {
    const html = await aSite(smallLibrary()).read('/causes/hip-osteoarthritis');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(data).toMatchObject({
      '@type': 'MedicalWebPage',
      url: 'https://example.org/causes/hip-osteoarthritis',
      lastReviewed: '2026-02-01',
      reviewedBy: [{ '@type': 'Person', name: 'Demo clinician (demonstration)' }],
      about: { '@type': 'MedicalCondition', name: 'Hip osteoarthritis', code: [{ codeValue: 'M16' }] },
    });
  });

  test('leaves out what it names but is not live', async () => {
    const cause = aCause({ treatments: ['not-released'], redFlags: ['nor-this'], related: ['nor-that'], partOf: 'x' });
    const guide = aGuide({ treatments: ['not-released'], redFlags: ['nor-this'], relatedGuides: ['nor-that'] });
    const { ask } = aSite([released(cause, { seq: 1 }), released(guide, { seq: 2 })]);
    for (const path of ['/causes/hip-osteoarthritis', '/guides/hip-pain']) {
      const response = await ask(path);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).not.toContain('/treatments/');
      expect(html).not.toContain('/red-flags/');
      expect(html).not.toContain('What you can do');
      expect(html).not.toContain('Get help if you');
    }
  });

  test('shows figures inside the section they belong to', async () => {
    const figure = {
      alt: 'Drawing',
      caption: 'Caption of the drawing',
      credit: null,
      licence: null,
      mailPicture: [],
      renditions: [{ width: 320, height: 200, sha256: 'a'.repeat(64) }],
    };
    const cause = aCause({
      sections: [{ kind: 'anatomy', body: prose('Text above.'), urgentSigns: [], figures: [figure] }],
    });
    inOrder(
      await aSite([released(cause, { seq: 1 })]).read('/causes/hip-osteoarthritis'),
      'How this part of the body works</h2>',
      'Text above.',
      `/figures/${'a'.repeat(20)}.webp`,
      'Caption of the drawing',
    );
  });
});
