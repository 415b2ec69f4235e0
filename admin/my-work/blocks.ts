import type { Where } from 'payload';
import { REVIEWER_COLUMNS } from '../../editorial/records/queue-columns.ts';
import { WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import { mayAssign } from '../../editorial/rules/assignments.ts';
import type { Role } from '../../model/lifecycle.ts';

export type BlockKey = 'assigned' | 'second' | 'back' | 'needs-reviewer' | 'lapsed' | 'due' | 'ready';

/** A list of my work. The same conditions make its query and its link to the full list. */
export interface Block {
  key: BlockKey;
  title: string;
  /** how it is sorted, or what somebody should know of all of it */
  says: string;
  where: Where;
  sort: string;
}

/** Whose work is looked at: the own account, and those for whom this person stands in today. */
export interface Whose {
  role: Role;
  accounts: readonly string[];
}

const DAY = 24 * 60 * 60 * 1000;

/** The blocks of somebody with this role, the one that cannot wait first. */
export function blocksFor({ role, accounts }: Whose, now: Date): Block[] {
  const writes = WHO_MAY['submit-for-review'].includes(role);
  const approves = WHO_MAY.approve.includes(role);
  const assigns = mayAssign(role);
  const reviews: Where = { or: REVIEWER_COLUMNS.map((column) => ({ [column]: { in: [...accounts] } })) };
  const authors: Where = { assignedAuthor: { in: [...accounts] } };
  const soon = new Date(now.getTime() + 7 * DAY).toISOString();
  const all: [boolean, Block][] = [
    [
      writes || approves,
      {
        key: 'assigned',
        title: 'Assigned to you',
        says: 'safety first, then due',
        where: {
          or: [
            { and: [reviews, { state: { in: ['in-review', 'review-overdue', 'live'] } }] },
            { and: [authors, { state: { in: ['draft', 'approved'] } }] },
          ],
        },
        sort: 'rank',
      },
    ],
    [
      approves,
      {
        key: 'second',
        title: 'Waiting for a second approval',
        says: 'nobody approves twice',
        where: { and: [{ state: { equals: 'in-review' } }, { approvalsGiven: { greater_than: 0 } }] },
        sort: 'rank',
      },
    ],
    [
      writes,
      {
        key: 'back',
        title: 'Sent back to you',
        says: 'a reviewer asked for changes',
        where: { and: [{ state: { equals: 'changes-requested' } }, authors] },
        sort: 'rank',
      },
    ],
    [
      assigns,
      {
        key: 'needs-reviewer',
        title: 'Needs a reviewer',
        says: 'in review, and too few are asked who could still approve',
        where: { needsReviewer: { equals: true } },
        sort: 'rank',
      },
    ],
    [
      writes,
      {
        key: 'lapsed',
        title: 'Schedules that lapsed',
        says: 'nothing happened at the time that was set',
        where: { lapsedAt: { greater_than: '1970-01-01T00:00:00.000Z' } },
        sort: '-lapsedAt',
      },
    ],
    [
      writes || approves,
      {
        key: 'due',
        title: 'Due this week',
        says: 'yours, and not named above',
        where: { and: [{ assignedDue: { less_than_equal: soon } }, { or: [...(reviews.or ?? []), authors] }] },
        sort: 'assignedDue',
      },
    ],
    [
      assigns,
      {
        key: 'ready',
        title: 'Approved, not released',
        says: 'ready for readers',
        where: { state: { equals: 'approved' } },
        sort: 'rank',
      },
    ],
  ];
  return all.flatMap(([isTheirs, block]) => (isTheirs ? [block] : []));
}

/** The review calendar: entries that readers have, by when their review falls due. */
export function calendarOf(now: Date): { label: string; tone: 'late' | 'soon' | 'later'; where: Where }[] {
  const day = (n: number) => new Date(Date.parse(now.toISOString().slice(0, 10)) + n * DAY).toISOString();
  const between = (from: number, until: number): Where => ({
    and: [{ reviewDue: { greater_than_equal: day(from) } }, { reviewDue: { less_than: day(until) } }],
  });
  return [
    { label: 'Overdue', tone: 'late', where: { reviewDue: { less_than: day(0) } } },
    { label: 'Today', tone: 'late', where: between(0, 1) },
    { label: 'In 7 days', tone: 'soon', where: between(1, 8) },
    { label: 'In 30 days', tone: 'soon', where: between(8, 31) },
    { label: 'In 90 days', tone: 'later', where: between(31, 91) },
  ];
}
