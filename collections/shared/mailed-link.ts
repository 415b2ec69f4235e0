import type { Payload } from 'payload';
import { servicesOf } from '../../editorial/records/services.ts';
import { digestOfToken } from './reset-tokens.ts';

/** What a mailed link to a password is worth now. */
export type MailedLink =
  /** whoever holds it chooses the password of this account, until then */
  | { state: 'open'; invitation: boolean; name: string; email: string; until: string }
  /** `invitation`: one that nobody accepted in time; else the link was used, or is too old */
  | { state: 'ended'; invitation: boolean }
  /** it never led anywhere, or a newer one took its place */
  | { state: 'unknown' };

interface Found {
  name: string;
  email: string;
  invitation?: string | null;
  resetPasswordExpiration?: string | Date | null;
}

/** Looks at a link and changes nothing: mail scanners follow links too. */
export async function readMailedLink(payload: Payload, token: string): Promise<MailedLink> {
  const found = await payload.db.findOne<Found & { id: string }>({
    collection: 'users',
    where: { resetPasswordToken: { equals: digestOfToken(token) } },
  });
  if (!found) return { state: 'unknown' };
  const invitation = Boolean(found.invitation);
  const until = new Date(found.resetPasswordExpiration ?? 0);
  if (until <= servicesOf(payload).now()) return { state: 'ended', invitation };
  return { state: 'open', invitation, name: found.name, email: found.email, until: until.toISOString() };
}
