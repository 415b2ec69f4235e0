import type { Policy } from './editorial/rules/policy.ts';

/**
 * The editorial policy of this installation. The one place to change it: it is handed to rules and records
 * from here (`create-config.ts`), which import no policy of their own.
 */
export const POLICY: Policy = { approvals: 1, safetyApprovals: 2, graceDays: 90, maxReadingGrade: 9 };
