import {
  commitTransaction,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type PayloadRequest,
} from 'payload';
import { staffMail } from '../../publishers/html/staff-mail.ts';

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  req: PayloadRequest;
}

/**
 * Payload opens a transaction for `forgotPassword`, writes outside of it and sends the mail before it ends. With one
 * writing connection the write would wait for its own transaction, and every other write with it; and a mail server
 * that stalls would hold both databases. Nothing of it needs one: the transaction ends before its first write.
 */
export const resetOutsideTransaction: CollectionBeforeOperationHook = async ({ operation, req }: Asked) => {
  if (operation === 'forgotPassword') await commitTransaction(req);
};

/**
 * The mail that leads to a new password. Its link begins with `siteUrl`, whatever host the request named, and holds for
 * so many minutes.
 */
export const passwordReset = (siteUrl: string, minutes: number) =>
  ({
    generateEmailSubject: () => 'A new password for Imprimatur',
    generateEmailHTML: ({ token } = {}) => {
      const link = `${siteUrl}/admin/reset/${encodeURIComponent(token ?? '')}`;
      const { html } = staffMail({
        hello: 'Somebody asked for a new password for your account at Imprimatur.',
        why: [],
        button: 'Choose a new password',
        link,
        rest: [
          `The link works once, for ${Math.round(minutes / 60)} hours. After that, ask for another one with “Forgot password?” where you log in.`,
          'If it was not you, do nothing: your password stays as it is.',
        ],
      });
      return html;
    },
  }) satisfies Exclude<Exclude<CollectionConfig['auth'], boolean | undefined>['forgotPassword'], undefined>;
