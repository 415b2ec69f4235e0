import { isDatabaseAway } from '../../model/database-away.ts';
import { troubleRefusal } from '../../model/database-trouble.ts';
import { IntegrityError } from '../../release-log/integrity.ts';
import { LibraryUnreadable } from '../../release-log/readable-library.ts';
import { problem } from './problem.ts';

/** Goes with every 503 (RFC 9110 §10.2.3): a database that is away is mostly back within seconds. */
export const RETRY_AFTER = { 'Retry-After': '5' };

/**
 * Problem JSON for what went wrong: 503 when the log cannot be read or does not verify (with its position), or when
 * the database does not answer or write (507 when its disk is full), else 500. Never says more.
 */
export function failureProblem(error: unknown, headers: Record<string, string> = {}): Response {
  if (error instanceof IntegrityError) {
    const extra = { seq: error.fault.seq };
    return problem('integrity', 'What is stored is not what was approved, so it is not shown.', { headers, extra });
  }
  const refusal = troubleRefusal(error);
  if (refusal) return problem(refusal.code, refusal.message, { headers });
  const unavailable = (what: string) =>
    problem('database-unavailable', `${what} Please try again shortly.`, { headers: { ...headers, ...RETRY_AFTER } });
  if (error instanceof LibraryUnreadable) return unavailable('The release log could not be read.');
  if (isDatabaseAway(error)) return unavailable('The database did not answer.');
  return problem('internal-error', 'The error was recorded.', { headers });
}
