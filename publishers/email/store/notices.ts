import type { Payload, Where } from 'payload';
import { COLLECTION_OF, type EntryCollection, type EntryType } from '../../../model/entries/types.ts';
import { NOTICE_KINDS, type NoticeKind, type NoticeSettings } from '../../../model/notices.ts';
import { text, type Documents, type Stored } from './documents.ts';

/** A notice, as far as mail may know of it: neither the title of the entry nor what anybody wrote about it. */
export interface Notice {
  kind: NoticeKind;
  named: boolean;
  type: EntryType;
  collection: EntryCollection;
  /** uid of the entry */
  entry: string;
  anchor: string | null;
}

/** A member of the staff, as far as mail to them goes. */
export interface Account {
  name: string;
  email: string;
  settings: NoticeSettings;
}

/** Notices that share one mail. */
interface DueNotices {
  mailKey: string;
  /** account id */
  recipient: string;
}

export interface Notices {
  /** Mails whose time came until this moment and that the ledger may not have yet, the longest due first. */
  due(until: Date, limit: number): Promise<DueNotices[]>;
  /** The ledger has the mail. */
  planned(mailKey: string): Promise<void>;
  /** What of a mail its recipient has not read in the admin, oldest first. */
  unreadOf(mailKey: string, limit: number): Promise<Notice[]>;
  /** The account as it is now; null when it is gone. */
  account(id: string): Promise<Account | null>;
  /** What was due by now and may have been mailed before is not mailed again. */
  dropDue(now: Date): Promise<void>;
}

export function createNotices({ db }: Payload, documents: Documents): Notices {
  return {
    async due(until, limit) {
      const rows = await documents.find('notices', isDue(until), { limit, sort: 'mailDue' });
      const recipients = new Map(rows.map((row) => [text(row, 'mailKey'), text(row, 'recipient')]));
      return [...recipients].map(([mailKey, recipient]) => ({ mailKey, recipient }));
    },
    async planned(mailKey) {
      const where: Where = { and: [{ mailKey: { equals: mailKey } }, { mailState: { equals: 'waiting' } }] };
      await db.updateMany({ collection: 'notices', where, data: { mailState: 'planned' } });
    },
    async unreadOf(mailKey, limit) {
      const where: Where = { and: [{ mailKey: { equals: mailKey } }, { unread: { equals: true } }] };
      const rows = await documents.find('notices', where, { limit, sort: 'uid' });
      return rows.flatMap(toNotice);
    },
    async account(id) {
      const isNumber = db.defaultIDType === 'number';
      if (isNumber ? !/^[1-9]\d{0,14}$/.test(id) : !/^[0-9a-f]{24}$/i.test(id)) return null;
      const found = await db.findOne<Stored & { id: string }>({
        collection: 'users',
        where: { id: { equals: isNumber ? Number(id) : id } },
      });
      if (!found) return null;
      return { name: text(found, 'name'), email: text(found, 'email'), settings: found.notices ?? {} };
    },
    async dropDue(now) {
      await db.updateMany({ collection: 'notices', where: isDue(now), data: { mailState: 'dropped' } });
    },
  };
}

const isDue = (until: Date): Where => ({
  and: [{ mailState: { equals: 'waiting' } }, { mailDue: { less_than_equal: until.toISOString() } }],
});

/** None for what no notice of ours is: whoever can write to the database can write any word. */
function toNotice(row: Stored): Notice[] {
  const kind = NOTICE_KINDS.find((one) => one === row.kind);
  const type = (Object.keys(COLLECTION_OF) as EntryType[]).find((one) => one === row.entryType);
  const [entry, anchor] = [text(row, 'entry'), text(row, 'anchor')];
  if (!kind || !type || !/^[0-9a-f-]{36}$/i.test(entry)) return [];
  return [
    {
      ...{ kind, type, entry },
      named: row.named === true,
      collection: COLLECTION_OF[type],
      anchor: /^[a-z0-9-]{1,100}$/i.test(anchor) ? anchor : null,
    },
  ];
}
