import type { CollectionConfig } from 'payload';
import { ROLES } from '../model/lifecycle.ts';
import { refreshEntriesUnderReview } from '../editorial/records/entry-status.ts';
import { adminField, admins, nobody, nobodyField, roleOf } from './shared/access.ts';
import { guardAccount, guardSecrets, keepProfileKey } from './shared/account-rules.ts';
import { endKeysAfterChange, endKeysAfterReset, noteFailedLogin, noteLogin } from './shared/account-trail.ts';
import { apiKeyStrategy } from './shared/api-keys.ts';
import { audited } from './shared/audit.ts';
import { options } from './shared/entry-fields.ts';
import { acceptInvitation, beginInvited, inviteAfterCreate, noteReset } from './shared/invitations.ts';
import { inviteAgain } from './shared/invite-endpoint.ts';
import { guardNewAccount, makeFirstAnAdmin } from './shared/new-accounts.ts';
import { passwordReset, resetOutsideTransaction } from './shared/password-reset.ts';
import { momentPicker } from './shared/pickers.ts';
import { keepDigestOfToken, lookForDigest } from './shared/reset-tokens.ts';
import type { staffDoor } from './shared/staff-door/staff-door.ts';

const audit = audited(
  'users',
  ({ name, email, role, clinician }) => ({ name, email, role, clinician: Boolean(clinician) }),
  ['role', 'clinician', 'email'],
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
    defaultColumns: ['name', 'email', 'role', 'clinician'],
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
      guardSecrets,
      guardNewAccount({ demo }),
      resetOutsideTransaction,
      lookForDigest,
      noteReset,
    ],
    beforeValidate: [acceptInvitation],
    // Approvals count while their account could give them.
    afterChange: [({ req }) => refreshEntriesUnderReview(req), endKeysAfterChange, audit.afterChange],
    afterDelete: [({ req }) => refreshEntriesUnderReview(req), audit.afterDelete],
    beforeChange: [guardAccount, keepProfileKey, beginInvited, makeFirstAnAdmin, keepDigestOfToken],
  },
  endpoints: [...door.endpoints, inviteAgain(siteUrl)],
  fields: [
    { name: 'name', label: 'Name', type: 'text', required: true },
    {
      name: 'role',
      label: 'Role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      saveToJWT: true,
      options: options(ROLES),
      access: { create: adminField, update: adminField },
      admin: {
        description:
          'Editors write. Reviewers approve, and need a clinician profile for it. Mailers see who takes which course, and the mail. Admins keep accounts.',
      },
    },
    {
      name: 'clinician',
      label: 'Clinician profile',
      type: 'relationship',
      relationTo: 'clinicians',
      access: { create: adminField, update: adminField },
      admin: {
        description:
          'The public byline of this person’s approvals. One clinician, one account; another admin links yours.',
      },
    },
    {
      name: 'profileKey',
      type: 'text',
      unique: true,
      index: true,
      access: { create: nobodyField, read: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
    {
      name: 'invitation',
      label: 'Invitation',
      type: 'select',
      options: [
        { value: 'sent', label: 'Sent' },
        { value: 'not-sent', label: 'Not sent' },
      ],
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true, condition: ({ invitation }) => Boolean(invitation) },
    },
    {
      name: 'invitedUntil',
      label: 'Invited until',
      type: 'date',
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true, date: momentPicker, condition: ({ invitation }) => Boolean(invitation) },
    },
    {
      name: 'setupToken',
      label: 'Set-up token',
      type: 'text',
      virtual: true,
      admin: {
        description: 'The server printed it when it started: its log has it.',
        condition: (_, __, { operation, user }) => operation === 'create' && !user && !demo,
        disableListColumn: true,
        disableBulkEdit: true,
      },
    },
    {
      name: 'currentPassword',
      type: 'text',
      virtual: true,
      admin: {
        condition: (_, __, { operation }) => operation === 'update',
        components: { Field: '/admin/current-password.tsx#CurrentPassword' },
        disableListColumn: true,
        disableBulkEdit: true,
      },
    },
  ],
});
