import { createHash, randomBytes } from 'node:crypto';
import type { Endpoint, PayloadRequest } from 'payload';
import { transact } from '../../database/transact.ts';
import { appendLine } from '../../editorial/records/audit-trail.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { problem } from '../../publishers/http/problem.ts';
import { libraryOf } from '../../release-log/library-of.ts';
import { answering, NO_STORE } from '../shared/own-endpoint.ts';
import { reviewDates } from './review-dates.ts';

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** POST /api/calendar-links/issue: the link of the own account, shown in this answer alone. The one before ends. */
export const issueLink = (siteUrl: string): Endpoint => ({
  path: '/issue',
  method: 'post',
  handler: (req) =>
    answering(req, async (user) => {
      const token = randomBytes(32).toString('base64url');
      await transact(req.payload, async (inside) => {
        await endLinkOf(inside, user.id);
        const data = { owner: String(user.id), digest: digestOf(token), madeAt: servicesOf(req.payload).now() };
        await req.payload.db.create({ collection: 'calendar-links', data, req: inside, returning: false });
        await appendLine(inside, {
          action: 'calendar-links issued',
          subject: `users/${String(user.id)}`,
          user,
          details: {},
        });
      });
      const { api } = req.payload.config.routes;
      return Response.json(
        { url: `${siteUrl}${api}/calendar-links/${token}/review-dates.ics` },
        { status: 201, ...NO_STORE },
      );
    }),
});

/** POST /api/calendar-links/revoke: the link of the own account ends. */
export const revokeLink: Endpoint = {
  path: '/revoke',
  method: 'post',
  handler: (req) =>
    answering(req, async (user) => {
      await transact(req.payload, async (inside) => {
        await endLinkOf(inside, user.id);
        await appendLine(inside, {
          action: 'calendar-links revoked',
          subject: `users/${String(user.id)}`,
          user,
          details: {},
        });
      });
      return Response.json({ revokedAt: servicesOf(req.payload).now().toISOString() }, NO_STORE);
    }),
};

/** Ends the link of an account, in the caller's transaction. */
export async function endLinkOf(req: PayloadRequest, owner: string | number): Promise<void> {
  await req.payload.db.deleteMany({
    collection: 'calendar-links',
    where: { owner: { equals: String(owner) } },
    req,
  });
}

/** GET /api/calendar-links/{token}/review-dates.ics: for calendars, which log in nowhere. */
export const readCalendar = (siteUrl: string): Endpoint => ({
  path: '/:token/review-dates.ics',
  method: 'get',
  handler: async ({ payload, routeParams }) => {
    const token = routeParams?.token;
    const link = await payload.db.findOne<{ id: string; owner: string }>({
      collection: 'calendar-links',
      where: { digest: { equals: digestOf(typeof token === 'string' ? token : '') } },
    });
    const id = payload.db.defaultIDType === 'number' ? Number(link?.owner) : link?.owner;
    // Whoever left takes no list along.
    const owner = link && (await payload.db.findOne({ collection: 'users', where: { id: { equals: id } } }));
    if (!owner) return problem('invalid-token', 'This link does not lead anywhere, or another took its place.');
    const library = await libraryOf(payload).current();
    return new Response(reviewDates(library, { siteUrl }), {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Cache-Control': 'private, max-age=3600',
        'X-Robots-Tag': 'noindex',
        'Referrer-Policy': 'no-referrer',
      },
    });
  },
});
