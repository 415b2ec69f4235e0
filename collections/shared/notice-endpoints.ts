import type { Endpoint } from 'payload';
import { z } from 'zod';
import { readMine, readUnreadCount } from '../../editorial/notices/own-notices.ts';
import { CodedError } from '../../model/errors.ts';
import { answering, NO_STORE } from './own-endpoint.ts';

/** GET /api/notices/unread: `{ unread }`, how many notices whoever is logged in has not read. */
export const unreadNotices: Endpoint = {
  path: '/unread',
  method: 'get',
  handler: (req) =>
    answering(req, async (user) => Response.json({ unread: await readUnreadCount(req, user.id) }, NO_STORE)),
};

const body = z.union([
  z.strictObject({ all: z.literal(true), until: z.iso.datetime({ offset: true }).optional() }),
  z.strictObject({ notices: z.array(z.uuid()).min(1).max(100) }),
]);

/**
 * POST /api/notices/read with `notices`, their permanent ids, or `all: true` and `until`, the time of the newest that
 * was seen: marks own ones as read. Answers `{ unread }`.
 */
export const markRead: Endpoint = {
  path: '/read',
  method: 'post',
  handler: (req) =>
    answering(req, async (user) => {
      const parsed = body.safeParse(await req.json?.());
      if (!parsed.success)
        throw new CodedError('invalid-request', 'Say which: "notices", at most 100 permanent ids, or "all": true.');
      await readMine(req.payload, user.id, parsed.data);
      return Response.json({ unread: await readUnreadCount(req, user.id) }, NO_STORE);
    }),
};
