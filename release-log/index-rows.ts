import type { ColumnKind } from '../database/raw-columns.ts';
import { CHANGE_KINDS, SIGNED_MEMBERS, canonicalRow, hashOfCanonical, signedRow } from '../model/release-row.ts';
import type { SignedRow } from '../model/release-row.ts';
import { URGENCIES } from '../model/entries/red-flag.ts';
import { EVIDENCE_LEVELS } from '../model/entries/treatment.ts';
import { ENTRY_TYPES } from '../model/entries/types.ts';
import { WITHDRAWAL_REASONS } from '../model/withdrawal.ts';
import { kindOf } from './columns.ts';

/**
 * The columns of a row in the order of `SIGNED_MEMBERS`, lists as JSON text, and the summary after them: what a long
 * log is read by.
 */
export type RowColumns = readonly unknown[];

/** What the library keeps of a row. */
export type IndexRow = IndexRelease | IndexWithdrawal;
type LeftOut = 'approvals' | 'references';
/**
 * Lists as their text: most rows of a long log name what the one before of their entry named, and the same few
 * clinicians approve them.
 */
interface Named {
  references: string;
  approvals: string;
}
export type IndexRelease = Omit<Extract<SignedRow, { kind: 'released' }>, LeftOut> & Named & { summary: string };
export type IndexWithdrawal = Omit<Extract<SignedRow, { kind: 'withdrawn' }>, LeftOut> & Named;

/** Where each member stands. An object, because a start looks here some forty times for every row of the log. */
const AT = Object.fromEntries(SIGNED_MEMBERS.map((member, i) => [member, i])) as Record<keyof SignedRow, number>;
const PARTS = SIGNED_MEMBERS.map((member, i) => ({
  before: `${i === 0 ? '{' : ','}${JSON.stringify(member)}:`,
  isList: kindOf(member) === 'json',
}));

/**
 * The canonical text of stored columns, put together without parsing them: the lists stand in the database as the
 * canonical JSON that was signed. One that a database has spelt anew gives another text: see `exactText`.
 */
export function quickText(columns: RowColumns): string {
  let text = '';
  for (const [i, { before, isList }] of PARTS.entries()) {
    const value = columns[i];
    text += before + (isList && typeof value === 'string' ? value : jsonOf(value));
  }
  return `${text}}`;
}

/** What JSON writes as it is between quotation marks: most of what a row says, and asking costs less than writing. */
const PLAIN = /^[ !#-[\]-~]*$/;

const jsonOf = (value: unknown): string =>
  typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value ?? null);

/** The canonical text of stored columns, however they are spelt; null when they are no row. */
export function exactText(columns: RowColumns): string | null {
  try {
    const members = SIGNED_MEMBERS.map((member, i) => [member, valueOf(columns[i], kindOf(member))]);
    return canonicalRow(signedRow.parse(Object.fromEntries(members)));
  } catch {
    return null;
  }
}

function valueOf(value: unknown, kind: ColumnKind): unknown {
  if (typeof value !== 'string' || kind === 'plain') return value;
  // A moment that is spelt in another way is the same moment, as for whoever reads it through the adapter.
  return kind === 'json' ? JSON.parse(value) : new Date(value).toISOString();
}

export const seqOf = (columns: RowColumns): number => Number(columns[AT.seq]);
export const previousOf = (columns: RowColumns): unknown => columns[AT.previous];

/** The columns of a proved text, with the summary as it is stored beside them. Throws when the text is no row. */
export function columnsOfText(text: string, stored: RowColumns): RowColumns {
  const row = signedRow.parse(JSON.parse(text));
  const signed = SIGNED_MEMBERS.map((member) =>
    kindOf(member) === 'json' ? JSON.stringify(row[member]) : row[member],
  );
  return [...signed, stored[SIGNED_MEMBERS.length]];
}

/** The entry that a row claims to be of, when it says so in words; nothing of it is proved. */
export function claimOf(columns: RowColumns): { uid: string; type: string; slug: string } | null {
  const [uid, type, slug] = (['uid', 'type', 'slug'] as const).map((member) => columns[AT[member]]);
  return typeof uid === 'string' && typeof type === 'string' && typeof slug === 'string' ? { uid, type, slug } : null;
}

export const hashOfText = (text: string): string => hashOfCanonical(text);

/** True when the row withdraws its entry or corrects it for safety: whoever was sent the old text has to hear of it. */
export const isCorrection = (columns: RowColumns): boolean =>
  columns[AT.kind] === 'withdrawn' || columns[AT.changeKind] === 'safety';

/** A summary that was found to have this hash. */
interface ProvedSummary {
  summary: string;
  summaryHash: string;
}

/**
 * Columns whose text is proved, as a row of the index. Cheap, because a start reads every row of the log; `before`
 * knows what an entry said until now, so that what it says again is not hashed again. Throws `TypeError` for what
 * this program does not know, e.g. a type of entry from a later version.
 */
export function toIndexRow(columns: RowColumns, before: (uid: string) => ProvedSummary | null): IndexRow {
  // Added to below: copying so many members into another object costs more than all the rest of reading a row.
  const common = {
    logId: text(columns, 'logId'),
    seq: seqOf(columns),
    previous: textOrNull(columns, 'previous'),
    type: oneOf(ENTRY_TYPES, text(columns, 'type')),
    uid: text(columns, 'uid'),
    slug: text(columns, 'slug'),
    title: text(columns, 'title'),
    version: text(columns, 'version'),
    revision: text(columns, 'revision'),
    changeKind: oneOf(CHANGE_KINDS, text(columns, 'changeKind')),
    changeNote: text(columns, 'changeNote'),
    firstReleasedAt: text(columns, 'firstReleasedAt'),
    releasedAt: text(columns, 'releasedAt'),
    locale: text(columns, 'locale'),
    references: text(columns, 'references'),
    approvals: text(columns, 'approvals'),
    figures: listOf(text(columns, 'figures')) as SignedRow['figures'],
    partOf: textOrNull(columns, 'partOf'),
    urgency: orNull(URGENCIES, textOrNull(columns, 'urgency')),
    treatmentKind: textOrNull(columns, 'treatmentKind'),
    evidenceLevel: orNull(EVIDENCE_LEVELS, textOrNull(columns, 'evidenceLevel')),
  };
  const kind = text(columns, 'kind');
  if (kind === 'withdrawn') {
    return Object.assign(common, {
      kind,
      reason: oneOf(WITHDRAWAL_REASONS, text(columns, 'reason')),
      publicNote: textOrNull(columns, 'publicNote'),
      replacedBy: textOrNull(columns, 'replacedBy'),
      ...{ summaryHash: null, schema: null, reviewedAt: null, reviewDue: null },
    } as const);
  }
  if (kind !== 'released') throw new TypeError('kind is unknown');
  const summaryHash = text(columns, 'summaryHash');
  return Object.assign(common, {
    kind,
    reason: null,
    publicNote: null,
    replacedBy: null,
    summaryHash,
    summary: summaryOf(columns, summaryHash, before(common.uid)),
    schema: Number(read(columns, 'schema')),
    reviewedAt: text(columns, 'reviewedAt'),
    reviewDue: text(columns, 'reviewDue'),
  } as const);
}

const read = (columns: RowColumns, member: keyof SignedRow): unknown => columns[AT[member]] ?? null;

function text(columns: RowColumns, member: keyof SignedRow): string {
  const value = read(columns, member);
  if (typeof value !== 'string') throw new TypeError(`${member} is no text`);
  return value;
}

function textOrNull(columns: RowColumns, member: keyof SignedRow): string | null {
  const value = read(columns, member);
  if (value !== null && typeof value !== 'string') throw new TypeError(`${member} is no text`);
  return value;
}

/** The summary stands beside the row; the row has its hash. */
function summaryOf(columns: RowColumns, hash: string, before: ProvedSummary | null): string {
  const summary = columns[SIGNED_MEMBERS.length];
  if (before?.summaryHash === hash && before.summary === summary) return before.summary;
  if (typeof summary !== 'string' || hashOfCanonical(summary) !== hash) {
    throw new TypeError('the summary is not what was signed');
  }
  return summary;
}

/** The list's own value, so that 100,000 rows do not hold 100,000 copies of a word. */
function oneOf<T extends string>(values: readonly T[], value: string): T {
  const found = values.find((known) => known === value);
  if (found === undefined) throw new TypeError(`${value} is unknown`);
  return found;
}

const orNull = <T extends string>(values: readonly T[], value: string | null): T | null =>
  value === null ? null : oneOf(values, value);

const listOf = (text: string): unknown => (text === '[]' ? [] : JSON.parse(text));
