/**
 * The publishable content of each entry type: what an editor writes, a clinician approves, the revision hash
 * covers and a release freezes. Sources and figures are embedded; other entries are named by uid only, because
 * they have approvals of their own (docs/data.md).
 */
import { cause, type CauseContent } from './cause.ts';
import { course, type CourseContent } from './course.ts';
import type { Fields } from './field.ts';
import { guide, type GuideContent } from './guide.ts';
import { redFlag, type RedFlagContent } from './red-flag.ts';
import { treatment, type TreatmentContent } from './treatment.ts';
import type { EntryType } from './types.ts';

/** The description of each type. */
export const ENTRIES = { guide, cause, treatment, 'red-flag': redFlag, course } as const;

export type EntryContent = GuideContent | CauseContent | TreatmentContent | RedFlagContent | CourseContent;

export const fieldsOf = (type: EntryType): Fields => ENTRIES[type].fields;
