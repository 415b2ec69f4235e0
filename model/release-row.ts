/** The shapes of the release log that channels read (DESIGN §3). Types only. */
import type { EntryContent, EntryType } from './content.ts';

export const CHANGE_KINDS = ['new', 'minor', 'major', 'safety'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The clinician as they were when they approved; public byline. */
export interface ClinicianSnapshot {
  uid: string;
  name: string;
  slug: string;
  credentials: string;
  specialty: string;
  registrationBody: string;
  registrationNumber: string;
  /** a made-up person of the demonstration library */
  demonstration: boolean;
}

export interface Approval {
  clinician: ClinicianSnapshot;
  revision: string;
  /** RFC 3339 */
  approvedAt: string;
}

interface ReleaseCommon {
  /** position in the log: 1, 2, 3 … without gaps */
  seq: number;
  type: EntryType;
  uid: string;
  slug: string;
  title: string;
  /** major.minor */
  version: string;
  /** revision hash; of a withdrawal: the hash that was withdrawn */
  revision: string;
  changeKind: ChangeKind;
  changeNote: string;
  firstReleasedAt: string;
  releasedAt: string;
  locale: string;
  /** compact JWS, EdDSA, over {uid, hash, version, approvals, releasedAt} */
  signature: string;
  /** this row is what readers get now */
  live: boolean;
}

export interface ReleasedRow extends ReleaseCommon {
  kind: 'released';
  snapshot: EntryContent;
  approvals: Approval[];
  reviewedAt: string;
  /** YYYY-MM-DD */
  reviewDue: string;
}

export interface WithdrawnRow extends ReleaseCommon {
  kind: 'withdrawn';
  /** why, in words for readers */
  reason: string;
  /** uid of the entry to read instead */
  replacedBy: string | null;
}

export type Release = ReleasedRow | WithdrawnRow;
