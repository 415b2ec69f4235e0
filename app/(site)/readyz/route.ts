import { readiness } from '../../../runtime/readiness.ts';
import { system } from '../../../runtime/system.ts';

export const dynamic = 'force-dynamic';

/** Readiness: whether this process should be sent readers, with what each check says. */
export async function GET(): Promise<Response> {
  try {
    const { status, body } = await readiness(await system());
    return answer(status, body);
  } catch (error) {
    const { payload } = await system();
    payload.logger.error({ err: error, msg: 'not ready: the release log cannot be read' });
    return answer(503, { status: 'unavailable', checks: { log: 'cannot be read' } });
  }
}

const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
