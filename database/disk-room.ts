import { AsyncLocalStorage } from 'node:async_hooks';
import type { Payload } from 'payload';
import type { DiskReserve } from './disk-reserve.ts';

/** Who may write while there is no room but that of the reserve. */
export interface DiskRoom {
  reserve: DiskReserve;
  /** The reserve is given up, or could not be made. */
  isShort: () => boolean;
  /** Throws, as SQLite does on a full disk, for what is not urgent while the reserve is given up. */
  admit: () => void;
  /** Runs work whose writes are always admitted. */
  urgently: <T>(work: () => Promise<T>) => Promise<T>;
  /** From now on a reserve that is missing means that there is no room. */
  watch: () => void;
}

export function createDiskRoom(reserve: DiskReserve): DiskRoom {
  const urgent = new AsyncLocalStorage<true>();
  let isWatched = false;
  const isShort = () => isWatched && !reserve.isKept();
  return {
    reserve,
    isShort,
    admit() {
      if (urgent.getStore() || !isShort()) return;
      throw Object.assign(new Error('SQLITE_FULL: what room there is is kept for withdrawals'), {
        code: 'SQLITE_FULL',
      });
    },
    urgently: (work) => urgent.run(true, work),
    watch: () => void (isWatched = true),
  };
}

/** The room of the SQLite file that this Payload runs on; null on another database. */
export function diskRoomOf({ db }: Payload): DiskRoom | null {
  const adapter: object = db;
  return 'diskRoom' in adapter ? (adapter.diskRoom as DiskRoom) : null;
}

/**
 * Runs work that must be written on a full disk too. When it fails for want of room (`isFull`), the reserve is given
 * up and the work runs once more; so it must have no effect outside the database. `what` it is goes to the log. Throws
 * what it throws.
 */
export async function urgently<T>(
  payload: Payload,
  what: string,
  work: () => Promise<T>,
  isFull: (error: unknown) => boolean,
): Promise<T> {
  const room = diskRoomOf(payload);
  if (!room) return work();
  return room.urgently(async () => {
    try {
      return await work();
    } catch (error) {
      if (!isFull(error) || !room.reserve.release()) throw error;
      payload.logger.error({ err: error, msg: `the disk is full: the reserve is given up for ${what}` });
      return work();
    }
  });
}
