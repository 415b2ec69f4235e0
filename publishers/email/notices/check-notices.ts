import { mailOf } from '../../../model/notices.ts';
import type { EmailContext } from '../email-context.ts';
import type { Delivery } from '../store/delivery.ts';
import type { Account, Notice } from '../store/notices.ts';
import { mailKeyOf, STAFF } from './plan-notices.ts';

/** What a mail of notices says, and to whom. */
export interface NoticesToMail {
  account: Account;
  notices: Notice[];
}

type CheckedNotices = { verdict: 'go'; notices: NoticesToMail } | { verdict: 'never'; note: string };

/** More notices than one person gets in a day. */
const MANY = 1000;

/**
 * Looks again at whoever is told and what they have read: a mail to an account that is gone or has another address now,
 * or about nothing that is new to them, never goes.
 */
export async function checkNotices({ store }: EmailContext, delivery: Delivery): Promise<CheckedNotices> {
  const never = (note: string): CheckedNotices => ({ verdict: 'never', note });
  const account = await store.notices.account(delivery.subscriberUid.slice(STAFF.length));
  if (!account) return never('The account is no more.');
  if (account.email !== delivery.recipient) return never('The account has another address now.');
  const unread = await store.notices.unreadOf(mailKeyOf(delivery), MANY);
  const notices = unread.filter((notice) => mailOf(account.settings, notice) !== 'never');
  if (notices.length === 0) return never('All of it was read in the admin, or is not wanted by mail any more.');
  return { verdict: 'go', notices: { account, notices } };
}
