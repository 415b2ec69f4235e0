import type { EntryContent } from './entries.ts';
import type { IndexName } from './field.ts';
import { embeddedOf, leavesOf } from './leaves.ts';
import { figure, type FigureContent } from './shared.ts';

export interface Reference {
  uid: string;
  /** path of the relationship, e.g. `causes`, `lessons.0.entries` */
  field: string;
  /** it must be live before the entry can be released; channels leave others out until they are (ADR 0009) */
  required: boolean;
}

/** The other entries that a revision names, field by field, each field in its order. */
export const referencesOf = (content: EntryContent): Reference[] =>
  leavesOf(content).flatMap(({ field, value, path }) =>
    field.kind === 'reference' && isFilled(value)
      ? [{ uid: value, field: path.replace(/\.\d+$/, ''), required: !field.optional }]
      : [],
  );

/** The red flags that an entry names, for itself or for a part of it, each once. Empty for what only may name one. */
export const redFlagsOf = (content: EntryContent): string[] => [
  ...new Set(
    leavesOf(content).flatMap(({ field, value }) =>
      field.kind === 'reference' && !field.optional && field.to.every((to) => to === 'red-flags') && isFilled(value)
        ? [value]
        : [],
    ),
  ),
];

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** All figures of a revision with their true paths, e.g. `sections.2.figures.0`. */
export const figuresWithPaths = (content: EntryContent): { path: string; figure: FigureContent }[] =>
  embeddedOf(content)
    .filter(({ field }) => field.collection === 'media')
    .map(({ path, value }) => ({ path, figure: figure.shape.parse(value) }));

export const figuresOf = (content: EntryContent): FigureContent[] =>
  figuresWithPaths(content).map(({ figure: shown }) => shown);

/** Every file that a figure is served as. */
export const filesOf = ({ renditions, mailPicture }: FigureContent): { sha256: string }[] => [
  ...renditions,
  ...mailPicture,
];

/** What an index tells of an entry without its snapshot; null where the type has no such field, or nothing in it. */
export function indexOf(content: EntryContent): Record<IndexName, string | null> {
  const index = { summary: null, partOf: null, urgency: null, treatmentKind: null, evidenceLevel: null };
  const told = leavesOf(content).flatMap(({ field: { says }, value }) =>
    says.indexAs ? [[says.indexAs, typeof value === 'string' ? value : null] as const] : [],
  );
  return { ...index, ...Object.fromEntries(told) };
}

/** One sentence that stands for the entry in lists, feeds and mails. */
export const summaryOf = (content: EntryContent): string => indexOf(content).summary ?? '';
