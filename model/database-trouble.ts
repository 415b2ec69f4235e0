import { CodedError } from './errors.ts';

/**
 * What keeps a database from writing although nothing is wrong with what was asked: `busy` when somebody else has
 * been writing for longer than this process waits, `full` when there is no room. Both leave nothing half-written.
 */
export type DatabaseTrouble = 'busy' | 'full';

const SIGNS: [DatabaseTrouble, RegExp][] = [
  ['busy', /^SQLITE_BUSY|^database is locked/],
  // SQLite says of a quota, and of the shared memory beside the write-ahead log, that writing failed.
  ['full', /^SQLITE_(FULL|IOERR_(WRITE|SHMSIZE))|^database or disk is full|^(ENOSPC|EDQUOT)\b/],
];

/** Which trouble an error tells of, itself or by what caused it; null when it is something else. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  // Payload says of a transaction that could not begin only in words why.
  const reason = (words: string) => words.replace(/^Error: cannot begin transaction: /, '');
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    // The words of a statement that failed are not looked at: they hold what somebody wrote.
    const said = ['code' in at && typeof at.code === 'string' ? at.code : '', reason(at.message)];
    const found = SIGNS.find(([, sign]) => said.some((words) => sign.test(words)));
    if (found) return found[0];
  }
  return null;
}

const REFUSALS = {
  busy: () =>
    new CodedError(
      'database-unavailable',
      'Somebody else has been writing for a while. Nothing was changed; try again.',
    ),
  full: () =>
    new CodedError(
      'disk-full',
      'There is no room to write. Nothing was changed; whoever runs this site has to make room.',
    ),
} satisfies Record<DatabaseTrouble, () => CodedError>;

/** What whoever asked is told of it; null when the error tells of no such trouble. */
export function troubleRefusal(error: unknown): CodedError | null {
  const trouble = databaseTrouble(error);
  return trouble && REFUSALS[trouble]();
}
