import { setTimeout as pause } from 'node:timers/promises';
import { addDataAndFileToRequest, type Endpoint, type Payload, type PayloadRequest } from 'payload';
import { persevere } from '../../../database/transact.ts';
import { CodedError } from '../../../model/errors.ts';
import { servicesOf } from '../../../editorial/records/services.ts';
import type { RequestCounts } from '../../../model/limits.ts';
import { afterwards } from '../afterwards.ts';
import type { StaffLimits } from './limits.ts';
import { reachedLimits } from './reached-limits.ts';

interface Asking {
  countsOf: (payload: Payload) => RequestCounts;
  networkIn: (req: PayloadRequest) => string;
}

/**
 * POST /api/users/forgot-password, before Payload's own: answers the same and at once, whatever the address; all else
 * comes after.
 */
export const forgotPassword = (limits: StaffLimits['newPassword'], { countsOf, networkIn }: Asking): Endpoint => {
  // Of each system for itself: they do not share a database.
  const known = new WeakMap<Payload, ReturnType<typeof reachedLimits>>();
  const remembering = (payload: Payload) => {
    const reached = known.get(payload) ?? reachedLimits(servicesOf(payload).now);
    known.set(payload, reached);
    return reached(countsOf(payload));
  };
  return { path: '/forgot-password', method: 'post', handler };

  async function handler(req: PayloadRequest): Promise<Response> {
    await addDataAndFileToRequest(req);
    const { payload, data } = req;
    const account = addressIn(data);
    if (account === '') throw new CodedError('invalid-request', 'Say which address.', { fields: ['email'] });
    const counts = remembering(payload);
    const retryAfterSeconds = await counts.count('new password for network', networkIn(req), limits.network);
    if (retryAfterSeconds !== null) {
      throw new CodedError('too-many-requests', 'Too many from your network. Try again later.', { retryAfterSeconds });
    }
    const isWithin = (await counts.count('new password for account', account, limits.account)) === null;
    if (isWithin) {
      afterwards(payload, 'a mail that leads to a new password did not go out', () =>
        sendLink(payload, account, limits.account.minutes * 60_000),
      );
    }
    return Response.json({ message: 'If there is such an account, a mail with a link is on its way.' });
  }
};

/** As Payload looks for it. */
export const addressIn = (data: { email?: unknown } | null | undefined): string =>
  typeof data?.email === 'string' ? data.email.toLowerCase().trim() : '';

/** Before each further try, in milliseconds. Nobody hears that a mail did not go out, so it is tried again. */
const PAUSES = [2_000, 20_000];

async function sendLink(payload: Payload, email: string, expiration: number): Promise<void> {
  const send = () => payload.forgotPassword({ collection: 'users', data: { email }, expiration });
  for (const [i, milliseconds] of [0, ...PAUSES].entries()) {
    if (i > 0) await pause(milliseconds, undefined, { ref: false });
    try {
      await persevere(payload, send, Math.random);
      return;
    } catch (error) {
      if (i === PAUSES.length) throw error;
    }
  }
}
