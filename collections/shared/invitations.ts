import {
  commitTransaction,
  type CollectionAfterOperationHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { transact } from '../../database/transact.ts';
import { appendLine } from '../../editorial/records/audit-trail.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { CodedError } from '../../model/errors.ts';
import { invitationMail } from './invitation-mail.ts';
import { digestOfToken, makeToken } from './reset-tokens.ts';

const INVITATION_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;
/** How long an admin waits for the mail server. A mail that it takes later is noted later. */
const PATIENCE_MS = 15_000;

/** Payload answers "forgotten" for an account whose last mail was long enough ago: not while an invitation is open. */
const NOT_YET = '9999-12-31T00:00:00.000Z';

/** Where a request keeps that it makes an account whose person is to be invited. */
export const INVITED = 'imprimatur: makes an account by invitation';

type User = NonNullable<PayloadRequest['user']>;
/** `not-sent`: the mail server has not taken the mail. */
export type InvitationState = 'sent' | 'not-sent';

interface Stored {
  id: DocumentId;
  name: string;
  email: string;
}

/** An account that begins by invitation has not been sent one yet. */
export const beginInvited: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const { [INVITED]: invited } = req.context as { [INVITED]?: boolean };
  return operation === 'create' && invited === true ? { ...data, invitation: 'not-sent' } : data;
};

/**
 * Sends the invitation once the account is stored. The transaction ends before: a mail server that stalls must hold
 * nobody's writing, and a mail must not lead to an account that was rolled back.
 */
export const inviteAfterCreate =
  (siteUrl: string): CollectionAfterOperationHook =>
  async (asked) => {
    const { req } = asked;
    const result: unknown = asked.result;
    const { [INVITED]: invited } = req.context as { [INVITED]?: boolean };
    const isNew = Reflect.get(asked, 'operation') === 'create' && invited === true;
    if (!isNew || !req.user || !isAccount(result)) return result;
    Object.assign(req.context, { [INVITED]: false });
    await commitTransaction(req);
    const invitation = await sendInvitation(req.payload, { id: result.id, by: req.user, siteUrl });
    return { ...result, invitation };
  };

/**
 * Sends a link with which the account's person chooses their first password; older links end. Throws `wrong-state`
 * when they have chosen one, and nothing when the mail is not taken: the account and the audit trail say so.
 */
export async function sendInvitation(
  payload: Payload,
  { id, by, siteUrl }: { id: DocumentId; by: User; siteUrl: string },
): Promise<InvitationState> {
  const token = makeToken();
  const digest = digestOfToken(token);
  const until = new Date(servicesOf(payload).now().getTime() + INVITATION_DAYS * DAY);
  const line = { subject: `users/${id}`, user: by, details: { until: until.toISOString() } };
  const account = await transact(payload, (req) =>
    change(req, [{ id: { equals: id } }, { invitation: { in: ['sent', 'not-sent'] } }], {
      invitation: 'not-sent',
      invitedUntil: until.toISOString(),
      resetPasswordToken: digest,
      resetPasswordExpiration: until.toISOString(),
      resetPasswordRequestedAt: NOT_YET,
    }),
  );
  if (!account) throw new CodedError('wrong-state', 'They have chosen their password: no invitation is open.');

  const sending = (async (): Promise<InvitationState> => {
    try {
      await payload.sendEmail({
        to: account.email,
        ...invitationMail({ siteUrl, token, to: account, from: by.name, until }),
      });
      await transact(payload, async (req) => {
        // Who was quicker than this line has accepted it, and who was invited again waits for another mail.
        await change(req, [{ id: { equals: id } }, { resetPasswordToken: { equals: digest } }, OPEN], {
          invitation: 'sent',
        });
        await appendLine(req, { action: 'users invited', ...line });
      });
      return 'sent';
    } catch (error) {
      payload.logger.error({ err: error, msg: `the invitation of users/${id} was not sent` });
      await transact(payload, (req) => appendLine(req, { action: 'users invitation not sent', ...line }));
      return 'not-sent';
    }
  })();
  return Promise.race([sending, notYet()]);
}

const OPEN = { invitation: { equals: 'not-sent' } };

const notYet = (): Promise<InvitationState> =>
  new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS, 'not-sent').unref();
  });

async function change(
  req: PayloadRequest,
  conditions: Record<string, object>[],
  data: Record<string, unknown>,
): Promise<Stored | null> {
  const found: unknown = await req.payload.db.updateOne({
    collection: 'users',
    where: { and: conditions },
    data,
    options: { atomic: true },
    req,
  });
  return isAccount(found) ? found : null;
}

/** Each adapter answers nothing in its own way. */
const isAccount = (found: unknown): found is Stored => typeof found === 'object' && found !== null && 'email' in found;

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  req: PayloadRequest;
}

const RESETS = 'imprimatur: chooses a password by a link';
const ACCEPTS = 'imprimatur: accepts an invitation';

/** True while somebody who was invited chooses their first password. */
export const acceptsInvitation = ({ context }: PayloadRequest): boolean =>
  (context as { [ACCEPTS]?: boolean })[ACCEPTS] === true;

export const noteReset = ({ operation, req }: Asked): void => {
  if (operation === 'resetPassword') Object.assign(req.context, { [RESETS]: true });
};

/** Whoever chooses a password has accepted: in the same write, which Payload makes of what it hands to this hook. */
export const acceptInvitation: CollectionBeforeValidateHook = ({ data, req }) => {
  const { [RESETS]: resets } = req.context as { [RESETS]?: boolean };
  if (resets !== true || !data) return data;
  Object.assign(req.context, { [ACCEPTS]: Boolean(data.invitation) });
  if (data.invitation) {
    Object.assign(data, { invitation: null, invitedUntil: null, resetPasswordRequestedAt: null });
  }
  return data;
};
