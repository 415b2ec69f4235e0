import type { CollectionConfig } from 'payload';
import { nobody } from './shared/access.ts';
import { writtenByChannel } from './shared/written-by-channel.ts';

/**
 * How many requests for courses, logins and new passwords came from a network, for a mailbox, for an account: names as
 * keyed hashes, for an hour or so. `shared/request-counts.ts` writes it.
 */
export const requestCounts: CollectionConfig = {
  slug: 'request-counts',
  admin: { hidden: true },
  ...writtenByChannel,
  access: { ...writtenByChannel.access, read: nobody },
  fields: [
    { name: 'counterKey', type: 'text', required: true, unique: true, index: true },
    { name: 'count', type: 'number', required: true },
    { name: 'until', type: 'date', required: true, index: true },
  ],
};
