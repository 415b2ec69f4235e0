import type { Policy } from './editorial/rules/policy.ts';
import type { SignUpLimits } from './publishers/email/sign-up-policy.ts';

/**
 * The editorial policy of this installation. The one place to change it: it is handed to rules and records
 * from here (`create-config.ts`), which import no policy of their own.
 */
export const POLICY: Policy = { approvals: 1, safetyApprovals: 2, graceDays: 90, maxReadingGrade: 9 };

/** How many requests for email courses are taken. `deploy/nginx.conf` has the rule for networks as well: change both. */
export const SIGN_UP_LIMITS: SignUpLimits = {
  network: { most: 30, minutes: 60 },
  mailbox: { most: 5, minutes: 24 * 60 },
  course: { most: 2000, minutes: 60 },
};
