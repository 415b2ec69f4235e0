import { system } from '../../../runtime/system.ts';

export const dynamic = 'force-dynamic';

/** How long the answer waits for a log that is being followed, in milliseconds. */
const PATIENCE_MS = 1000;
/** Faults named in one answer; the process's log has every one. */
const NAMED = 20;

/**
 * Readiness: the release log was followed to its head, and all of it that was looked at verifies. `head` is the log
 * position that this instance serves.
 */
export async function GET(): Promise<Response> {
  try {
    const { channels } = await system();
    const library = await Promise.race([channels.context.library(), afterPatience()]);
    if (library === null) return answer(503, { status: 'starting' });
    const faults = channels.faults();
    if (faults.length === 0) return answer(200, { status: 'ready', head: library.head });
    return answer(503, { status: 'integrity', head: library.head, faults: faults.slice(0, NAMED) });
  } catch (error) {
    const { payload } = await system();
    payload.logger.error({ err: error, msg: 'not ready: the release log cannot be read' });
    return answer(503, { status: 'unavailable' });
  }
}

const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

const afterPatience = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
