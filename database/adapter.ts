import type { DatabaseAdapterObj } from 'payload';
import { withLaterVersions } from './later-versions.ts';
import { withManyRows } from './many-rows.ts';

/**
 * The adapter that `DATABASE_URL` names: `file:` is SQLite, `mongodb:` MongoDB. The only place, with
 * `migrations/`, that knows which database runs. Only that one's driver is loaded: the other would cost every start
 * a fifth of a second and 20 MB. `reserveBytes` of the disk of an SQLite file are kept for withdrawals.
 */
export async function databaseAdapter(url: string, options: { reserveBytes: number }): Promise<DatabaseAdapterObj> {
  const adapter = url.startsWith('file:')
    ? (await import('./sqlite.ts')).sqlite(url, options)
    : (await import('./mongodb.ts')).mongodb(url);
  return withManyRows(withLaterVersions(adapter));
}
