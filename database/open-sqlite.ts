import type { DiskRoom } from './disk-room.ts';
import { createSerialSqliteClient, type SerialSqliteClient } from './sqlite-client.ts';

/**
 * Opens an SQLite file. On a full disk not even reading begins without some room, so after a restart the reserve is
 * given up: readers are served, and withdrawals written. Throws what SQLite throws.
 */
export function openSqlite(file: string, { reserve, admit }: DiskRoom): SerialSqliteClient {
  const open = () => createSerialSqliteClient(`file:${file}`, admit);
  try {
    return open();
  } catch (error) {
    if (!isWithoutRoom(error) || !reserve.release()) throw error;
    console.error(`the disk is full: the reserve is given up to open ${file}`);
    return open();
  }
}

const isWithoutRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR_SHMSIZE|IOERR_WRITE)$/.test(String(error.code));
