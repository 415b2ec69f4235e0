import type { Endpoint, SanitizedConfig } from 'payload';
import { urgently } from '../../../database/disk-room.ts';
import { TransientError } from '../../../database/transact.ts';
import { databaseTrouble } from '../../../model/database-trouble.ts';

/** Lets people log in on a full disk, with the room that is kept for withdrawals: without, nobody could withdraw. */
export function loginGetsRoom(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { endpoints } = collection;
    if (collection.slug === 'users' && endpoints) {
      collection.endpoints = endpoints.map((each) => (each.path === '/login' ? withRoom(each) : each));
    }
  }
  return config;
}

const withRoom = (login: Endpoint): Endpoint => ({
  ...login,
  handler: async (req) => {
    let asked = false;
    const once = (): Promise<Response> => {
      // The body was read: the door hands the request in anew.
      if (asked) throw new TransientError('There is room now; try again.');
      asked = true;
      return Promise.resolve(login.handler(req));
    };
    return urgently(req.payload, 'a login', once, (error) => databaseTrouble(error) === 'full');
  },
});
