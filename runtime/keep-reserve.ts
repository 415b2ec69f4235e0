import type { Payload } from 'payload';
import { diskRoomOf } from '../database/disk-room.ts';
import { startLoop, type Loop } from './loop.ts';

const LOOK_EVERY_MS = 30_000;

/**
 * Keeps the reserve of the disk that an SQLite file is on: makes it when there is room, also again after it was given
 * up, and says when there is none. Null on another database. The first look is over when `first` is.
 */
export function keepReserve(payload: Payload, restMs = LOOK_EVERY_MS): (Loop & { first: Promise<void> }) | null {
  const room = diskRoomOf(payload);
  if (!room) return null;
  let wasKept = true;
  const look = async () => {
    const had = room.reserve.isKept();
    const kept = await room.reserve.keep().catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'the disk reserve cannot be kept' });
      return false;
    });
    if (kept && !had) payload.logger.info({ bytes: room.reserve.bytes, msg: 'the disk reserve is kept' });
    if (!kept && wasKept)
      payload.logger.error({
        bytes: room.reserve.bytes,
        msg: 'no room for the disk reserve: only withdrawals are written',
      });
    wasKept = kept;
    room.watch();
  };
  let looked: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (looked = resolve));
  const loop = startLoop(() => look().finally(looked), restMs);
  return { ...loop, first };
}
