import type { CollectionConfig } from 'payload';
import { removeNoticesOf } from '../editorial/notices/own-notices.ts';
import { guardAbsence } from './shared/absence-rules.ts';
import { refreshEntriesUnderReview } from '../editorial/jobs/refresh-entries.ts';
import { admins, nobody, roleOf } from './shared/access.ts';
import { accountFields } from './shared/account-fields.ts';
import { guardAccount, guardSecrets, keepProfileKey } from './shared/account-rules.ts';
import { endKeysAfterChange, endKeysAfterReset, noteFailedLogin, noteLogin } from './shared/account-trail.ts';
import { apiKeyStrategy } from './shared/api-keys.ts';
import { colleaguesEndpoint } from './shared/assign-endpoints.ts';
import { audited } from './shared/audit.ts';
import { acceptInvitation, beginInvited, inviteAfterCreate, noteReset } from './shared/invitations.ts';
import { inviteAgain } from './shared/invite-endpoint.ts';
import { guardNewAccount, makeFirstAnAdmin } from './shared/new-accounts.ts';
import { passwordReset, resetOutsideTransaction } from './shared/password-reset.ts';
import { keepDigestOfToken, lookForDigest } from './shared/reset-tokens.ts';
import { refuseControlCharacters } from './shared/plain-words.ts';
import type { staffDoor } from './shared/staff-door/staff-door.ts';

const audit = audited(
  'users',
  ({ name, email, role, clinician, absentFrom, absentUntil }) => ({
    ...{ name, email, role, clinician: Boolean(clinician), absentFrom, absentUntil },
  }),
  ['role', 'clinician', 'email', 'absentFrom', 'absentUntil', 'substitute'],
);

interface Installation {
  /** what links in its mail begin with */
  siteUrl: string;
  /** a demonstration asks for no set-up token */
  demo: boolean;
  door: ReturnType<typeof staffDoor>;
}

/** The staff. The only collection that can log in: a logged-in user is therefore staff everywhere. */
export const users = ({ siteUrl, demo, door }: Installation): CollectionConfig => ({
  slug: 'users',
  labels: { singular: 'Staff member', plural: 'Staff' },
  auth: {
    tokenExpiration: 2 * 60 * 60,
    // No lock that a stranger could hold: `staff-door` slows down instead.
    maxLoginAttempts: 0,
    strategies: [apiKeyStrategy],
    cookies: { sameSite: 'Lax', secure: siteUrl.startsWith('https:') },
    forgotPassword: passwordReset(siteUrl, door.limits.newPassword.account.minutes),
  },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'clinician', 'invitation'],
    components: { edit: { SaveButton: '/admin/accounts/save-account.tsx#SaveAccount' } },
  },
  access: {
    admin: ({ req }) => roleOf(req) !== null,
    create: admins,
    delete: admins,
    read: ({ req }) => (roleOf(req) === 'admin' ? true : req.user ? { id: { equals: req.user.id } } : false),
    update: ({ req }) => (roleOf(req) === 'admin' ? true : req.user ? { id: { equals: req.user.id } } : false),
    unlock: nobody,
  },
  hooks: {
    afterLogin: [noteLogin, door.afterLogin],
    afterError: [noteFailedLogin],
    afterOperation: [endKeysAfterReset, inviteAfterCreate(siteUrl)],
    beforeOperation: [
      ...door.beforeOperation,
      guardSecrets(door.provesPassword),
      guardNewAccount({ demo }),
      resetOutsideTransaction,
      lookForDigest,
      noteReset,
    ],
    beforeValidate: [acceptInvitation, refuseControlCharacters],
    // Approvals count while their account could give them.
    afterChange: [({ req }) => refreshEntriesUnderReview(req), endKeysAfterChange, audit.afterChange],
    afterDelete: [
      ({ req }) => refreshEntriesUnderReview(req),
      ({ req, id }) => removeNoticesOf(req, id),
      audit.afterDelete,
    ],
    beforeChange: [guardAccount, guardAbsence, keepProfileKey, beginInvited, makeFirstAnAdmin, keepDigestOfToken],
  },
  endpoints: [...door.endpoints, inviteAgain(siteUrl), colleaguesEndpoint],
  fields: accountFields({ demo }),
});
