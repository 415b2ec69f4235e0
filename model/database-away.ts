/**
 * Errors of a database that cannot be asked at all: its server is not there, its line broke, its file is none. They are
 * told by name and code; what somebody wrote stands in their words.
 */
const SIGNS = [
  /^Mongo(ose)?(Network|ServerSelection|NetworkTimeout|NotConnected|TopologyClosed|PoolCleared|PoolClosed)\w*Error$/,
  /^(PoolCleared\w*|PoolClosed\w*|TooLate)$/,
  /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR|PROTOCOL)/,
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|CLIENT_CLOSED)$/,
];

/** True when an error tells, itself or by what caused it, that the database could not be asked or did not answer. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const said = [at.name, 'code' in at && typeof at.code === 'string' ? at.code : ''];
    if (said.some((word) => SIGNS.some((sign) => sign.test(word)))) return true;
  }
  return false;
}
