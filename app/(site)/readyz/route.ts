import { system } from '../../../runtime/system.ts';

export const dynamic = 'force-dynamic';

/** Readiness: the release log can be read. `head` is the log position that this instance serves. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  try {
    const { channels } = await system();
    const { head } = await channels.context.library();
    return Response.json({ status: 'ready', head }, { headers });
  } catch (error) {
    const { payload } = await system();
    payload.logger.error({ err: error, msg: 'not ready: the release log cannot be read' });
    return Response.json({ status: 'unavailable' }, { status: 503, headers });
  }
}
