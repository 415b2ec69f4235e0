import { indexColumns, NO_INDEX_COLUMNS } from '../model/index-columns.ts';
import {
  canonicalRow,
  hashOfCanonical,
  signedRow,
  type ReleasedRow,
  type SignedRow,
  type WithdrawnRow,
} from '../model/release-row.ts';

type Known =
  | 'type'
  | 'uid'
  | 'slug'
  | 'title'
  | 'version'
  | 'revision'
  | 'changeKind'
  | 'changeNote'
  | 'firstReleasedAt'
  | 'releasedAt'
  | 'locale';

/** A row as its writer knows it: the log itself gives its place in the chain, what an index needs, and the signature. */
export type NewRow =
  | Pick<ReleasedRow, Known | 'kind' | 'snapshot' | 'approvals' | 'reviewedAt' | 'reviewDue'>
  | Pick<WithdrawnRow, Known | 'kind' | 'reason' | 'publicNote' | 'replacedBy'>;

/** Where the log ends: the next row stands after it. */
export interface LogPlace {
  logId: string;
  seq: number;
  /** row hash of the row there; null in an empty log */
  hash: string | null;
}

/** What is signed of a row that stands next in the log, and the summary that is stored beside it. Pure. */
export function signedForm(row: NewRow, end: LogPlace): { signed: SignedRow; summary: string | null } {
  const summary = row.kind === 'released' ? storableText(indexColumns(row.snapshot).summary) : null;
  return { signed: canonicalised(toSigned(row, end, summary)), summary };
}

function toSigned(row: NewRow, end: LogPlace, summary: string | null): SignedRow {
  const place = { logId: end.logId, seq: end.seq + 1, previous: end.hash };
  if (row.kind === 'withdrawn') {
    return { ...row, ...place, ...NO_INDEX_COLUMNS, references: [], figures: [], approvals: [], ...NOT_REVIEWED };
  }
  const { snapshot, ...known } = row;
  const summaryHash = hashOfCanonical(summary ?? '');
  return {
    ...known,
    ...place,
    ...indexColumns(snapshot),
    summaryHash,
    reason: null,
    publicNote: null,
    replacedBy: null,
  };
}

const NOT_REVIEWED = { reviewedAt: null, reviewDue: null } as const;

/**
 * The row as it is signed: without what a database would change in storing it, and with its members in canonical
 * order at every depth, so that reading the log needs no sorting.
 */
function canonicalised(row: SignedRow): SignedRow {
  const storable: unknown = JSON.parse(JSON.stringify(row), (_key, value: unknown) =>
    typeof value === 'string' ? storableText(value) : value,
  );
  return JSON.parse(canonicalRow(signedRow.parse(storable))) as SignedRow;
}

/** Without lone surrogates and NUL, which a database would change. */
const storableText = (text: string): string => Buffer.from(text).toString().replaceAll('\0', '');
