import type { EmailContext } from '../email-context.ts';

/**
 * Longer than any transaction that tells somebody something: MongoDB ends one after a minute, and SQLite writes one at a
 * time. So all that belongs into a mail is there when it is planned.
 */
const LAG_MS = 65_000;
const PAGE = 500;

/** The account behind a mail of notices; the ledger keeps no other trace of it. */
export const STAFF = 'staff:';

/**
 * Puts notices whose time has come into the ledger, one mail for each person and moment. Any number of workers may run
 * it: the ledger takes a mail once. Answers how many mails it was.
 */
export async function planNotices(context: EmailContext): Promise<number> {
  const { store, now, random } = context;
  let planned = 0;
  for (const { mailKey, recipient } of await store.notices.due(new Date(now().getTime() - LAG_MS), PAGE)) {
    const account = await store.notices.account(recipient);
    const isNew =
      account !== null &&
      (await store.deliveries.plan(
        {
          uid: random(),
          kind: 'notice',
          recipient: account.email,
          subscriberUid: `${STAFF}${recipient}`,
          enrolmentUid: '',
          courseUid: '',
          lessonKey: '',
          round: 0,
        },
        noticeLedgerKey(mailKey),
        now(),
      ));
    await store.notices.planned(mailKey);
    if (isNew) planned += 1;
  }
  return planned;
}

const PREFIX = 'notice|';
const noticeLedgerKey = (mailKey: string): string => `${PREFIX}${mailKey}`;

/** Which notices a mail of the ledger is made of. */
export const mailKeyOf = ({ ledgerKey }: { ledgerKey: string }): string => ledgerKey.slice(PREFIX.length);
