import type { DatabaseCopier } from './copier.ts';

/** The one for the database that `DATABASE_URL` names; only its driver is loaded. */
export const databaseCopier = async (url: string): Promise<DatabaseCopier> =>
  url.startsWith('file:')
    ? (await import('./sqlite-copy.ts')).sqliteCopier(url)
    : (await import('./mongodb-copy.ts')).mongodbCopier(url);
