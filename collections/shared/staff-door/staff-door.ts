import { randomBytes } from 'node:crypto';
import {
  parseCookies,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { createRequestCounts } from '../request-counts.ts';
import { servicesOf } from '../../../editorial/records/services.ts';
import { CodedError } from '../../../model/errors.ts';
import type { RequestCounts } from '../../../model/limits.ts';
import { clientOf, networkOf } from '../../../publishers/http/client.ts';
import { afterwards } from '../afterwards.ts';
import { workAsLongAs } from '../passwords.ts';
import { currentPassword } from './current-password.ts';
import { addressIn, forgotPassword } from './forgot-password.ts';
import { knownBrowsers } from './known-browser.ts';
import type { StaffLimits } from './limits.ts';
import { countTry } from './login-tries.ts';

export interface StaffDoorOptions {
  secret: string;
  limits: StaffLimits;
  /** proxies before the server whose word on the client's address is taken */
  trustedProxies: number;
  /** whether the staff reaches it by https */
  https: boolean;
}

/** An operation of Payload, whatever it is called. `overrideAccess` is what our own code says, nothing from outside. */
interface Asked {
  operation: string;
  args: object;
  req: PayloadRequest;
}

interface Args {
  data?: { email?: unknown; password?: unknown } | null;
  overrideAccess?: boolean;
  expiration?: number;
}

/** Where a request keeps what takes its try back. No symbol: a context without a name in it is dropped. */
const RIGHT = 'imprimatur: the try was right';

/**
 * The doors at which somebody says who they are. REST is the only way in: a second door would need the same guards.
 * Nobody can tell from an answer, or from the time it takes, whether there is an account; nobody can hold another's
 * account shut (ADR 0061).
 */
export function staffDoor({ secret, limits, trustedProxies, https }: StaffDoorOptions) {
  const browsers = knownBrowsers(secret, { https });
  const networkIn = ({ headers }: PayloadRequest) =>
    networkOf(clientOf(headers.get('x-forwarded-for'), trustedProxies));

  const slowTries: CollectionBeforeOperationHook = async ({ operation, args: given, req }: Asked) => {
    const { data, overrideAccess }: Args = given;
    if (operation !== 'login' || overrideAccess === true) return;
    // Who registers first is logged in inside the transaction that makes the account: nothing is guessed there, and a
    // count beside it would wait for its end.
    if ((await req.transactionID) !== undefined) return;
    const account = addressIn(data);
    const password = data?.password;
    // Payload says what is missing.
    if (account === '' || typeof password !== 'string' || password.trim() === '') return;
    const now = servicesOf(req.payload).now();
    const browser = browsers.nameIn(parseCookies(req.headers), account, now);
    const by = { account, network: networkIn(req), browser };
    const right = await countTry(countsOf(req.payload), limits.login, by);
    Object.assign(req.context, { [RIGHT]: right });
    const known = await req.payload.db.findOne<{ id: number | string; hash?: string | null; salt?: string | null }>({
      collection: 'users',
      where: { email: { equals: account } },
    });
    if (!known?.hash || !known.salt) await workAsLongAs(password);
  };

  const closeOtherWays: CollectionBeforeOperationHook = ({ operation, args: given, req }: Asked) => {
    const { overrideAccess }: Args = given;
    if (overrideAccess === true || !['login', 'forgotPassword', 'resetPassword'].includes(operation)) return;
    if (req.payloadAPI !== 'REST' || operation === 'forgotPassword') {
      throw new CodedError('not-allowed', 'Log in, and ask for a new password, at /api/users of the REST API.');
    }
  };

  const knowBrowser: CollectionAfterLoginHook<{ id: number | string; email: string }> = ({ req, user }) => {
    const { [RIGHT]: right } = req.context as { [RIGHT]?: () => Promise<void> };
    if (right) afterwards(req.payload, 'a try to log in was right and stays counted', right);
    const time = { now: servicesOf(req.payload).now(), nonce: randomBytes(16) };
    req.responseHeaders ??= new Headers();
    req.responseHeaders.append('Set-Cookie', browsers.cookieFor(user.email.toLowerCase(), time));
  };

  return {
    limits,
    beforeOperation: [closeOtherWays, slowTries],
    afterLogin: knowBrowser,
    provesPassword: currentPassword(limits.currentPassword, countsOf),
    endpoints: [forgotPassword(limits.newPassword, { countsOf, networkIn })],
  };

  function countsOf(payload: Payload): RequestCounts {
    return createRequestCounts(payload, secret, servicesOf(payload).now);
  }
}
