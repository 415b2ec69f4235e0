import { ERROR_STATUS, type ErrorCode } from '../../../model/errors.ts';
import { problem } from '../../../publishers/http/problem.ts';

/** What stands in the body of a refusal of Payload, or of the hook that answers errors. */
export interface Said {
  code?: unknown;
  /** run it again: nothing was changed */
  again?: unknown;
  /** when to ask again */
  retryAfterSeconds?: unknown;
  message?: unknown;
  errors?: unknown;
  [member: string]: unknown;
}

/**
 * A refusal of Payload as a problem of the closed list, with the field and the reason where it names one. Payload's
 * own members stay beside them: its admin reads `message`, `errors[].message` and `errors[].data.errors[].path`. Any
 * other answer stays as it is. `look` is shown what was said first, and may throw.
 */
export async function asProblem(response: Response, look: (said: Said) => void): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status < 400 || response.status === 416 || /problem\+json|graphql/.test(type)) return response;
  const said = parsed(await response.text());
  look(said);
  const code = isCode(said.code) ? said.code : codeOf(response.status);
  const { code: _code, again: _again, retryAfterSeconds, ...own } = said;
  const fields = fieldsOf(said.errors);
  const extra = { ...own, ...(fields.length > 0 ? { fields } : {}) };
  const answer = problem(code, reasonOf(said), { extra, headers: { 'Content-Type': READ_BY_FORMS } });
  for (const [name, value] of response.headers)
    if (!/^content-|^cache-control$/.test(name)) answer.headers.append(name, value);
  if (typeof retryAfterSeconds === 'number') answer.headers.set('Retry-After', String(retryAfterSeconds));
  return answer;
}

/** Payload's forms read an answer whose type has `application/json` in it, and show no other. Nobody else minds. */
const READ_BY_FORMS = 'application/problem+json; charset=utf-8; like="application/json"';

const CODES: Readonly<Record<number, ErrorCode>> = {
  401: 'not-authenticated',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'wrong-state',
  410: 'gone',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  423: 'wrong-state',
  429: 'too-many-requests',
  501: 'not-found',
  503: 'database-unavailable',
};

const codeOf = (status: number): ErrorCode => CODES[status] ?? (status < 500 ? 'invalid-request' : 'internal-error');
const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERROR_STATUS, code);

function parsed(text: string): Said {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);

function reasonOf({ message, errors }: Said): string {
  const words = [message, ...listOf(errors).map((error) => error.message)].filter((each) => typeof each === 'string');
  return words.join(' ') || 'That was refused.';
}

/** The fields that Payload names, with the reason of each. */
const fieldsOf = (errors: unknown) =>
  listOf(errors)
    .flatMap(({ data }) => listOf(isObject(data) ? data.errors : null))
    .map(({ path, message }) => ({ field: path, message }));
