import type { CollectionConfig } from 'payload';
import { STANDINGS } from '../model/person.ts';
import { refreshEntriesUnderReview } from '../editorial/jobs/refresh-entries.ts';
import { audited } from './shared/audit.ts';
import { refuseUsedAddress } from './shared/clinician-address.ts';
import { refuseDeleteOfNamed } from './shared/named-clinician.ts';
import { admins, staff } from './shared/access.ts';
import { refuseControlCharacters } from './shared/plain-words.ts';
import { options } from './shared/entry-fields.ts';
import { permanentId } from './shared/permanent-id.ts';

const audit = audited('clinicians', ({ name, standing }) => ({ title: name, standing }), [
  'standing',
  'name',
  'registrationNumber',
]);

export const clinicians: CollectionConfig = {
  slug: 'clinicians',
  labels: { singular: 'Clinician', plural: 'Clinicians' },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'credentials', 'specialty', 'registrationBody'],
    description: 'The public byline of those who approve. A release keeps the byline as it was on the day of approval.',
  },
  access: { read: staff, create: admins, update: admins, delete: admins },
  hooks: {
    beforeValidate: [refuseControlCharacters],
    beforeChange: [refuseUsedAddress],
    // Approvals count by how their clinician stands now.
    afterChange: [({ req }) => refreshEntriesUnderReview(req), audit.afterChange],
    beforeDelete: [refuseDeleteOfNamed],
    afterDelete: [({ req }) => refreshEntriesUnderReview(req), audit.afterDelete],
  },
  fields: [
    { name: 'name', label: 'Name', type: 'text', required: true },
    {
      name: 'slug',
      label: 'Web address',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'credentials',
      label: 'Credentials',
      type: 'text',
      required: true,
      admin: { description: 'For example MBBS, MRCGP.' },
    },
    { name: 'specialty', label: 'Specialty', type: 'text', required: true },
    { name: 'registrationBody', label: 'Registered with', type: 'text', required: true },
    { name: 'registrationNumber', label: 'Registration number', type: 'text', required: true },
    {
      name: 'standing',
      label: 'Standing',
      type: 'select',
      required: true,
      defaultValue: 'in-good-standing',
      options: options(STANDINGS),
      admin: {
        position: 'sidebar',
        description: 'Approvals of a clinician who was struck off release nothing, whenever they were given.',
      },
    },
    { name: 'bio', label: 'About', type: 'textarea' },
    { name: 'photo', label: 'Photo', type: 'upload', relationTo: 'media' },
    {
      name: 'demonstration',
      label: 'Made up for the demonstration',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Every byline then says so.' },
    },
    permanentId('Set once. Releases and feeds know the clinician by it.'),
  ],
};
