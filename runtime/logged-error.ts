/** An error as the process log has it. */
interface LoggedError {
  type: string;
  message: string;
  code?: string;
  stack: string;
  cause?: LoggedError;
}

/**
 * What of an error goes into the process log: kind, words, code, where, and what caused it. Without addresses, and
 * without the statements and values that a database names: whoever reads logs need not see readers or drafts.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutNames(String(error)), stack: '' };
  const where = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: withoutNames(error.message),
    ...('code' in error ? { code: withoutNames(String(error.code)) } : {}),
    stack: where.join('\n'),
    ...(error.cause !== undefined && depth < MOST_CAUSES ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}

const MOST_CAUSES = 5;

/** As `a.reader@example.net` stands in the words of a mail server, or of a database that names the value of a key. */
const ADDRESS = /[^\s"'<>()[\]{},;:=`\\/]+@[^\s"'<>()[\]{},;:=`\\/]+/g;
/** A statement that failed, with all that it was to write. */
const STATEMENT = /Failed query: .*/s;
/** The same inside a text of a line of JSON. */
const STATEMENT_IN_LINE = /Failed query: (?:[^"\\]|\\.)*/g;
const FAILED = 'a statement of the database failed';

const withoutNames = (words: string): string => words.replace(STATEMENT, FAILED).replaceAll(ADDRESS, '(an address)');

/** A line of the log without addresses and without what a statement of the database was to write. */
export const lineWithoutNames = (line: string): string =>
  line.replaceAll(STATEMENT_IN_LINE, FAILED).replaceAll(ADDRESS, '(an address)');
