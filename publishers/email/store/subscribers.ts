import type { MailAddress } from '../address.ts';
import { text, type Documents, type Stored } from './documents.ts';

interface Subscriber {
  uid: string;
  email: string;
  addressKey: string;
  timeZone: string;
}

export interface Subscribers {
  byUid(uid: string): Promise<Subscriber | null>;
  byKey(addressKey: string): Promise<Subscriber | null>;
  /** The subscriber with this address, made if there is none. */
  have(address: MailAddress, fresh: { uid: string; timeZone: string }): Promise<Subscriber>;
  /** All, by uid; a page of them behind `after`. */
  page(after: string, limit: number): Promise<Subscriber[]>;
  remove(uid: string): Promise<void>;
}

export function createSubscribers(documents: Documents): Subscribers {
  const find = async (field: 'uid' | 'addressKey', value: string) => {
    const stored = await documents.findOne('subscribers', { [field]: { equals: value } });
    return stored && toSubscriber(stored);
  };
  return {
    byUid: (uid) => find('uid', uid),
    byKey: (key) => find('addressKey', key),
    async have({ address, key }, { uid, timeZone }) {
      await documents.insertOnce('subscribers', 'addressKey', { uid, email: address, addressKey: key, timeZone });
      const subscriber = await find('addressKey', key);
      if (!subscriber) throw new Error('a subscriber was erased while being looked up');
      return subscriber;
    },
    page: async (after, limit) =>
      (await documents.find('subscribers', { uid: { greater_than: after } }, { limit, sort: 'uid' })).map(toSubscriber),
    remove: (uid) => documents.remove('subscribers', { uid: { equals: uid } }),
  };
}

const toSubscriber = (stored: Stored): Subscriber => ({
  uid: text(stored, 'uid'),
  email: text(stored, 'email'),
  addressKey: text(stored, 'addressKey'),
  timeZone: text(stored, 'timeZone'),
});
