import type { EntryType } from '../model/entries/types.ts';
import type { Given } from './read-approvals.ts';
import type { IndexRow } from './index-rows.ts';

/** What pages are made of that stand for many rows: when a row last changed it is known of each. */
export type ManyRowsPage = 'all' | EntryType | 'corrections' | 'clinicians' | `clinician:${string}`;

/** When the log last changed what stands for many of its rows, RFC 3339, by the rows' own times. */
interface ChangeTimes {
  /** `isCorrection`: it changed or took what readers had */
  add: (
    row: Pick<IndexRow, 'type' | 'releasedAt'>,
    said: { uid: string; approvals: readonly Given[]; isCorrection: boolean },
  ) => void;
  /** null when no row did */
  of: (page: ManyRowsPage) => string | null;
}

export function createChangeTimes(): ChangeTimes {
  const times = new Map<ManyRowsPage, string>();
  /** by entry: who approved any release of it, and so has it on their page */
  const approvers = new Map<string, Set<string>>();
  const latest = new Map<string, string>();

  return {
    add({ type, releasedAt }, { uid, approvals, isCorrection }) {
      times.set('all', releasedAt);
      times.set(type, releasedAt);
      if (isCorrection) times.set('corrections', releasedAt);
      for (const { clinician, approvedAt } of approvals) {
        const known = approvers.get(uid);
        if (known) known.add(clinician.uid);
        else approvers.set(uid, new Set([clinician.uid]));
        // A renewal carries older approvals on: the list of all says of each who they were at the latest.
        if (approvedAt < (latest.get(clinician.uid) ?? '')) continue;
        latest.set(clinician.uid, approvedAt);
        times.set('clinicians', releasedAt);
      }
      for (const clinician of approvers.get(uid) ?? []) times.set(`clinician:${clinician}`, releasedAt);
    },
    of: (page) => times.get(page) ?? null,
  };
}
