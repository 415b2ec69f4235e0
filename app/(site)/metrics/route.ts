import { PEER } from '../../../runtime/answered.ts';
import { exposition } from '../../../runtime/metrics/exposition.ts';
import { mayScrape } from '../../../runtime/metrics/may-scrape.ts';
import { system } from '../../../runtime/system.ts';

export const dynamic = 'force-dynamic';

/** How this installation stands, for a monitoring system near it (docs/runbook.md). To everybody else there is nothing. */
export async function GET({ headers }: Request): Promise<Response> {
  const started = await system();
  const asker = {
    peer: headers.get(PEER),
    forwardedFor: headers.get('x-forwarded-for'),
    authorization: headers.get('authorization'),
  };
  if (!mayScrape(asker, started.env.metricsToken)) return new Response(null, { status: 404, headers: NO_STORE });
  const { type, text } = await exposition(started);
  return new Response(text, { headers: { ...NO_STORE, 'Content-Type': type } });
}

const NO_STORE = { 'Cache-Control': 'no-store' };
