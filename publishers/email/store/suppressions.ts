import type { Documents } from './documents.ts';

export interface Suppressions {
  has(addressKey: string): Promise<boolean>;
  add(addressKey: string, why: { reason: 'bounced' | 'complained'; note: string }): Promise<void>;
}

export function createSuppressions(documents: Documents): Suppressions {
  return {
    has: async (addressKey) =>
      (await documents.findOne('suppressions', { addressKey: { equals: addressKey } })) !== null,
    async add(addressKey, { reason, note }) {
      await documents.insertOnce('suppressions', 'addressKey', {
        addressKey,
        reason,
        note: note.slice(0, 500),
      });
    },
  };
}
