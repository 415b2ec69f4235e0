import type { ErrorCode } from '../../model/errors.ts';
import type { Issue } from '../../model/issue.ts';

/** What went wrong with a request, in words for the person who made it. */
export interface Refusal {
  /** `unreachable`: no answer, or none that this page understands */
  code: ErrorCode | 'unreachable';
  message: string;
  issues: Issue[];
}

export const UNREACHABLE: Refusal = {
  code: 'unreachable',
  message: 'The server did not answer. Nothing may have happened; look at the state before you try again.',
  issues: [],
};

/** The refusal in an RFC 9457 problem body. */
export function toRefusal(body: unknown): Refusal {
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') {
    return UNREACHABLE;
  }
  const { code, detail, issues } = body as { code: ErrorCode; detail?: unknown; issues?: unknown };
  return {
    code,
    message: OWN_WORDS[code] ?? (typeof detail === 'string' ? detail : 'That was refused.'),
    issues: Array.isArray(issues) ? (issues as Issue[]) : [],
  };
}

const OWN_WORDS: Partial<Record<ErrorCode, string>> = {
  'stale-revision': 'Someone changed this entry meanwhile. It has been loaded again: look at it once more.',
  'not-authenticated': 'Your session has ended. Log in again; what you saved is safe.',
  'already-released': 'Readers have this text already.',
};
