import { describe, expect, test } from 'vitest';
import { aCause, aGuide, aRedFlag, aTreatment, prose, released } from '../../support/releases.ts';
import { problemsOf } from '../../support/schema-org.ts';
import { anExercise, aMedicine } from '../../support/treatment-rows.ts';
import { by } from './trust/support.ts';
import { aSite, PAGES, smallLibrary } from './support.ts';

type Described = Record<string, unknown> & { about: unknown };

async function describedAt(path: string, rows = smallLibrary()): Promise<Described> {
  const html = await aSite(rows).read(path);
  const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  if (text === undefined) throw new Error(`${path} is not described`);
  return JSON.parse(text) as Described;
}

describe('the vocabulary that descriptions are held against', () => {
  test('knows types, inherited properties and what they may be, and says what is wrong', () => {
    expect(problemsOf({ '@type': 'MedicalWebPage', name: 'x', lastReviewed: '2026-01-01' })).toEqual([]);
    expect(problemsOf({ '@type': 'MedicalPage' })).toEqual(['$: there is no type "MedicalPage"']);
    expect(problemsOf({ '@type': 'MedicalCondition', dose: 'x' })).toEqual(['$: MedicalCondition has no dose']);
    expect(problemsOf({ '@type': 'MedicalCondition', riskFactor: 'age' })[0]).toContain('must be one of');
    const wrong = { '@type': 'MedicalCondition', riskFactor: { '@type': 'Person', name: 'x' } };
    expect(problemsOf(wrong)[0]).toContain('Person is none of MedicalRiskFactor');
  });
});

describe('the description of a page', () => {
  test.each(PAGES)(
    'of %s says nothing that the vocabulary does not know, and is no list of questions',
    async (path) => {
      const described = await describedAt(path);
      expect(described['@context']).toBe('https://schema.org');
      expect(problemsOf(described)).toEqual([]);
      expect(JSON.stringify(described)).not.toMatch(/FAQPage|"Question"|undefined/);
    },
  );

  test('of a clinician says who they were when they last approved, as the log has it', async () => {
    const rows = [
      released(aCause(), { seq: 1, approvals: [by('bo', { credentials: 'MBBS' })] }),
      released(aCause(), {
        seq: 2,
        approvals: [by('bo', { credentials: 'MBBS, MRCGP' }, '2026-04-01T09:00:00.000Z')],
      }),
    ];
    const described = await describedAt('/clinicians/bo', rows);
    expect(problemsOf(described)).toEqual([]);
    expect(described).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'Dr bo',
      url: 'https://example.org/clinicians/bo',
      honorificSuffix: 'MBBS, MRCGP',
    });
  });

  test('names who reviewed it, under their address, when, and on what it rests', async () => {
    expect(await describedAt('/causes/hip-osteoarthritis')).toMatchObject({
      '@type': 'MedicalWebPage',
      '@id': 'https://example.org/causes/hip-osteoarthritis',
      lastReviewed: '2026-02-01',
      inLanguage: 'en',
      publishingPrinciples: 'https://example.org/editorial-policy',
      reviewedBy: [
        {
          '@type': 'Person',
          name: 'Demo clinician (demonstration)',
          url: 'https://example.org/clinicians/demo-clinician',
          honorificSuffix: 'MBBS (demonstration)',
        },
      ],
      citation: [{ name: 'Osteoarthritis in over 16s', publisher: { name: 'NICE' }, datePublished: '2022' }],
      breadcrumb: {
        itemListElement: [
          { position: 1, name: 'Home' },
          { position: 2, name: 'Hip pain' },
        ],
      },
    });
  });

  test('of a cause says where it is felt, who gets it, what may help and its code', async () => {
    const whoGetsIt = { kind: 'who-gets-it' as const, body: prose('Older people.', 'Rarely others.') };
    const cause = aCause({ sections: [{ ...whoGetsIt, urgentSigns: [], figures: [] }] });
    const rows = [released(aTreatment(), { seq: 1 }), released(cause, { seq: 2 })];
    expect((await describedAt('/causes/hip-osteoarthritis', rows)).about).toMatchObject({
      '@type': 'MedicalCondition',
      code: [{ '@type': 'MedicalCode', codeValue: 'M16', codingSystem: 'ICD-10' }],
      signOrSymptom: [{ name: 'Mostly felt in: groin' }, { name: 'Sometimes felt in: buttock' }],
      riskFactor: [{ '@type': 'MedicalRiskFactor', description: 'Older people. Rarely others.' }],
      possibleTreatment: [{ name: 'Cold and heat', url: 'https://example.org/treatments/cold-heat' }],
    });
  });

  test('calls no possible treatment what guidelines advise against, nor what is not live', async () => {
    const against = aTreatment();
    against.evidence.level = 'against';
    const cause = released(aCause(), { seq: 2 });
    const possible = async (rows: Parameters<typeof describedAt>[1]) =>
      ((await describedAt('/causes/hip-osteoarthritis', rows)).about as { possibleTreatment: unknown[] })
        .possibleTreatment;
    expect(await possible([released(against, { seq: 1 }), cause])).toEqual([]);
    expect(await possible([cause])).toEqual([]);
  });

  test('mentions a warning sign and does not call it a sign of the cause', async () => {
    const described = await describedAt('/causes/hip-osteoarthritis');
    expect(described.mentions).toEqual([
      {
        '@type': 'MedicalSignOrSymptom',
        name: 'Night pain that no position eases',
        url: 'https://example.org/red-flags/red-flag-night-pain',
      },
    ]);
    expect(JSON.stringify(described.about)).not.toContain('Night pain');
  });

  test('of a warning sign says what to do and who is at risk', async () => {
    const rows = [released(aRedFlag({ atRisk: ['People with cancer.'] }), { seq: 1 })];
    expect((await describedAt('/red-flags/red-flag-night-pain', rows)).about).toMatchObject({
      '@type': 'MedicalSignOrSymptom',
      description: 'Call your doctor today and say that the pain does not let you sleep.',
      riskFactor: [{ name: 'People with cancer.' }],
    });
  });

  test('of a guide names its causes', async () => {
    const { about } = await describedAt('/guides/hip-pain');
    expect(about).toMatchObject({ '@type': 'MedicalSymptom', cause: [{ name: 'Hip osteoarthritis' }] });
  });

  test.each(['medication', 'supplement', 'exercise', 'lifestyle'] as const)(
    'of a treatment of the kind %s is within the vocabulary, with its exercises and medicines',
    async (kind) => {
      const content = aTreatment({ kind, exercises: [anExercise()], medicines: [aMedicine()] });
      const described = await describedAt('/treatments/cold-heat', [released(content, { seq: 1 })]);
      expect(problemsOf(described)).toEqual([]);
      const types = (described.about as { '@type': string }[]).map((thing) => thing['@type']);
      expect(types[0]).toBe(kind === 'lifestyle' ? 'LifestyleModification' : 'MedicalTherapy');
      expect(types).toContain('ExercisePlan');
      expect(types.includes('Drug')).toBe(kind === 'medication');
      expect(types.includes('DietarySupplement')).toBe(kind === 'supplement');
    },
  );

  test('of a treatment calls no caution a contraindication: many only ask for care', async () => {
    const content = aTreatment({ cautions: ['Take care with old scars.'] });
    const described = await describedAt('/treatments/cold-heat', [released(content, { seq: 1 })]);
    expect(JSON.stringify(described)).not.toMatch(/contraindication|old scars/);
  });

  test('is left out of an old release, which search engines must not list', async () => {
    const rows = [
      released(aGuide(), { seq: 1, live: false }),
      released(aGuide({ summary: 'Corrected words for the guide.' }), { seq: 2, version: '1.1' }),
    ];
    await expect(describedAt('/guides/hip-pain?release=1', rows)).rejects.toThrow('not described');
  });
});
