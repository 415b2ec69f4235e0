import type { PayloadRequest } from 'payload';
import type {
  EntryCollection,
  EntryContent,
  FigureContent,
  LessonContent,
  Section,
  SourceContent,
  Weekday,
} from '../../model/content.ts';
import { readStored, type DocumentId, type Stored } from './stored-entry.ts';
import { lexicalToProse } from './lexical-to-prose.ts';
import type { Prose } from '../../model/prose.ts';
import { toRevision, type Revision } from '../../model/revision.ts';

type Doc = Stored;

/** The current draft of an entry as stored, and as the revision it stands for; null when there is none. */
export async function readDraft(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<{ doc: Doc; revision: Revision } | null> {
  const doc = await readStored(req, collection, id);
  if (!doc) return null;
  const { content, unsupported } = await readContent(req, collection, doc);
  return { doc, revision: toRevision(content, unsupported) };
}

/**
 * The publishable closure of a stored entry (DESIGN §3): its fields in one shape whatever database holds
 * them, sources and figures embedded, other entries by uid. Runs a query per collection referred to.
 */
async function readContent(
  req: PayloadRequest,
  collection: EntryCollection,
  doc: Doc,
): Promise<{ content: EntryContent; unsupported: string[] }> {
  const unsupported: string[] = [];
  const prose = (value: unknown): Prose => {
    const read = lexicalToProse(value);
    unsupported.push(...read.unsupported);
    return read.prose;
  };
  const rows = (value: unknown): Doc[] => (Array.isArray(value) ? (value as Doc[]) : []);
  const figureIds = [...ids(doc.figures), ...rows(doc.sections).flatMap((section) => ids(section.figures))];
  const [sourceDocs, mediaDocs, uids] = await Promise.all([
    byId(req, 'sources', ids(doc.sources)),
    byId(req, 'media', figureIds),
    readUids(req, collection, doc),
  ]);
  const figures = (value: unknown): FigureContent[] => pick(mediaDocs, ids(value)).map(toFigure);
  const refs = (value: unknown, relationTo: string): string[] =>
    references(value, relationTo).flatMap((key) => uids.get(key) ?? []);
  const sections = (value: unknown): Section[] =>
    rows(value).map((row) => ({ kind: text(row.kind), body: prose(row.body), figures: figures(row.figures) }));

  const common = {
    schema: 1 as const,
    uid: doc.uid,
    slug: text(doc.slug),
    title: text(doc.title ?? doc.sign),
    reviewDue: day(doc.reviewDue),
    sources: pick(sourceDocs, ids(doc.sources)).map(toSource),
  };
  const summary = text(doc.summary);
  const content = ((): EntryContent => {
    switch (collection) {
      case 'guides':
        return {
          ...common,
          type: 'guide',
          summary,
          bodyArea: text(doc.bodyArea),
          keywords: texts(doc.keywords),
          icd10: texts(doc.icd10),
          intro: prose(doc.intro),
          causes: refs(doc.causes, 'causes'),
          redFlags: refs(doc.redFlags, 'red-flags'),
          treatments: refs(doc.treatments, 'treatments'),
          whenToConsult: rows(doc.whenToConsult).map(({ key, sign, explanation }) => ({
            key: text(key),
            sign: text(sign),
            explanation: text(explanation),
          })),
          closing: prose(doc.closing),
          figures: figures(doc.figures),
          relatedGuides: refs(doc.relatedGuides, 'guides'),
        };
      case 'causes':
        return {
          ...common,
          type: 'cause',
          summary,
          synonyms: texts(doc.synonyms),
          icd10: texts(doc.icd10),
          partOf: refs(doc.partOf, 'causes')[0] ?? null,
          sections: sections(doc.sections),
          locations: texts(doc.locations) as never,
          possibleLocations: texts(doc.possibleLocations) as never,
          onset: (doc.onset ?? null) as never,
          worse: texts(doc.worse),
          better: texts(doc.better),
          tests: texts(doc.tests),
          specialists: texts(doc.specialists),
          treatments: refs(doc.treatments, 'treatments'),
          redFlags: refs(doc.redFlags, 'red-flags'),
          related: refs(doc.related, 'causes'),
        };
      case 'treatments': {
        const evidence = (doc.evidence ?? {}) as Record<string, unknown>;
        return {
          ...common,
          type: 'treatment',
          summary,
          synonyms: texts(doc.synonyms),
          kind: text(doc.kind) as never,
          partOf: refs(doc.partOf, 'treatments')[0] ?? null,
          sections: sections(doc.sections),
          howTo: rows(doc.howTo).map((row) => text(row.text)),
          dose: orNull(doc.dose),
          cautions: rows(doc.cautions).map((row) => text(row.text)),
          interactions: rows(doc.interactions).map((row) => text(row.text)),
          evidence: { level: (evidence.level ?? null) as never, statement: text(evidence.statement) },
          commercial: Boolean(doc.commercial),
          commercialDisclosure: orNull(doc.commercialDisclosure),
          related: refs(doc.related, 'treatments'),
        };
      }
      case 'red-flags':
        return {
          ...common,
          type: 'red-flag',
          synonyms: texts(doc.synonyms),
          icd10: texts(doc.icd10),
          explanation: prose(doc.explanation),
          urgency: (doc.urgency ?? null) as never,
          urgencyNote: orNull(doc.urgencyNote),
          action: text(doc.action),
        };
      case 'courses':
        return {
          ...common,
          type: 'course',
          summary,
          lessons: rows(doc.lessons).map((row): LessonContent => ({
            key: text(row.key),
            subject: text(row.subject),
            preheader: text(row.preheader),
            intro: text(row.intro),
            entries: refs(row.entries, ''),
            outro: text(row.outro),
            delayDays: Number(row.delayDays ?? 0),
          })),
          sendAt: text(doc.sendAt) || '08:00',
          weekdays: texts(doc.weekdays) as Weekday[],
        };
    }
  })();
  return { content, unsupported };
}

/** Stored text without the blanks at its ends that no reader can see. */
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const orNull = (value: unknown): string | null => text(value) || null;
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);
const day = (value: unknown): string | null => (typeof value === 'string' && value ? value.slice(0, 10) : null);

/** Ids of a relationship to one collection, single or many, populated or not. */
function ids(value: unknown): DocumentId[] {
  const list: unknown[] = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return list.flatMap((item) => {
    if (typeof item === 'string' || typeof item === 'number') return [item];
    const id = (item as { id?: unknown } | null)?.id;
    return typeof id === 'string' || typeof id === 'number' ? [id] : [];
  });
}

/** `collection:id` of every target of a relationship; polymorphic ones name their collection themselves. */
function references(value: unknown, relationTo: string): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return list.flatMap((item) => {
    const target = item as { relationTo?: unknown; value?: unknown } | null;
    if (typeof target === 'object' && target !== null && typeof target.relationTo === 'string') {
      return ids(target.value).map((id) => `${String(target.relationTo)}:${id}`);
    }
    return ids(item).map((id) => `${relationTo}:${id}`);
  });
}

const REFERENCE_FIELDS: Record<EntryCollection, Record<string, string>> = {
  guides: { causes: 'causes', redFlags: 'red-flags', treatments: 'treatments', relatedGuides: 'guides' },
  causes: { treatments: 'treatments', redFlags: 'red-flags', partOf: 'causes', related: '' },
  treatments: { partOf: 'treatments', related: '' },
  'red-flags': {},
  courses: {},
};

/** uid by `collection:id` of every entry that a document refers to: one query per collection. */
async function readUids(req: PayloadRequest, collection: EntryCollection, doc: Doc): Promise<Map<string, string>> {
  const lessons: unknown[] = Array.isArray(doc.lessons) ? doc.lessons : [];
  const keys = new Set([
    ...Object.entries(REFERENCE_FIELDS[collection]).flatMap(([field, relationTo]) =>
      references(doc[field], relationTo),
    ),
    ...lessons.flatMap((lesson) => references((lesson as Doc).entries, '')),
  ]);
  const byCollection = new Map<string, string[]>();
  for (const key of keys) {
    const [target = '', id = ''] = key.split(':');
    byCollection.set(target, [...(byCollection.get(target) ?? []), id]);
  }
  const uids = new Map<string, string>();
  for (const [target, wanted] of byCollection) {
    const docs = await byId(req, target as EntryCollection, wanted);
    for (const [id, found] of docs) uids.set(`${target}:${id}`, String(found.uid));
  }
  return uids;
}

async function byId(
  req: PayloadRequest,
  collection: EntryCollection | 'sources' | 'media',
  wanted: DocumentId[],
): Promise<Map<string, Doc>> {
  const unique = [...new Set(wanted)];
  if (unique.length === 0) return new Map();
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: unique } },
    limit: unique.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return new Map((docs as unknown as Doc[]).map((doc) => [String(doc.id), doc]));
}

const pick = (docs: Map<string, Doc>, wanted: DocumentId[]): Doc[] =>
  wanted.flatMap((id) => docs.get(String(id)) ?? []);

const toSource = (doc: Doc): SourceContent => ({
  title: text(doc.title),
  publisher: text(doc.publisher),
  kind: doc.kind as SourceContent['kind'],
  year: typeof doc.year === 'number' ? doc.year : null,
  url: text(doc.url),
  doi: orNull(doc.doi),
  pmid: orNull(doc.pmid),
  accessedOn: day(doc.accessedOn),
});

const toFigure = (doc: Doc): FigureContent => ({
  alt: text(doc.alt),
  caption: orNull(doc.caption),
  credit: orNull(doc.credit),
  licence: orNull(doc.licence),
  renditions: (doc.renditions ?? []) as FigureContent['renditions'],
});
