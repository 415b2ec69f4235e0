import type { ClinicianSnapshot } from '../model/release-row.ts';
import type { Given } from './read-approvals.ts';

/** A clinician as the log knows them: as they were at the latest of their approvals. */
export interface LogClinician {
  profile: ClinicianSnapshot;
  /** RFC 3339, of the approval that the profile is from */
  lastApprovedAt: string;
}

/** Who approved what: by the approvals in the rows, which were signed with them. It only grows. */
interface ClinicianIndex {
  add: (seq: number, approvals: readonly Given[]) => void;
  /** whoever had this address first: nobody takes over the links to somebody else */
  uidAt: (slug: string) => string | null;
  get: (uid: string) => LogClinician | null;
  /** everybody, by name */
  all: () => LogClinician[];
  /** positions of the rows that carry an approval of theirs, newest first */
  rowsOf: (uid: string) => number[];
  /** log position of the last of these rows; 0 when there is none */
  changedAt: (uid: string) => number;
}

const collator = new Intl.Collator('en');

export function createClinicianIndex(): ClinicianIndex {
  const known = new Map<string, { latest: LogClinician; rows: number[] }>();
  const addresses = new Map<string, string>();

  return {
    add(seq, approvals) {
      for (const { clinician, approvedAt } of approvals) {
        const before = known.get(clinician.uid);
        if (!addresses.has(clinician.slug)) addresses.set(clinician.slug, clinician.uid);
        // A renewal carries older approvals on, with who somebody was then.
        if (before && approvedAt < before.latest.lastApprovedAt) {
          if (before.rows.at(-1) !== seq) before.rows.push(seq);
          continue;
        }
        const rows = before?.rows ?? [];
        if (rows.at(-1) !== seq) rows.push(seq);
        known.set(clinician.uid, { latest: { profile: clinician, lastApprovedAt: approvedAt }, rows });
      }
    },
    uidAt: (slug) => addresses.get(slug) ?? null,
    get: (uid) => known.get(uid)?.latest ?? null,
    all: () =>
      [...known.values()]
        .map(({ latest }) => latest)
        .sort((a, b) => collator.compare(a.profile.name, b.profile.name) || (a.profile.uid < b.profile.uid ? -1 : 1)),
    rowsOf: (uid) => (known.get(uid)?.rows ?? []).toReversed(),
    changedAt: (uid) => known.get(uid)?.rows.at(-1) ?? 0,
  };
}
