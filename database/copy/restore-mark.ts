import type { Db } from 'mongodb';

/** Where a database says that a restore into it is under way, and what it moves. */
export const MARK = 'restore-under-way';

let isOurs = false;

/** Says whether this process may open a database that is being restored, because it is the one that does it. */
export function restoresItself(does: boolean): void {
  isOurs = does;
}

/** Throws when the database is being restored, or was until a process ended: it is half of one and half of another. */
export async function refuseHalfRestored(db: Pick<Db, 'collection'>): Promise<void> {
  if (isOurs || (await db.collection(MARK).findOne()) === null) return;
  throw new Error(
    'A restore into this database is under way, or was broken off. Run npm run restore again: nothing starts before.',
  );
}
