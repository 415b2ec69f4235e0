import { randomBytes } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import { open, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';

/** Room on a disk that is kept for what must be written when there is none. */
export interface DiskReserve {
  /** its size; 0 when none is wanted */
  readonly bytes: number;
  /** whether the room is kept; one that is not wanted counts as kept */
  isKept: () => boolean;
  /** Takes the room when there is twice as much, and says whether it is kept now. Repeatable. */
  keep: () => Promise<boolean>;
  /** Gives the room up; false when there was none. */
  release: () => boolean;
}

const BLOCK = 1024 * 1024;

/**
 * A reserve of this size as a file in `folder`, on whose disk the room is. The bytes are written, and are no zeros: a
 * file with holes, or one that compresses well, keeps nothing free. Any number of processes may share it.
 */
export function createDiskReserve(folder: string, bytes: number): DiskReserve {
  const file = path.join(folder, 'disk-reserve');
  const isKept = () => bytes === 0 || (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= bytes;
  return {
    bytes,
    isKept,
    async keep() {
      if (isKept()) return true;
      if ((await freeBytes(folder)) < 2 * bytes) return false;
      const making = `${file}.making`;
      try {
        await fill(making, bytes);
        await rename(making, file);
      } catch (error) {
        await rm(making, { force: true });
        // Another process may have been first, or have taken the room.
        if (!isKept() && !hasCode(error, ['ENOSPC', 'EDQUOT', 'ENOENT'])) throw error;
      }
      return isKept();
    },
    release() {
      if (bytes === 0) return false;
      try {
        unlinkSync(file);
        return true;
      } catch (error) {
        if (hasCode(error, ['ENOENT'])) return false;
        throw error;
      }
    },
  };
}

/** Bytes that this account may still write to the disk of a folder or file. */
export async function freeBytes(at: string): Promise<number> {
  const { bavail, bsize } = await statfs(at);
  return bavail * bsize;
}

async function fill(file: string, bytes: number): Promise<void> {
  const block = randomBytes(Math.min(BLOCK, bytes));
  const handle = await open(file, 'w', 0o600);
  try {
    for (let left = bytes; left > 0; left -= block.length) await handle.write(block, 0, Math.min(left, block.length));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const hasCode = (error: unknown, codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
