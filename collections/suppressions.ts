import type { CollectionConfig } from 'payload';
import { hiddenFromNonMailers } from './shared/access.ts';
import { writtenByChannel } from './shared/written-by-channel.ts';

/** Addresses that mail must not be sent to. */
export const suppressions: CollectionConfig = {
  slug: 'suppressions',
  labels: { singular: 'Suppressed address', plural: 'Suppressed addresses' },
  admin: {
    group: 'Email',
    hidden: hiddenFromNonMailers,
    useAsTitle: 'addressKey',
    defaultColumns: ['addressKey', 'reason', 'note', 'createdAt'],
    description:
      'Addresses that the mail server says do not exist, and those of readers who complained. Nothing is sent to them, whoever enters them.',
  },
  ...writtenByChannel,
  fields: [
    { name: 'addressKey', label: 'Address', type: 'text', required: true, unique: true, index: true },
    {
      name: 'reason',
      label: 'Reason',
      type: 'select',
      required: true,
      options: [
        { label: 'Bounced: the mailbox does not exist', value: 'bounced' },
        { label: 'Complained: the reader called our mail unwanted', value: 'complained' },
      ],
    },
    { name: 'note', label: 'Note', type: 'text' },
  ],
};
