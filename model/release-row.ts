/** The shapes of the release log (docs/data.md): what a row says, what of it is hashed and signed, what stands beside. */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { EntryContent } from './entries/entries.ts';
import type { IndexName } from './entries/field.ts';
import { URGENCIES } from './entries/red-flag.ts';
import { EVIDENCE_LEVELS } from './entries/treatment.ts';
import { ENTRY_TYPES } from './entries/types.ts';
import { WITHDRAWAL_REASONS } from './withdrawal.ts';

export const CHANGE_KINDS = ['new', 'minor', 'major', 'safety'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A moment as every row writes it, RFC 3339 in UTC with milliseconds: another spelling would be another hash. */
const moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text, 'not an exact UTC time');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const clinicianShape = z.object({
  uid: z.string(),
  name: z.string(),
  slug: z.string(),
  credentials: z.string(),
  specialty: z.string(),
  registrationBody: z.string(),
  registrationNumber: z.string(),
  /** a made-up person of the demonstration library */
  demonstration: z.boolean(),
});
/** The clinician as they were when they approved; public byline. */
export type ClinicianSnapshot = z.infer<typeof clinicianShape>;

export const APPROVAL_SCOPES = ['entry', 'changes'] as const;
export type ApprovalScope = (typeof APPROVAL_SCOPES)[number];

const approval = z.object({
  clinician: clinicianShape,
  revision: z.string(),
  /** RFC 3339 */
  approvedAt: z.string(),
  /** what the clinician looked at: the whole entry, or what had changed */
  scope: z.enum(APPROVAL_SCOPES),
});
export type Approval = z.infer<typeof approval>;

/** What the descriptions of the fields tell an index (`indexAs`), beside the summary. */
const indexed = {
  /** uid of the broader entry, for causes and treatments */
  partOf: z.string().nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  treatmentKind: z.string().nullable(),
  evidenceLevel: z.enum(EVIDENCE_LEVELS).nullable(),
} satisfies Record<Exclude<IndexName, 'summary'>, z.ZodType<string | null>>;
export const indexedMembers = z.object(indexed);

const common = {
  /** UUIDv7 of the log; a log that does not continue the one before it has another */
  logId: z.string().min(1),
  /** position in the log: 1, 2, 3 … without gaps */
  seq: z.int().min(1),
  /** row hash of the row before; null for the first */
  previous: sha256.nullable(),
  type: z.enum(ENTRY_TYPES),
  uid: z.string(),
  slug: z.string(),
  title: z.string(),
  /** major.minor */
  version: z.string(),
  /** revision hash; of a withdrawal: the hash that was withdrawn */
  revision: z.string(),
  approvals: z.array(approval),
  changeKind: z.enum(CHANGE_KINDS),
  changeNote: z.string(),
  firstReleasedAt: moment,
  releasedAt: moment,
  locale: z.string(),
  /** the entries that the snapshot names, in reading order; none of a withdrawal */
  references: z.array(z.object({ uid: z.string(), field: z.string() })),
  /** SHA-256 of every rendition that the snapshot shows */
  figures: z.array(z.string()),
  ...indexed,
};

const releasedMembers = z.object({
  ...common,
  kind: z.literal('released'),
  /** SHA-256 of the summary, which stands beside the row: it must not outlive a withdrawal in a signature */
  summaryHash: sha256,
  /** number of the snapshot's shape */
  schema: z.int(),
  reason: z.null(),
  publicNote: z.null(),
  replacedBy: z.null(),
  reviewedAt: moment,
  /** YYYY-MM-DD */
  reviewDue: z.string(),
});

const withdrawnMembers = z.object({
  ...common,
  kind: z.literal('withdrawn'),
  summaryHash: z.null(),
  schema: z.null(),
  reason: z.enum(WITHDRAWAL_REASONS),
  /** a clinician's own words to readers */
  publicNote: z.string().nullable(),
  /** uid of the entry to read instead */
  replacedBy: z.string().nullable(),
  reviewedAt: z.null(),
  reviewDue: z.null(),
});

/** Every member that is hashed and signed, present in both kinds, null where it does not apply. */
export const signedRow = z.discriminatedUnion('kind', [releasedMembers, withdrawnMembers]);
export type SignedRow = z.infer<typeof signedRow>;

/** The names of the hashed members, in the order of RFC 8785. */
export const SIGNED_MEMBERS = Object.keys(releasedMembers.shape).sort() as (keyof SignedRow)[];

interface BesideTheHash {
  /** compact JWS, EdDSA; its payload is `canonicalRow` */
  signature: string;
  /** this row is what readers get now; the only column that ever changes */
  live: boolean;
}

export type ReleasedRow = z.infer<typeof releasedMembers> & BesideTheHash & { summary: string; snapshot: EntryContent };
export type WithdrawnRow = z.infer<typeof withdrawnMembers> & BesideTheHash & { summary: null };
export type Release = ReleasedRow | WithdrawnRow;

/** RFC 8785 canonical JSON of the hashed members and nothing else. */
export function canonicalRow(row: SignedRow): string {
  const canonical = canonicalize(Object.fromEntries(SIGNED_MEMBERS.map((name) => [name, row[name]])));
  if (canonical === undefined) throw new TypeError('a row that is not JSON');
  return canonical;
}

/** Lower-case hex SHA-256 of the canonical row: what the next row names as `previous`. */
export const rowHash = (row: SignedRow): string => hashOfCanonical(canonicalRow(row));

/**
 * Lower-case hex SHA-256 of a text: of a summary, or of a canonical row that is at hand already, e.g. as the payload
 * of a signature.
 */
export const hashOfCanonical = (canonical: string | Uint8Array): string => hash('sha256', canonical, 'hex');
