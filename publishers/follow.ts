import type { Payload } from 'payload';
import { setImmediate } from 'node:timers/promises';
import type { Library } from '../release-log/library.ts';
import type { LogEvent } from './channel-events.ts';
import type { FollowingPublisher } from './publisher.ts';

/** Rows between two writes of the cursor; what a crash repeats, which costs little because few rows have an effect. */
const STEP = 1000;

interface Cursor {
  id: string | number;
  position: number;
}

/**
 * Walks a channel's effects along the log (docs/channels.md): from its cursor to where the library stands, at least
 * once. The cursor moves only after the effects are done and never back, so a crash repeats them and loses none.
 * Returns how far the channel has got. Throws what the library and the channel throw.
 */
export async function follow(
  payload: Payload,
  library: () => Promise<Pick<Library, 'head'>>,
  publisher: FollowingPublisher,
  log: LogEvent = () => undefined,
): Promise<number> {
  const name = cursorOf(publisher);
  const { head } = await library();
  let { position } = await readCursor(payload, name);
  while (position < head) {
    const upTo = Math.min(head, position + STEP);
    await publisher.follow(position, upTo);
    await moveCursor(payload, name, upTo);
    log({ event: 'followed', channel: publisher.name, seq: upTo });
    position = upTo;
    // A long way lies before a channel that is new: requests have their turn between two steps of it.
    await setImmediate();
  }
  return position;
}

/** Name of the cursor that says how far a channel's effects have got. */
export const cursorOf = ({ name }: Pick<FollowingPublisher, 'name'>): string => `follow-${name}`;

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
