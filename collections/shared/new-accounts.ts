import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest, type Where } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { isSaid, refuseWeak, sessionNeeded } from './account-rules.ts';
import { INVITED } from './invitations.ts';
import { digestOfToken, makeToken } from './reset-tokens.ts';

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  args: unknown;
  req: PayloadRequest;
}

/**
 * What a script of this installation says in its context to make accounts whose password it knows: the demonstration
 * and nothing else. No request from outside can say it.
 */
export const OF_THE_DEMONSTRATION = { 'imprimatur: accounts of the demonstration': true } as const;
const [DEMONSTRATION] = Object.keys(OF_THE_DEMONSTRATION);

/**
 * How an account begins. An admin makes it without a password, and its person chooses one by the link of an invitation.
 * The first one of an empty system is made by whoever has the set-up token; a demonstration asks for none.
 */
export const guardNewAccount =
  ({ demo }: { demo: boolean }) =>
  async ({ operation, args, req }: Asked): Promise<void> => {
    if (operation !== 'create') return;
    const { data } = args as { data?: Record<string, unknown> | null };
    if (!data || (DEMONSTRATION !== undefined && DEMONSTRATION in req.context)) return;
    Object.assign(req.context, { [INVITED]: false });
    if (!req.user) {
      await refuseStrangers(req, data, demo);
      return;
    }
    if (req.user.role !== 'admin') throw new CodedError('not-allowed', 'Admins make accounts.');
    sessionNeeded(req, 'Log in to make an account.');
    if (isSaid(data.password)) {
      const message = 'Nobody chooses the password of somebody else. Leave it out: they are sent a link to choose it.';
      throw new ValidationError({ collection: 'users', errors: [{ path: 'password', message }], req }, req.t);
    }
    data.password = makeToken();
    Object.assign(req.context, { [INVITED]: true });
  };

async function refuseStrangers(req: PayloadRequest, data: Record<string, unknown>, demo: boolean): Promise<void> {
  if ((await countAccounts(req)) > 0) {
    throw new CodedError('not-allowed', 'Admins make accounts, and nobody else chooses a password for one.');
  }
  if (!demo) await refuseWithoutToken(req, data.setupToken);
  refuseWeak(
    data.password,
    [data.email, data.name].filter((text) => typeof text === 'string'),
  );
}

async function refuseWithoutToken(req: PayloadRequest, given: unknown): Promise<void> {
  const digest = digestOfToken(typeof given === 'string' ? given.trim() : '');
  const now = servicesOf(req.payload).now().toISOString();
  const where: Where = { and: [{ digest: { equals: digest } }, { until: { greater_than: now } }] };
  if (await req.payload.db.findOne({ collection: 'set-up-tokens', where, req })) return;
  const message = 'Give the set-up token that the server printed when it started.';
  throw new ValidationError({ collection: 'users', errors: [{ path: 'setupToken', message }], req }, req.t);
}

const countAccounts = async (req: PayloadRequest): Promise<number> =>
  (await req.payload.count({ collection: 'users', req, overrideAccess: true })).totalDocs;

/** Whoever sets up an empty system runs it: without an admin nobody could add anyone. All set-up tokens end with it. */
export const makeFirstAnAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || req.user || (await countAccounts(req)) > 0) return data;
  await req.payload.db.deleteMany({ collection: 'set-up-tokens', where: {}, req });
  return { ...data, role: 'admin' };
};
