/** Kept while its users move to `model/entries/`. */
export { CAUSE_SECTIONS, LOCATIONS, ONSETS, type CauseContent, type Location } from './entries/cause.ts';
export { WEEKDAYS, type CourseContent, type LessonContent, type Weekday } from './entries/course.ts';
export type { EntryContent } from './entries/entries.ts';
export type { GuideContent } from './entries/guide.ts';
export { URGENCIES, type RedFlagContent, type Urgency } from './entries/red-flag.ts';
export { figuresOf, referencesOf, summaryOf } from './entries/references.ts';
export { SOURCE_KINDS, type FigureContent, type Section, type SourceContent } from './entries/shared.ts';
export {
  EVIDENCE_LEVELS,
  TREATMENT_KINDS,
  TREATMENT_SECTIONS,
  type EvidenceLevel,
  type TreatmentContent,
} from './entries/treatment.ts';
export { COLLECTION_OF, ENTRY_TYPES, TYPE_OF, type EntryCollection, type EntryType } from './entries/types.ts';
