import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { CodedError } from '../../model/errors.ts';
import { passwordTrouble } from './passwords.ts';
import type { ProvesPassword } from './staff-door/current-password.ts';

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  args: unknown;
  req: PayloadRequest;
}

interface Given {
  id?: DocumentId;
  data?: Record<string, unknown> | null;
}

/**
 * Where a request keeps that whoever is behind it has just given their password, and that it sets one. No symbols: a
 * context without a name in it is dropped when a hook calls Payload.
 */
const PROVED = 'imprimatur: gave the current password';
const SETS = 'imprimatur: sets a password';
const BECOMES_ANOTHER = 'imprimatur: changes what an account may do';

/** True while a request sets a password. */
export const setsPassword = ({ context }: PayloadRequest): boolean => (context as { [SETS]?: boolean })[SETS] === true;

/** True while a request changes the role or the profile of an account. */
export const becomesAnother = ({ context }: PayloadRequest): boolean =>
  (context as { [BECOMES_ANOTHER]?: boolean })[BECOMES_ANOTHER] === true;

/**
 * Passwords and addresses are a person's own. Whoever changes theirs gives the password that they have; nobody sets
 * anybody else's, an admin neither: an address that is not the person's own would be sent a new password. What has no
 * person behind it (scripts, the first setting up) is not asked.
 */
export const guardSecrets =
  (provesPassword: ProvesPassword) =>
  async ({ operation, args, req }: Asked): Promise<void> => {
    const { id, data } = args as Given;
    if (!data) return;
    Object.assign(req.context, { [SETS]: operation === 'update' && isSaid(data.password) });
    if (operation === 'resetPassword') {
      refuseWeak(data.password, []);
      return;
    }
    const { user } = req;
    if (!user || operation !== 'update') return;
    const isOwn = id !== undefined && String(id) === String(user.id);
    const isNew = isSaid(data.password);
    if (isNew && !isOwn) {
      throw new CodedError('not-allowed', 'Nobody sets the password of somebody else. They can ask for a new one.');
    }
    if (isNew) refuseWeak(data.password, [user.email, user.name]);
    const proved = isOwn && (await provesPassword(req, user, data.currentPassword));
    if (isNew && !proved) {
      throw new CodedError('not-allowed', 'Give the password that you have now.', { fields: ['currentPassword'] });
    }
    Object.assign(req.context, { [PROVED]: proved });
  };

/** False for what a form sends of a field that was left empty. */
export const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Throws `invalid-request` for a password that is too short or guessed first; `own` is what its person is called. */
export function refuseWeak(password: unknown, own: readonly string[]): void {
  const trouble = typeof password === 'string' ? passwordTrouble(password, own) : 'A password is a text.';
  if (trouble) throw new CodedError('invalid-request', trouble, { fields: ['password'] });
}

interface AccountData {
  email?: string | null;
  role?: string | null;
  sessions?: unknown;
  clinician?: unknown;
  profileKey?: string | null;
}

/**
 * Who an account belongs to changes by somebody else's hand, and its address by its owner's. What it may do is changed
 * by somebody who is there, and ends its sessions.
 */
export const guardAccount: CollectionBeforeChangeHook<{ id: DocumentId } & AccountData> = ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data;
  const isLinked = data.clinician !== undefined && idOf(data.clinician) !== idOf(originalDoc.clinician);
  const isPromoted = data.role !== undefined && data.role !== originalDoc.role;
  // Whoever logged in or made a key did it as another.
  const next = isLinked || isPromoted ? { ...data, sessions: [] } : data;
  Object.assign(req.context, { [BECOMES_ANOTHER]: next !== data });
  if (!req.user) return next;
  if (next !== data) sessionNeeded(req, 'Log in to say what an account may do.');
  const isOwn = String(req.user.id) === String(originalDoc.id);
  if (isOwn && isLinked) {
    throw new CodedError('not-allowed', 'Nobody links their own account to a clinician: another admin must.');
  }
  const { [PROVED]: proved } = req.context as { [PROVED]?: boolean };
  if (data.email === undefined || data.email === originalDoc.email) return next;
  if (!isOwn) {
    throw new CodedError('not-allowed', 'Only its owner changes the address of an account. Delete it and add another.');
  }
  if (proved !== true) {
    throw new CodedError('not-allowed', 'Give the password that you have now.', { fields: ['currentPassword'] });
  }
  return next;
};

/**
 * One clinician has at most one account. The key is unique in the database: of two admins who link one at the same
 * moment it refuses one. An account without a profile has a key of its own, for the databases differ about nothing.
 */
export const keepProfileKey: CollectionBeforeChangeHook<{ id: DocumentId } & AccountData> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const profile = idOf(data.clinician === undefined ? originalDoc?.clinician : data.clinician);
  const own = originalDoc?.profileKey?.startsWith('none:') ? originalDoc.profileKey : `none:${uuidv7()}`;
  if (profile === null) return { ...data, profileKey: own };
  // An account that is being made has an empty document before it.
  const others = operation === 'update' && originalDoc ? [{ id: { not_equals: originalDoc.id } }] : [];
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ clinician: { equals: profile } }, ...others] },
    overrideAccess: true,
    req,
  });
  if (totalDocs > 0) {
    throw new CodedError('invalid-request', 'This clinician has an account: one person, one account.', {
      fields: ['clinician'],
    });
  }
  return { ...data, profileKey: `clinician:${profile}` };
};

/** The id of a relation, populated or not, as text. */
function idOf(related: unknown): string | null {
  if (related === undefined || related === null) return null;
  if (typeof related === 'object') return 'id' in related ? idOf(related.id) : null;
  return typeof related === 'number' || typeof related === 'string' ? String(related) : null;
}

/** Throws `session-needed` for whoever comes with an API key. */
export function sessionNeeded({ user }: PayloadRequest, message: string): void {
  if (user && '_strategy' in user && user._strategy === 'api-key') throw new CodedError('session-needed', message);
}
