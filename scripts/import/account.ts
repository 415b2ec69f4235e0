import type { Payload } from 'payload';
import { Refusal } from '../backup/manifest.ts';
import type { User } from '../seed/accounts.ts';

/** The account in whose name content comes in: it counts as its author. Refuses one that may not write all of it. */
export async function accountOf(payload: Payload, email: string): Promise<User> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
    limit: 1,
    depth: 1,
    overrideAccess: true,
  });
  const [user] = docs;
  if (!user) throw new Refusal(`There is no account ${email}.`);
  if (user.role !== 'editor' && user.role !== 'admin')
    throw new Refusal(`${email} is a ${user.role}: content is taken in by an editor or an admin.`);
  return { ...user, collection: 'users' };
}
