import type { AfterErrorHook } from 'payload';
import { isTransient } from '../../database/transact.ts';
import { CodedError } from '../../model/errors.ts';

/**
 * What Payload's routes say of an error, for the door around them (`app/(payload)/api/door.ts`): the code of a coded
 * refusal; `again` when another transaction was in the way. Values that only the database refuses, and what cannot be
 * decoded, are the asker's fault: answered with 400, without the words of the database.
 */
export const answerErrors: AfterErrorHook = ({ error, result }) => {
  if (error instanceof CodedError) {
    return { response: { ...error.details, ...(result ?? {}), code: error.code } };
  }
  if (isTransient(error)) {
    const again = !wordsOf(error).includes('SQLITE_BUSY');
    const message = 'Somebody else was saving at the same moment. Nothing was changed; try again.';
    return { status: 503, response: { errors: [{ message }], code: 'database-unavailable', again } };
  }
  if (!isMalformedInput(error)) {
    // The door tells it from an answer that says 500 without an error.
    return isAnswered(error) ? undefined : { response: { ...(result ?? {}), code: 'internal-error' } };
  }
  return {
    status: 400,
    response: { errors: [{ message: 'The request holds a value that cannot be stored or read.' }] },
  };
};

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
