import { inGroups } from '../in-groups.ts';
import { text, type Documents } from './documents.ts';

export interface Suppressions {
  has(addressKey: string): Promise<boolean>;
  /** Which of these are. */
  among(addressKeys: string[]): Promise<Set<string>>;
  add(addressKey: string, why: { reason: 'bounced' | 'complained'; note: string }): Promise<void>;
}

export function createSuppressions(documents: Documents): Suppressions {
  const among = async (keys: string[]): Promise<Set<string>> => {
    const found = await documents.findRows({ collection: 'suppressions', where: { addressKey: [...new Set(keys)] } });
    return new Set(found.map((stored) => text(stored, 'addressKey')));
  };
  return {
    has: inGroups(async (keys: string[]) => {
      const suppressed = await among(keys);
      return keys.map((key) => suppressed.has(key));
    }),
    among,
    async add(addressKey, { reason, note }) {
      await documents.insertOnce('suppressions', 'addressKey', {
        addressKey,
        reason,
        note: note.slice(0, 500),
      });
    },
  };
}
