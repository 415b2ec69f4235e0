import type { Payload } from 'payload';
import type { FollowingPublisher } from './publisher.ts';
import type { ReleaseLog } from '../release-log/read-rows.ts';

const STEP = 100;

interface Cursor {
  id: string | number;
  position: number;
}

/**
 * Walks a channel's effects along the log (docs/channels.md): from its cursor to the head, at least once. The
 * cursor moves only after the effects are done and never back, so a crash repeats them and loses none.
 * Returns how far the channel has got.
 */
export async function follow(payload: Payload, log: ReleaseLog, publisher: FollowingPublisher): Promise<number> {
  const name = `follow-${publisher.name}`;
  const head = await log.head();
  let { position } = await readCursor(payload, name);
  while (position < head) {
    const upTo = Math.min(head, position + STEP);
    await publisher.follow(position, upTo);
    await moveCursor(payload, name, upTo);
    position = upTo;
    // A long way lies before a channel that is new: requests have their turn between two steps of it.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return position;
}

async function readCursor(payload: Payload, name: string): Promise<Cursor> {
  const where = { name: { equals: name } };
  const known = await payload.db.findOne<Cursor>({ collection: 'cursors', where });
  if (known) return known;
  try {
    return (await payload.db.create({ collection: 'cursors', data: { name, position: 0 } })) as Cursor;
  } catch (error) {
    // Another worker was first.
    const theirs = await payload.db.findOne<Cursor>({ collection: 'cursors', where });
    if (theirs) return theirs;
    throw error;
  }
}

async function moveCursor(payload: Payload, name: string, position: number): Promise<void> {
  await payload.db.updateOne({
    collection: 'cursors',
    where: { and: [{ name: { equals: name } }, { position: { less_than: position } }] },
    data: { position },
    options: { atomic: true },
  });
}
