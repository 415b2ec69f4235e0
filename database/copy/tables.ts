/** What a start, or a worker, writes into a database that is new; all else is somebody's. */
const WRITTEN_BY_A_START = ['payload_migrations', 'signing_keys', 'cursors', 'worker_heartbeats'];

/** True when there is a row that no start of an empty installation wrote. Names as either database has them. */
export const holdsMore = (counts: Record<string, number>): boolean =>
  Object.entries(counts).some(([name, count]) => count > 0 && !WRITTEN_BY_A_START.includes(name.replaceAll('-', '_')));
