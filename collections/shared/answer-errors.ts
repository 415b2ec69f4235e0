import { APIError, type AfterErrorHook } from 'payload';
import { isTransient } from '../../database/transact.ts';
import { troubleRefusal } from '../../model/database-trouble.ts';
import { CodedError } from '../../model/errors.ts';

/**
 * What Payload's routes say of an error, for the door around them (`app/(payload)/api/door.ts`): the code of a coded
 * refusal; `again` when another transaction was in the way; what keeps the database from writing. Values that only the
 * database refuses, and what cannot be decoded, are the asker's fault: answered with 400, without the words of the
 * database.
 */
export const answerErrors: AfterErrorHook = ({ error, result, graphqlResult }) => {
  const refusal = refusalIn(error);
  if (graphqlResult) {
    const inTheWay = isTransient(thrownIn(error)) ? IN_THE_WAY : null;
    const said = refusal ? { message: refusal.message, code: refusal.code } : inTheWay;
    if (!said) return undefined;
    const { message, ...more } = said;
    return { graphqlResult: { ...graphqlResult, message, extensions: { ...graphqlResult.extensions, ...more } } };
  }
  if (error instanceof CodedError) {
    return { response: { ...error.details, ...(result ?? {}), code: error.code } };
  }
  if (refusal) {
    const { status, code, message } = refusal;
    return { status, response: { errors: [{ message }], code } };
  }
  if (isTransient(error)) {
    const { message, code, again } = IN_THE_WAY;
    return { status: 503, response: { errors: [{ message }], code, again } };
  }
  if (!isMalformedInput(error)) {
    if (isAnswered(error)) return detailed(error, result);
    // The door tells it from an answer that says 500 without an error.
    return { response: { ...(result ?? {}), code: 'internal-error' } };
  }
  return {
    status: 400,
    response: { errors: [{ message: 'The request holds a value that cannot be stored or read.' }] },
  };
};

/**
 * Which fields Payload refused, and why. Its routes leave that out where they do not know the error for one of theirs:
 * in a production build they come from another copy of the package than the operations that threw.
 */
function detailed(error: Error, result: object | undefined): ReturnType<AfterErrorHook> {
  if (!(error instanceof APIError) || !error.isPublic) return undefined;
  const { name, message, data } = error as APIError<Record<string, unknown> | null>;
  return data ? { response: { ...(result ?? {}), errors: [{ name, data, message }] } } : undefined;
}

const IN_THE_WAY = {
  message: 'Somebody else was saving at the same moment. Nothing was changed; try again.',
  code: 'database-unavailable',
  again: true,
} as const;

/** What was thrown, where GraphQL wrapped it. */
function thrownIn(error: unknown): unknown {
  return error instanceof Error && 'originalError' in error && error.originalError
    ? thrownIn(error.originalError)
    : error;
}

/** The refusal that an error is, or that it comes to because the database does not write. GraphQL wraps errors. */
function refusalIn(error: unknown): CodedError | null {
  for (let at = error; at instanceof Error; at = 'originalError' in at ? at.originalError : null) {
    const refusal = at instanceof CodedError ? at : troubleRefusal(at);
    if (refusal) return refusal;
  }
  return null;
}

const FROM_MONGOOSE = ['ValidationError', 'CastError', 'BSONError', 'StrictModeError', 'ObjectParameterError'];
const FROM_DATABASE =
  /FOREIGN KEY constraint failed|NOT NULL constraint failed|datatype mismatch|can only bind|cannot be passed as argument|can be passed as arguments/i;
const FROM_PARSER =
  /^(Multipart: |Unexpected end of (form|file)|Malformed (part header|content type|urlencoded)|Missing Content-Type|Unsupported content type|Request is not eligible)/;

function isMalformedInput(error: Error): boolean {
  if (isAnswered(error)) return false;
  if (FROM_PARSER.test(error.message)) return true;
  if (error instanceof SyntaxError || error instanceof URIError || FROM_MONGOOSE.includes(error.name)) return true;
  if ('code' in error && error.code === 'ERR_INVALID_ARG_VALUE') return true;
  if (error instanceof RangeError) return error.message === 'Invalid time value';
  return FROM_DATABASE.test(wordsOf(error));
}

const isAnswered = (error: Error): boolean => 'status' in error && error.status !== 500;

const wordsOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);
