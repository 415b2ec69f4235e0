import type { PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import type { EntryType } from '../../model/entries/types.ts';
import { mailOf, type NoticeKind, type NoticeSettings } from '../../model/notices.ts';
import { storedId } from '../records/accounts.ts';
import { mailDueAt } from './mail-due.ts';

/** Somebody who is told. */
export interface Recipient {
  /** database id of the account as text */
  account: string;
  /** meant by name, not as one of all who may act: mailed at once unless they chose otherwise */
  named: boolean;
}

export interface NewNotice {
  kind: NoticeKind;
  entry: { type: EntryType; uid: string; title: string };
  to: readonly Recipient[];
  /** the account that caused it, which is told nothing; null for the clock */
  by: string | null;
  /** what happened, in at most 200 characters: each person is told once of one kind, entry and occasion */
  occasion: string;
  /** for the staff: never in a mail */
  detail?: string | null;
  /** where on the review screen it leads, without `#`: letters, digits and `-` */
  anchor?: string | null;
  at: Date;
}

const MOST_DETAIL = 1000;

/**
 * Tells members of the staff something, in the caller's transaction: a row each in `notices`, which the admin shows and
 * the email channel mails as they chose. Tells nobody of what they did themselves, nobody twice of one occasion, and no
 * account that is gone. Answers how many were told.
 */
export async function notify(req: PayloadRequest, notice: NewNotice): Promise<number> {
  const { kind, entry, by, at, occasion, detail = null, anchor = null } = notice;
  const to = onceEach(notice.to.filter(({ account }) => account !== by));
  const accounts = await readAccounts(req, to);
  const keyOf = (account: string) => [account, entry.uid, kind, occasion].join('|');
  const known = await keysAmong(req, [...accounts.keys()].map(keyOf));
  const told = to.filter(({ account }) => accounts.has(account) && !known.has(keyOf(account)));
  for (const { account, named } of told) {
    const settings = accounts.get(account) ?? {};
    const mailDue = mailDueAt(at, mailOf(settings, { kind, named }), settings);
    await req.payload.db.create({
      collection: 'notices',
      data: {
        uid: uuidv7(),
        noticeKey: keyOf(account),
        recipient: account,
        kind,
        named,
        entryType: entry.type,
        entry: entry.uid,
        title: entry.title,
        detail: detail?.slice(0, MOST_DETAIL) ?? null,
        anchor,
        at: at.toISOString(),
        unread: true,
        readAt: null,
        mailState: mailDue ? 'waiting' : 'none',
        mailDue: mailDue?.toISOString() ?? null,
        mailKey: mailDue ? `${account}|${mailDue.toISOString()}` : null,
      },
      req,
      returning: false,
    });
  }
  return told.length;
}

/** Who is named and one of all who may act is named. */
function onceEach(to: readonly Recipient[]): Recipient[] {
  const named = new Map<string, boolean>();
  for (const one of to) named.set(one.account, one.named || (named.get(one.account) ?? false));
  return [...named].map(([account, isNamed]) => ({ account, named: isNamed }));
}

/** What those of them who have an account chose, by account. */
async function readAccounts(req: PayloadRequest, to: readonly Recipient[]): Promise<Map<string, NoticeSettings>> {
  const ids = to.flatMap(({ account }) => storedId(req, account));
  if (ids.length === 0) return new Map();
  const { docs } = await req.payload.db.find<{ id: number | string; notices?: NoticeSettings | null }>({
    collection: 'users',
    where: { id: { in: ids } },
    select: { notices: true },
    pagination: false,
    limit: 0,
    req,
  });
  return new Map(docs.map(({ id, notices }) => [String(id), notices ?? {}]));
}

async function keysAmong(req: PayloadRequest, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { docs } = await req.payload.db.find<{ id: number | string; noticeKey: string }>({
    collection: 'notices',
    where: { noticeKey: { in: [...keys] } },
    sort: 'noticeKey',
    select: { noticeKey: true },
    pagination: false,
    limit: 0,
    req,
  });
  return new Set(docs.map(({ noticeKey }) => noticeKey));
}
