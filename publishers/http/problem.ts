import { ERROR_STATUS, type ErrorCode } from '../../model/errors.ts';

/**
 * An RFC 9457 problem response: `type` is a URN of the closed code list, `code` the same for machines
 * that do not want to parse it. Never carries a stack trace.
 */
export function problem(
  code: ErrorCode,
  detail: string,
  { headers = {}, extra = {} }: { headers?: Record<string, string>; extra?: Record<string, unknown> } = {},
): Response {
  const status = ERROR_STATUS[code];
  return new Response(
    JSON.stringify({ type: `urn:imprimatur:problem:${code}`, title: titleOf(code), status, code, detail, ...extra }),
    {
      status,
      headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
    },
  );
}

const titleOf = (code: ErrorCode): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
