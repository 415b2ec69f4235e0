import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EntryFile } from '../../scripts/seed/content-schema.ts';
import { barProblems } from '../../scripts/seed/bars/bars.ts';
import { contentOf } from '../../scripts/seed/file-content.ts';
import { POLICY } from '../../policy.ts';
import { readLibrary, type ContentProblem, type Library } from '../../scripts/seed/read-library.ts';

describe('the hip-pain library', () => {
  let library: Library;
  let problems: ContentProblem[];
  beforeAll(async () => {
    ({ library, problems } = await readLibrary(path.resolve('content/hip-pain')));
  });
  const all = <Type extends EntryFile['type']>(type: Type) =>
    library.entries.map(({ data }) => data).filter((data): data is Extract<EntryFile, { type: Type }> => data.type === type);
  const broad = (entries: { slug: string; partOf: string | null }[]) => entries.filter(({ partOf }) => !partOf).map(({ slug }) => slug);

  it('has no broken field, reference, source or figure', () => {
    expect(problems).toEqual([]);
  });

  it('has its causes and its things to do, each with its variants', () => {
    expect(broad(all('cause'))).toHaveLength(19);
    expect(all('cause')).toHaveLength(31);
    expect(broad(all('treatment'))).toHaveLength(14);
    const parts = (slug: string) => all('treatment').filter(({ partOf }) => partOf === `treatments/${slug}`).length;
    expect([parts('medication'), parts('products'), parts('supplements')]).toEqual([8, 13, 8]);
  });

  it('names them all in the guide, with the five signs to see someone about', () => {
    const [guide] = all('guide');
    expect(guide?.causes.toSorted()).toEqual(broad(all('cause')).map((slug) => `causes/${slug}`).toSorted());
    expect(guide?.treatments.toSorted()).toEqual(broad(all('treatment')).map((slug) => `treatments/${slug}`).toSorted());
    expect(guide?.whenToConsult).toHaveLength(5);
  });

  it('has no red flag that no guide, cause or treatment names, and no cause without one', () => {
    const named = [...all('guide'), ...all('cause'), ...all('treatment')].flatMap(({ redFlags }) => redFlags);
    const unnamed = all('red-flag').filter(({ slug }) => !named.includes(`red-flags/${slug}`));
    expect(unnamed.map(({ slug }) => slug)).toEqual([]);
    expect(all('cause').filter(({ redFlags }) => redFlags.length === 0)).toEqual([]);
  });

  it.each([
    ['hip-fracture', 'cannot-bear-weight'],
    ['hip-dislocation', 'cannot-bear-weight'],
    ['hip-dislocation', 'replaced-hip-emergency'],
    ['osteoporosis', 'cannot-bear-weight'],
    ['rheumatoid-arthritis-hip', 'infected-hip'],
    ['lumbar-disc-herniation', 'saddle-anaesthesia'],
    ['lumbar-disc-herniation', 'incontinence'],
    ['lumbar-disc-herniation', 'both-legs'],
    ['polymyalgia-rheumatica', 'headache-sight'],
    ['groin-hernia', 'trapped-hernia'],
    ['pelvic-girdle-pain', 'pregnancy'],
    ['peripheral-artery-disease', 'cold-leg'],
    ['axial-spondyloarthritis', 'saddle-anaesthesia'],
  ])('shows whoever reads only of %s the emergency %s', (slug, flag) => {
    const cause = all('cause').find((one) => one.slug === slug);
    expect(cause?.redFlags).toContain(`red-flags/red-flag-${flag}`);
    expect(all('red-flag').find((one) => one.slug === `red-flag-${flag}`)?.urgency).toBe('emergency-now');
  });

  it('names the same signs by speed in the guide and where it says whom to see', () => {
    const [guide] = all('guide');
    const seeing = all('treatment').find(({ slug }) => slug === 'consult-professional');
    expect(seeing?.redFlags).toEqual(guide?.redFlags);
    expect(guide?.redFlags.length).toBeGreaterThan(20);
  });

  it('never names one sign of pressed nerves without the others, for one of them is enough', () => {
    const signs = ['saddle-anaesthesia', 'incontinence', 'both-legs'].map((sign) => `red-flags/red-flag-${sign}`);
    const naming = [...all('cause'), ...all('treatment')].filter(({ redFlags }) => signs.some((sign) => redFlags.includes(sign)));
    expect(naming.length).toBeGreaterThan(10);
    expect(naming.filter(({ redFlags }) => !signs.every((sign) => redFlags.includes(sign))).map(({ slug }) => slug)).toEqual([]);
  });

  it.each([
    ['turmeric', 'liver-signs'],
    ['nsaids', 'bleeding'],
    ['opioids', 'slow-breathing'],
    ['paracetamol', 'too-much-medicine'],
    ['steroid-injection', 'infected-hip'],
    ['joint-replacement', 'replaced-hip-emergency'],
    ['medication', 'saddle-anaesthesia'],
    ['muscle-imbalance', 'chest-pain'],
  ])('shows whoever reads only of %s the emergency %s', (slug, flag) => {
    expect(all('treatment').find((one) => one.slug === slug)?.redFlags).toContain(`red-flags/red-flag-${flag}`);
    expect(all('red-flag').find((one) => one.slug === `red-flag-${flag}`)?.urgency).toBe('emergency-now');
  });

  it('begins its course with every emergency of the guide', () => {
    const [guide] = all('guide');
    const [first] = all('course').map(({ lessons }) => lessons[0]);
    const now = all('red-flag').filter(({ urgency }) => urgency === 'emergency-now');
    const named = now.map(({ slug }) => `red-flags/${slug}`).filter((key) => guide?.redFlags.includes(key));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((key) => !first?.redFlags.includes(key))).toEqual([]);
  });

  it('rests every red flag on a guideline, a review or a health service’s information', () => {
    const good = new Set(['guideline', 'systematic-review', 'review', 'patient-information']);
    const kinds = new Map<string, string>(library.sources.map(({ slug, kind }) => [slug, kind]));
    const weak = all('red-flag').filter(({ sources }) => !sources.some((slug) => good.has(kinds.get(slug) ?? '')));
    expect(weak.map(({ slug }) => slug)).toEqual([]);
  });

  it('holds every quality bar', () => {
    const pages = library.entries.map(({ file, data }) => ({ file, content: contentOf(data, library) }));
    expect(barProblems(pages, { highestGrade: POLICY.maxReadingGrade, terms: library.terms })).toEqual([]);
  });

  it('reaches them all from the lessons of its course', () => {
    const [course] = all('course');
    expect(course?.lessons).toHaveLength(9);
    const reached = new Set(course?.lessons.flatMap(({ entries }) => entries.map(({ entry }) => entry)));
    const wanted = [
      // the guide leads to every cause
      'guides/hip-pain',
      ...broad(all('treatment')).map((slug) => `treatments/${slug}`),
    ];
    expect(wanted.filter((reference) => !reached.has(reference))).toEqual([]);
  });

  it('names the cautions of every medicine and supplement, and who earns from what is sold', () => {
    for (const treatment of all('treatment')) {
      const isMedicine = treatment.kind === 'medication' || treatment.kind === 'supplement';
      if (isMedicine) expect(treatment.cautions.length + treatment.medicines.length, treatment.slug).toBeGreaterThan(0);
      if (treatment.commercial) expect(treatment.commercialDisclosure, treatment.slug).toBeTruthy();
    }
  });

  it('says of every medicine but the overviews what it is called, and cites a guideline, a review or a health service', () => {
    const kinds = new Map(library.sources.map(({ slug, kind }) => [slug, kind]));
    const strong = new Set<string | null | undefined>(['guideline', 'systematic-review', 'patient-information']);
    for (const { slug, partOf, kind, medicines, sources } of all('treatment')) {
      if (kind !== 'medication' || partOf === null) continue;
      expect(medicines.length, slug).toBeGreaterThan(0);
      expect(sources.some((source) => strong.has(kinds.get(source))), slug).toBe(true);
    }
  });

  it('says of every exercise when to stop, and draws those that have a drawing', () => {
    const drawn = library.figures.map(({ file }) => file);
    for (const { slug, kind, exercises } of all('treatment')) {
      if (kind === 'exercise') expect(exercises.length, slug).toBeGreaterThan(0);
      for (const { key, figures } of exercises) {
        const file = `exercise-${key}.png`;
        if (drawn.includes(file)) expect(figures, `${slug}: ${key}`).toContain(file);
      }
    }
  });
});
