import type { FigureFile } from './content-schema.ts';
import type { ToLexical } from './markdown-to-lexical.ts';
import type { LibraryEntry } from './read-library.ts';

type Id = number | string;

/** Database ids of what a file names: `collection/slug` of entries, slugs of sources, file names of figures. */
export interface Ids {
  entry: (reference: string) => Id | null;
  source: (slug: string) => Id;
  figure: (file: FigureFile['file']) => Id;
}

/** The fields of an entry file as Payload takes them. References that do not exist yet are left out. */
export function toData(
  { data, sections }: LibraryEntry,
  ids: Ids,
  toLexical: ToLexical,
  reviewDue: string,
): Record<string, unknown> {
  const refs = (collection: string, slugs: string[]) =>
    slugs.flatMap((slug) => ids.entry(`${collection}/${slug}`) ?? []);
  const mixed = (references: string[]) =>
    references.flatMap((reference) => {
      const value = ids.entry(reference);
      return value === null ? [] : [{ relationTo: reference.split('/')[0], value }];
    });
  const text = (kind: string) => {
    const section = sections.find((candidate) => candidate.kind === kind);
    return section ? toLexical(section.markdown) : undefined;
  };
  const bodies = (figures: Record<string, string[]>) =>
    sections.map(({ kind, markdown }) => ({
      kind,
      body: toLexical(markdown),
      figures: (figures[kind] ?? []).map((file) => ids.figure(file)),
    }));
  const rows = (texts: string[]) => texts.map((item) => ({ text: item }));
  const common = { slug: data.slug, reviewDue, sources: data.sources.map(ids.source) };

  switch (data.type) {
    case 'guide':
      return {
        ...common,
        title: data.title,
        summary: data.summary,
        bodyArea: data.bodyArea,
        keywords: data.keywords,
        icd10: data.icd10,
        intro: text('intro'),
        closing: text('closing'),
        causes: refs('causes', data.causes),
        redFlags: refs('red-flags', data.redFlags),
        treatments: refs('treatments', data.treatments),
        whenToConsult: data.whenToConsult,
        figures: data.figures.map(({ file }) => ids.figure(file)),
        relatedGuides: refs('guides', data.relatedGuides),
      };
    case 'cause':
      return {
        ...common,
        title: data.title,
        summary: data.summary,
        synonyms: data.synonyms,
        icd10: data.icd10,
        partOf: data.partOf ? ids.entry(`causes/${data.partOf}`) : null,
        sections: bodies(data.figures as Record<string, string[]>),
        locations: data.locations,
        possibleLocations: data.possibleLocations,
        onset: data.onset,
        worse: data.worse,
        better: data.better,
        tests: data.tests,
        specialists: data.specialists,
        treatments: refs('treatments', data.treatments),
        redFlags: refs('red-flags', data.redFlags),
        related: mixed(data.related),
      };
    case 'treatment':
      return {
        ...common,
        title: data.title,
        summary: data.summary,
        synonyms: data.synonyms,
        kind: data.kind,
        partOf: data.partOf ? ids.entry(`treatments/${data.partOf}`) : null,
        sections: bodies(data.figures as Record<string, string[]>),
        howTo: rows(data.howTo),
        dose: data.dose ?? null,
        cautions: rows(data.cautions),
        interactions: rows(data.interactions),
        evidence: data.evidence,
        commercial: data.commercial,
        commercialDisclosure: data.commercialDisclosure ?? null,
        related: mixed(data.related),
      };
    case 'red-flag':
      return {
        ...common,
        sign: data.title,
        synonyms: data.synonyms,
        icd10: data.icd10,
        explanation: text('explanation'),
        urgency: data.urgency,
        urgencyNote: data.urgencyNote ?? null,
        action: data.action,
      };
    case 'course':
      return {
        ...common,
        title: data.title,
        summary: data.summary,
        sendAt: data.sendAt,
        weekdays: data.weekdays,
        lessons: data.lessons.map(({ entries, ...lesson }) => ({ ...lesson, entries: mixed(entries) })),
      };
  }
}
