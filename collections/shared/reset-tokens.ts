import { createHash, randomBytes } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';

const MADE_HERE = 'sha256:';

/** 256 random bits for a link that nobody guesses. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token from a mail or a log: whoever reads the database learns nothing that opens an account. */
export const digestOfToken = (token: string): string =>
  `${MADE_HERE}${createHash('sha256').update(token).digest('hex')}`;

/** Payload stores the token of a forgotten password as it mails it; here its digest takes the place. */
export const keepDigestOfToken: CollectionBeforeChangeHook = ({ data }) => {
  const token: unknown = data.resetPasswordToken;
  if (typeof token !== 'string' || token === '' || token.startsWith(MADE_HERE)) return data;
  return { ...data, resetPasswordToken: digestOfToken(token) };
};

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  args: unknown;
}

/** Looks for the digest of the token that somebody gives. Payload has taken `data` apart already: it is changed in place. */
export const lookForDigest = ({ operation, args }: Asked): void => {
  if (operation !== 'resetPassword') return;
  const { data } = args as { data?: { token?: unknown } };
  if (data && typeof data.token === 'string') data.token = digestOfToken(data.token);
};
