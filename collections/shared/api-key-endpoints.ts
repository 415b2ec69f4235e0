import type { Endpoint } from 'payload';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { appendLine } from '../../editorial/records/audit-trail.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { CodedError } from '../../model/errors.ts';
import { makeKey } from './api-keys.ts';
import { answering, documentIdOf, NO_STORE } from './own-endpoint.ts';

const DAY = 24 * 60 * 60 * 1000;

const issueBody = z.object({ name: z.string().trim().min(1).max(100), days: z.int().min(1).max(365).default(90) });

/** POST /api/api-keys/issue: a key for the own account, shown in this answer and never again. */
export const issueKey: Endpoint = {
  path: '/issue',
  method: 'post',
  handler: (req) =>
    answering(req, async (user) => {
      const parsed = issueBody.safeParse(await req.json?.());
      if (!parsed.success) throw new CodedError('invalid-request', 'Give a name, and days between 1 and 365.');
      const { name, days } = parsed.data;
      const { key, digest } = makeKey();
      const now = servicesOf(req.payload).now();
      const expiresAt = new Date(now.getTime() + days * DAY).toISOString();
      const begins = key.slice(0, 8);
      const owner = String(user.id);
      const id = await transact(req.payload, async (inside) => {
        const data = { name, owner, ownerName: user.name, begins, digest, expiresAt, revokedAt: null };
        const created: unknown = await req.payload.db.create({ collection: 'api-keys', data, req: inside });
        await appendLine(inside, {
          action: 'api-keys issued',
          subject: `users/${owner}`,
          user,
          details: { name, begins, expiresAt },
        });
        return idOf(created);
      });
      return Response.json({ id, key, expiresAt }, { status: 201, ...NO_STORE });
    }),
};

/** POST /api/api-keys/{id}/revoke: by its owner, or an admin. */
export const revokeKey: Endpoint = {
  path: '/:id/revoke',
  method: 'post',
  handler: (req) =>
    answering(req, async (user) => {
      const id = documentIdOf(req);
      const key = id === null ? null : await req.payload.findByID({ collection: 'api-keys', id, disableErrors: true });
      if (!key || (key.owner !== String(user.id) && user.role !== 'admin')) {
        throw new CodedError('not-found', 'There is no such key.');
      }
      const revokedAt = servicesOf(req.payload).now().toISOString();
      await transact(req.payload, async (inside) => {
        await req.payload.db.updateOne({ collection: 'api-keys', id: key.id, data: { revokedAt }, req: inside });
        const details = { name: key.name, begins: key.begins };
        await appendLine(inside, { action: 'api-keys revoked', subject: `users/${key.owner}`, user, details });
      });
      return Response.json({ id: String(key.id), revokedAt }, NO_STORE);
    }),
};

const idOf = (created: unknown): string =>
  typeof created === 'object' && created !== null && 'id' in created ? String(created.id) : '';
