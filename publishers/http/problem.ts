import { ERROR_STATUS, type ErrorCode } from '../../model/errors.ts';

/** Seconds after which a refusal is worth another try (RFC 9110 §10.2.3). */
const RETRY_AFTER: Partial<Record<ErrorCode, string>> = { 'database-unavailable': '5', 'disk-full': '60' };

/**
 * An RFC 9457 problem response: `type` is a URN of the closed code list, `code` the same for machines
 * that do not want to parse it. What passes says when to try again. Never carries a stack trace.
 */
export function problem(
  code: ErrorCode,
  detail: string,
  { headers = {}, extra = {} }: { headers?: Record<string, string>; extra?: Record<string, unknown> } = {},
): Response {
  const status = ERROR_STATUS[code];
  const retry = RETRY_AFTER[code];
  return new Response(
    JSON.stringify({ type: `urn:imprimatur:problem:${code}`, title: titleOf(code), status, code, detail, ...extra }),
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Cache-Control': 'no-store',
        ...(retry ? { 'Retry-After': retry } : {}),
        ...headers,
      },
    },
  );
}

const titleOf = (code: ErrorCode): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
