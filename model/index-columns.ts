import type { z } from 'zod';
import type { EntryContent } from './entries/entries.ts';
import { filesOf, figuresOf, indexOf, referencesOf } from './entries/references.ts';
import { hashOfCanonical, indexedMembers, type ReleasedRow } from './release-row.ts';

type IndexColumns = Pick<ReleasedRow, 'summary' | 'summaryHash' | 'schema' | 'references' | 'figures'> &
  z.infer<typeof indexedMembers>;

/**
 * What lists, feeds and the library ask of a release without opening its snapshot; frozen and signed beside it. It
 * follows from the descriptions of the fields. Throws when one tells the index what its column cannot hold.
 */
export function indexColumns(content: EntryContent): IndexColumns {
  const { summary, ...told } = indexOf(content);
  return {
    summary: summary ?? '',
    summaryHash: hashOfCanonical(summary ?? ''),
    schema: content.schema,
    references: referencesOf(content).map(({ uid, field }) => ({ uid, field })),
    figures: [
      ...new Set(
        figuresOf(content)
          .flatMap(filesOf)
          .map(({ sha256 }) => sha256),
      ),
    ],
    ...indexedMembers.parse(told),
  };
}

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
} as const satisfies Record<keyof IndexColumns, null | readonly []>;
