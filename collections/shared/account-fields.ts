import type { Condition, Field } from 'payload';
import { ROLES } from '../../model/lifecycle.ts';
import { adminField, nobodyField } from './access.ts';
import { options } from './entry-fields.ts';
import { noticeFields } from './notice-fields.ts';
import { dayPicker } from './pickers.ts';

/** False on the page where the first account is made: it is an admin's, and there is no profile yet. */
const notFirst: Condition = (_, __, { operation, user }) => operation !== 'create' || Boolean(user);
const stored: Condition = (_, __, { operation }) => operation === 'update';
const nowhere: Condition = () => false;
const inFormsAlone = { disableListColumn: true, disableBulkEdit: true };

/** The fields of an account. A demonstration asks for no set-up token. */
export const accountFields = ({ demo }: { demo: boolean }): Field[] => [
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
        'Editors write. Reviewers approve, and need a clinician profile for it. Mailers see who takes which course, and the mail. Admins keep accounts. Another role ends the sessions and keys of the account.',
    },
  },
  {
    name: 'clinician',
    label: 'Clinician profile',
    type: 'relationship',
    relationTo: 'clinicians',
    access: { create: adminField, update: adminField },
    admin: {
      condition: notFirst,
      description:
        'The public byline of this person’s approvals. One clinician, one account; another admin links yours.',
    },
  },
  {
    type: 'row',
    fields: [
      { name: 'absentFrom', label: 'Away from', type: 'date', admin: { date: dayPicker, condition: stored } },
      { name: 'absentUntil', label: 'Away until', type: 'date', admin: { date: dayPicker, condition: stored } },
    ],
  },
  {
    name: 'substitute',
    label: 'Stands in meanwhile',
    type: 'text',
    index: true,
    admin: {
      condition: stored,
      description: 'Sees what is assigned to you while you are away. It must be somebody who may do all that you may.',
      components: { Field: '/admin/accounts/substitute.tsx#Substitute' },
      disableListColumn: true,
      disableBulkEdit: true,
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
    admin: { condition: notFirst, components: { Field: '/admin/accounts/invitation.tsx#Invitation' } },
  },
  {
    name: 'invitedUntil',
    label: 'Invited until',
    type: 'date',
    access: { create: nobodyField, update: nobodyField },
    admin: { condition: nowhere, disableListColumn: true },
  },
  {
    name: 'setupToken',
    label: 'Set-up token',
    type: 'text',
    virtual: true,
    admin: {
      components: { Field: '/admin/accounts/setup-token.tsx#SetupToken' },
      condition: (...about) => !notFirst(...about) && !demo,
      ...inFormsAlone,
    },
  },
  {
    name: 'currentPassword',
    type: 'text',
    virtual: true,
    admin: {
      condition: stored,
      components: { Field: '/admin/accounts/current-password.tsx#CurrentPassword' },
      ...inFormsAlone,
    },
  },
  noticeFields,
  {
    name: 'keys',
    type: 'ui',
    admin: {
      condition: stored,
      components: { Field: '/admin/accounts/keys.tsx#Keys' },
      disableListColumn: true,
      disableBulkEdit: true,
    },
  },
];
