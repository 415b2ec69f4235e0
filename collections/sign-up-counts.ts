import type { CollectionConfig } from 'payload';
import { nobody } from './shared/access.ts';
import { writtenByChannel } from './shared/written-by-channel.ts';

/** How many requests for courses came from a network, for a mailbox, for a course: names as keyed hashes, for an hour or so. */
export const signUpCounts: CollectionConfig = {
  slug: 'sign-up-counts',
  admin: { hidden: true },
  ...writtenByChannel,
  access: { ...writtenByChannel.access, read: nobody },
  fields: [
    { name: 'counterKey', type: 'text', required: true, unique: true, index: true },
    { name: 'count', type: 'number', required: true },
    { name: 'until', type: 'date', required: true, index: true },
  ],
};
