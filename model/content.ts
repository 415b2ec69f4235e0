/**
 * The publishable content of each entry type: what an editor writes, a clinician approves, the
 * revision hash covers and a release freezes. Sources and figures are embedded; other entries are
 * named by uid only, because they have approvals of their own (DESIGN §3).
 */
import type { Prose } from './prose.ts';

export const ENTRY_TYPES = ['guide', 'cause', 'treatment', 'red-flag', 'course'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** Payload collection and URL folder of each type. */
export const COLLECTION_OF = {
  guide: 'guides',
  cause: 'causes',
  treatment: 'treatments',
  'red-flag': 'red-flags',
  course: 'courses',
} as const satisfies Record<EntryType, string>;
export type EntryCollection = (typeof COLLECTION_OF)[EntryType];

export const TYPE_OF = {
  guides: 'guide',
  causes: 'cause',
  treatments: 'treatment',
  'red-flags': 'red-flag',
  courses: 'course',
} as const satisfies Record<EntryCollection, EntryType>;

export const LOCATIONS = [
  'groin',
  'inner-thigh',
  'front-thigh',
  'outer-hip',
  'buttock',
  'back-thigh',
  'lower-back',
] as const;
export const ONSETS = ['sudden', 'gradual', 'varies'] as const;
export const URGENCIES = ['emergency-now', 'same-day', 'urgent-days'] as const;
export const EVIDENCE_LEVELS = ['good', 'moderate', 'limited', 'none', 'against'] as const;
export const SOURCE_KINDS = [
  'guideline',
  'systematic-review',
  'trial',
  'patient-information',
  'textbook',
  'news',
] as const;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const CAUSE_SECTIONS = [
  'what-it-is',
  'anatomy',
  'who-gets-it',
  'symptoms',
  'diagnosis',
  'treatment-overview',
  'outlook',
] as const;
export const TREATMENT_SECTIONS = [
  'what-it-is',
  'who-it-may-help',
  'how-it-is-done',
  'what-to-expect',
  'safety',
  'claims-checked',
] as const;
export const TREATMENT_KINDS = [
  'medication',
  'supplement',
  'product',
  'diet',
  'lifestyle',
  'exercise',
  'thermal',
  'manual',
  'surgery',
  'professional-care',
] as const;

export type Location = (typeof LOCATIONS)[number];
export type Urgency = (typeof URGENCIES)[number];
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];
export type Weekday = (typeof WEEKDAYS)[number];

export interface SourceContent {
  title: string;
  publisher: string;
  kind: (typeof SOURCE_KINDS)[number];
  year: number | null;
  url: string;
  doi: string | null;
  pmid: string | null;
  /** YYYY-MM-DD */
  accessedOn: string | null;
}

/** A figure with its own files' hashes, so that replacing a file changes the revision. */
export interface FigureContent {
  alt: string;
  caption: string | null;
  credit: string | null;
  licence: string | null;
  /** WebP files by width, smallest first; served at `/figures/{sha256}.webp`. */
  renditions: { width: number; height: number; sha256: string }[];
}

export interface Section {
  kind: string;
  body: Prose;
  figures: FigureContent[];
}

interface CommonContent {
  /** Version of this shape, so that old releases stay readable. */
  schema: 1;
  uid: string;
  slug: string;
  title: string;
  /** YYYY-MM-DD; the date by which a clinician must look again. */
  reviewDue: string | null;
  sources: SourceContent[];
}

export interface GuideContent extends CommonContent {
  type: 'guide';
  summary: string;
  bodyArea: string;
  keywords: string[];
  icd10: string[];
  intro: Prose;
  /** uids, in reading order */
  causes: string[];
  redFlags: string[];
  treatments: string[];
  whenToConsult: { key: string; sign: string; explanation: string }[];
  closing: Prose;
  figures: FigureContent[];
  relatedGuides: string[];
}

export interface CauseContent extends CommonContent {
  type: 'cause';
  summary: string;
  synonyms: string[];
  icd10: string[];
  /** uid of the broader cause this page belongs to */
  partOf: string | null;
  sections: Section[];
  /** where the pain is typically felt */
  locations: Location[];
  /** where it can also be felt */
  possibleLocations: Location[];
  onset: (typeof ONSETS)[number] | null;
  worse: string[];
  better: string[];
  tests: string[];
  specialists: string[];
  treatments: string[];
  redFlags: string[];
  related: string[];
}

export interface TreatmentContent extends CommonContent {
  type: 'treatment';
  summary: string;
  synonyms: string[];
  kind: (typeof TREATMENT_KINDS)[number];
  /** uid of the broader treatment this page belongs to */
  partOf: string | null;
  sections: Section[];
  howTo: string[];
  dose: string | null;
  cautions: string[];
  interactions: string[];
  evidence: { level: EvidenceLevel | null; statement: string };
  commercial: boolean;
  commercialDisclosure: string | null;
  related: string[];
}

export interface RedFlagContent extends CommonContent {
  type: 'red-flag';
  /** `title` is the sign in the reader's words. */
  synonyms: string[];
  icd10: string[];
  explanation: Prose;
  urgency: Urgency | null;
  /** when it is more or less urgent than `urgency` says */
  urgencyNote: string | null;
  action: string;
}

export interface LessonContent {
  /** never reused within a course: the ledger of sent mail refers to it */
  key: string;
  subject: string;
  preheader: string;
  intro: string;
  /** uids of live entries, in reading order */
  entries: string[];
  outro: string;
  /** days after the previous lesson */
  delayDays: number;
}

export interface CourseContent extends CommonContent {
  type: 'course';
  summary: string;
  lessons: LessonContent[];
  /** HH:MM in the subscriber's time zone */
  sendAt: string;
  weekdays: Weekday[];
}

export type EntryContent = GuideContent | CauseContent | TreatmentContent | RedFlagContent | CourseContent;

/** One sentence that stands for the entry in lists, feeds and mails. */
export const summaryOf = (content: EntryContent): string =>
  content.type === 'red-flag' ? content.action : content.summary;

/**
 * The other entries that a revision names. `required` ones must be live before it can be released;
 * an `optional` one is left out by the channels until it is (ADR 0009).
 */
export function referencesOf(content: EntryContent): { uid: string; field: string; required: boolean }[] {
  const refs = (field: string, uids: string[], required: boolean) => uids.map((uid) => ({ uid, field, required }));
  const one = (uid: string | null) => (uid ? [uid] : []);
  switch (content.type) {
    case 'guide':
      return [
        ...refs('causes', content.causes, true),
        ...refs('redFlags', content.redFlags, true),
        ...refs('treatments', content.treatments, true),
        ...refs('relatedGuides', content.relatedGuides, false),
      ];
    case 'cause':
      return [
        ...refs('redFlags', content.redFlags, true),
        ...refs('treatments', content.treatments, true),
        ...refs('partOf', one(content.partOf), false),
        ...refs('related', content.related, false),
      ];
    case 'treatment':
      return [...refs('partOf', one(content.partOf), false), ...refs('related', content.related, false)];
    case 'red-flag':
      return [];
    case 'course':
      return content.lessons.flatMap((lesson, i) => refs(`lessons.${i}.entries`, lesson.entries, true));
  }
}

/** All figures of a revision, in reading order. */
export function figuresOf(content: EntryContent): FigureContent[] {
  if (content.type === 'guide') return content.figures;
  if (content.type === 'cause' || content.type === 'treatment') return content.sections.flatMap((s) => s.figures);
  return [];
}
