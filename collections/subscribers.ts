import type { CollectionConfig } from 'payload';
import { hiddenFromNonMailers } from './shared/access.ts';
import { writtenByChannel } from './shared/written-by-channel.ts';

/** People who gave an address on a course page. Not an auth collection: they can never log in (docs/library-facts.md). */
export const subscribers: CollectionConfig = {
  slug: 'subscribers',
  labels: { singular: 'Subscriber', plural: 'Subscribers' },
  admin: {
    group: 'Email',
    hidden: hiddenFromNonMailers,
    useAsTitle: 'email',
    defaultColumns: ['email', 'timeZone', 'createdAt'],
    listSearchableFields: ['email', 'uid'],
    description: 'People who asked for a course. They change and erase their own data with the links in their mail.',
  },
  ...writtenByChannel,
  fields: [
    { name: 'uid', label: 'Permanent id', type: 'text', required: true, unique: true, index: true },
    { name: 'email', label: 'Address', type: 'text', required: true },
    {
      name: 'addressKey',
      label: 'Address, for comparing',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: { description: 'The address in lower case: one person, however they typed it.' },
    },
    { name: 'timeZone', label: 'Time zone', type: 'text', required: true },
  ],
};
