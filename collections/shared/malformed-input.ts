import type { AfterErrorHook } from 'payload';

/**
 * Payload answers 500 to values that only the database refuses, and to a query or an address that cannot be
 * decoded. They are the asker's fault: answered with 400, without the words of the database.
 */
export const answerMalformedInput: AfterErrorHook = ({ error }) => {
  if ('status' in error || !isMalformedInput(error)) return;
  return {
    status: 400,
    response: { errors: [{ message: 'The request holds a value that cannot be stored or read.' }] },
  };
};

const FROM_MONGOOSE = ['ValidationError', 'CastError', 'BSONError'];
const FROM_SQLITE = /FOREIGN KEY constraint failed|NOT NULL constraint failed|datatype mismatch|can only bind/i;

function isMalformedInput(error: Error): boolean {
  if (error instanceof SyntaxError || error instanceof URIError || FROM_MONGOOSE.includes(error.name)) return true;
  if (error instanceof RangeError) return error.message === 'Invalid time value';
  return FROM_SQLITE.test(error.cause instanceof Error ? error.cause.message : error.message);
}
