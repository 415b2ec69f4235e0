import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { CodedError } from '../../model/errors.ts';
import { problem } from '../../publishers/http/problem.ts';
import { makeKey } from './api-keys.ts';
import { appendLine } from './audit.ts';

const DAY = 24 * 60 * 60 * 1000;
const NO_STORE = { headers: { 'Cache-Control': 'no-store' } };

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
      const given = (req.routeParams as { id?: string } | undefined)?.id ?? '';
      const numeric = req.payload.db.defaultIDType === 'number';
      const id = numeric ? Number(given) : given;
      const isId = numeric ? Number.isSafeInteger(id) : /^[0-9a-f]{24}$/i.test(given);
      const key = isId ? await req.payload.findByID({ collection: 'api-keys', id, disableErrors: true }) : null;
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

type User = NonNullable<PayloadRequest['user']>;

/** Keys are a matter of somebody who is there: one key does not make another. */
async function answering(req: PayloadRequest, work: (user: User) => Promise<Response>): Promise<Response> {
  try {
    if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
    if ('_strategy' in req.user && req.user._strategy === 'api-key') {
      throw new CodedError('session-needed', 'Log in to make or end a key.');
    }
    return await work(req.user);
  } catch (error) {
    if (error instanceof CodedError) return problem(error.code, error.message, { extra: error.details });
    if (error instanceof SyntaxError) return problem('invalid-request', 'The body is not JSON.');
    throw error;
  }
}
