import type { Documents } from './documents.ts';

export interface Suppressions {
  has(addressKey: string): Promise<boolean>;
  add(addressKey: string, note: string): Promise<void>;
}

export function createSuppressions(documents: Documents): Suppressions {
  return {
    has: async (addressKey) =>
      (await documents.findOne('suppressions', { addressKey: { equals: addressKey } })) !== null,
    async add(addressKey, note) {
      await documents.insertOnce('suppressions', 'addressKey', {
        addressKey,
        reason: 'bounced',
        note: note.slice(0, 500),
      });
    },
  };
}
