import { z } from 'zod';
import type { ColumnKind } from '../database/raw-columns.ts';
import type { EntryContent } from '../model/entries/entries.ts';
import { SIGNED_MEMBERS, signedRow, type Release, type ReleasedRow, type SignedRow } from '../model/release-row.ts';

/** A row of `releases` as Payload's adapter gives it. */
export type Stored = Record<string, unknown> & { id: string | number };

/** The column of a member of the row. */
export const columnOf = (member: keyof SignedRow): string => (member === 'schema' ? 'snapshotSchema' : member);

const LISTS: ReadonlySet<keyof SignedRow> = new Set(['approvals', 'figures', 'references'] as const);
const MOMENTS: ReadonlySet<keyof SignedRow> = new Set(['firstReleasedAt', 'releasedAt', 'reviewedAt'] as const);

/** How the column of a member holds it. */
export function kindOf(member: keyof SignedRow): ColumnKind {
  if (LISTS.has(member)) return 'json';
  return MOMENTS.has(member) ? 'date' : 'plain';
}

const beside = z.object({ signature: z.string(), live: z.coerce.boolean() });
const snapshot = z.custom<EntryContent>((value) => typeof value === 'object' && value !== null);

/** A stored row as the union that rules and channels work with. Throws `ZodError` when it is none. */
export function toRow(stored: object): Release {
  const columns = new Map<string, unknown>(Object.entries(stored));
  const members = SIGNED_MEMBERS.map((member) => [member, columns.get(columnOf(member)) ?? null]);
  const signed = signedRow.parse(Object.fromEntries(members));
  const rest = beside.parse(stored);
  if (signed.kind === 'withdrawn') return { ...signed, ...rest, summary: null };
  const summary = z.string().parse(columns.get('summary'));
  return { ...signed, ...rest, summary, snapshot: snapshot.parse(columns.get('snapshot')) };
}

/** A row as the columns that hold it. */
export const toColumns = (
  row: SignedRow,
  rest: Pick<ReleasedRow, 'signature' | 'live'> & { summary: string | null; snapshot: EntryContent | null },
): Record<string, unknown> => ({
  ...Object.fromEntries(SIGNED_MEMBERS.map((member) => [columnOf(member), row[member]])),
  ...rest,
});
