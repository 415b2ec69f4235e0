/** The closed list of error codes that leave the system, with the HTTP status each answers (RFC 9457). */
export const ERROR_STATUS = {
  'invalid-request': 400,
  'invalid-token': 404,
  'not-authenticated': 401,
  'not-allowed': 403,
  'four-eyes': 403,
  'clinician-profile-missing': 403,
  'not-in-good-standing': 403,
  'session-needed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'stale-revision': 409,
  'wrong-state': 409,
  'slug-taken': 409,
  'already-released': 409,
  'words-changed': 409,
  'unknown-position': 409,
  gone: 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'requirements-not-met': 422,
  'change-kind-too-low': 422,
  'reply-missing': 422,
  'publish-through-verbs': 403,
  'append-only': 403,
  'too-many-requests': 429,
  'internal-error': 500,
  'database-unavailable': 503,
  integrity: 503,
  'disk-full': 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** A refusal with a code from the closed list; `details` goes into the problem response as it is. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'CodedError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
