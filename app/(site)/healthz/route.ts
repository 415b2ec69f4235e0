export const dynamic = 'force-dynamic';

/** Liveness: the process answers. Says nothing about the database; `/readyz` does. */
export const GET = (): Response => Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
