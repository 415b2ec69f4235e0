import type { EntryContent } from './entries/entries.ts';
import { figuresOf, referencesOf, summaryOf } from './entries/references.ts';
import { hashOfCanonical, type ReleasedRow } from './release-row.ts';

type IndexColumns = Pick<
  ReleasedRow,
  | 'summary'
  | 'summaryHash'
  | 'schema'
  | 'references'
  | 'figures'
  | 'partOf'
  | 'urgency'
  | 'treatmentKind'
  | 'evidenceLevel'
>;

/** What lists, feeds and the library ask of a release without opening its snapshot; frozen and signed beside it. */
export const indexColumns = (content: EntryContent): IndexColumns => ({
  summary: summaryOf(content),
  summaryHash: hashOfCanonical(summaryOf(content)),
  schema: content.schema,
  references: referencesOf(content).map(({ uid, field }) => ({ uid, field })),
  figures: [...new Set(figuresOf(content).flatMap(({ renditions }) => renditions.map(({ sha256 }) => sha256)))],
  partOf: content.type === 'cause' || content.type === 'treatment' ? content.partOf : null,
  urgency: content.type === 'red-flag' ? content.urgency : null,
  treatmentKind: content.type === 'treatment' ? content.kind : null,
  evidenceLevel: content.type === 'treatment' ? content.evidence.level : null,
});

/** The index columns of a withdrawal: it names nothing and shows nothing. */
export const NO_INDEX_COLUMNS = {
  summary: null,
  summaryHash: null,
  schema: null,
  references: [],
  figures: [],
  partOf: null,
  urgency: null,
  treatmentKind: null,
  evidenceLevel: null,
} as const;
