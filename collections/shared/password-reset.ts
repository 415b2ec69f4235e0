import {
  commitTransaction,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type PayloadRequest,
} from 'payload';

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
      return [
        '<p>Somebody asked for a new password for your account at Imprimatur.</p>',
        `<p>Choose it here, within ${Math.round(minutes / 60)} hours: <a href="${link}">${link}</a></p>`,
        '<p>If it was not you, do nothing: your password stays as it is.</p>',
      ].join('\n');
    },
  }) satisfies Exclude<Exclude<CollectionConfig['auth'], boolean | undefined>['forgotPassword'], undefined>;
