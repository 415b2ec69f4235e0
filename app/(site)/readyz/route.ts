import { readiness } from '../../../runtime/readiness.ts';
import { system } from '../../../runtime/system.ts';

export const dynamic = 'force-dynamic';

/** Readiness: whether this process should be sent readers, with what each check says. */
export async function GET(): Promise<Response> {
  const { status, body } = await readiness(await system());
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
