import type { Role } from '../../model/lifecycle.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import { WHO_MAY } from './lifecycle.ts';

/** An account as it is now; `clinician` is the uid of its profile, null when that is not in good standing. */
export interface Standing {
  role: Role;
  clinician: string | null;
}

/**
 * True while an approval still counts: whoever gave it could give it now, as the clinician that they were. What an
 * account approved that is gone, was given to somebody else or lost its role counts no more, and neither does the
 * approval of a clinician who was struck off.
 */
export const stillCounts = ({ clinician }: Pick<ReviewEvent, 'clinician'>, now: Standing | undefined): boolean =>
  now !== undefined && clinician !== null && now.clinician === clinician.uid && WHO_MAY.approve.includes(now.role);
