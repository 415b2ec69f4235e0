import { CAUSE_SECTIONS } from './cause.ts';
import { TREATMENT_SECTIONS } from './treatment.ts';
import type { EntryType } from './types.ts';

/** What a mail can show of an entry beside its title, its summary and the way to its page, by type. */
const PARTS_OF = {
  guide: ['intro', 'when-to-consult'],
  cause: ['where-it-hurts', ...CAUSE_SECTIONS],
  treatment: ['evidence', 'how-to', 'dose', 'exercises', 'medicines', ...TREATMENT_SECTIONS],
  'red-flag': ['explanation'],
  course: [],
} as const satisfies Record<EntryType, readonly string[]>;
export type LessonPart = (typeof PARTS_OF)[EntryType][number];
export const LESSON_PARTS: readonly LessonPart[] = [...new Set(Object.values(PARTS_OF).flat())];

/** What a lesson asks of an entry. All of it empty: title, summary and link. */
export interface Asked {
  parts: readonly string[];
  /** keys of exercises; the part `exercises` is all of them */
  exercises: readonly string[];
  /** keys of medicines; the part `medicines` is all of them */
  medicines: readonly string[];
}
type Name = keyof Asked;

/** As much of an entry as tells what it has: a content, or what a content file says. */
export interface Parted {
  type: EntryType;
  sections?: readonly { kind: string | null }[];
  exercises?: readonly { key: string }[];
  medicines?: readonly { key: string }[];
}

/** What somebody needs of an entry who reads nothing else: lessons showed it before they chose. */
export const SUBSTANCE: Asked = {
  parts: [
    'intro',
    'when-to-consult',
    'where-it-hurts',
    'what-it-is',
    'symptoms',
    'evidence',
    'how-to',
    'dose',
    'exercises',
    'medicines',
    'explanation',
  ] satisfies LessonPart[],
  exercises: [],
  medicines: [],
};

/** Whether this is what the upgrade of an older lesson asks of each of its entries. */
export const wasUnchosen = ({ parts }: Asked): boolean =>
  SUBSTANCE.parts.every((part) => part === 'exercises' || parts.includes(part));

/** Whatever a lesson may have shown. */
export const EVERYTHING: Asked = { parts: LESSON_PARTS, exercises: [], medicines: [] };

/** Whether more of an entry is asked for than its summary. */
export const asksForMore = (asked: Asked): boolean => [asked.parts, asked.exercises, asked.medicines].some(isFilled);

/** What is asked of an entry that it does not have: a part of another type, a section or a key that it has not. */
export function notThere(entry: Parted, asked: Asked): { name: Name; value: string }[] {
  const has: Record<Name, readonly string[]> = {
    parts: partsIn(entry),
    exercises: keysOf(entry.exercises),
    medicines: keysOf(entry.medicines),
  };
  const names: readonly Name[] = ['parts', 'exercises', 'medicines'];
  return names.flatMap((name) =>
    asked[name].filter((value) => !has[name].includes(value)).map((value) => ({ name, value })),
  );
}

/** Rows that a lesson asks for, by the part that is all of them or by their keys. A key that no row has shows none. */
export const chosenRows = <Row extends { key: string }>(
  rows: readonly Row[],
  asked: Asked,
  name: 'exercises' | 'medicines',
): Row[] => rows.filter(({ key }) => asked.parts.includes(name) || asked[name].includes(key));

/** The sections are those that it has; of the other parts of its type an entry may have nothing, which shows nothing. */
function partsIn({ type, sections = [] }: Parted): string[] {
  const kinds: readonly string[] = type === 'cause' ? CAUSE_SECTIONS : type === 'treatment' ? TREATMENT_SECTIONS : [];
  const written = sections.map(({ kind }) => kind);
  return PARTS_OF[type].filter((part) => !kinds.includes(part) || written.includes(part));
}

const keysOf = (rows: readonly { key: string }[] = []): string[] => rows.map(({ key }) => key);
const isFilled = (list: readonly string[]): boolean => list.length > 0;
