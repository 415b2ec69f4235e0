import type { Where } from 'payload';
import type { Role } from '../../model/lifecycle.ts';

export type QueueKey = 'in-review' | 'changes-requested' | 'drafts' | 'approved' | 'scheduled' | 'review-due';

/** A list on the desk. The same conditions make its query and its link to the full list. */
export interface Queue {
  key: QueueKey;
  title: string;
  /** what someone should do with what stands here */
  says: string;
  conditions: readonly Condition[];
  sort: string;
}

export type Condition = readonly [
  field: string,
  operator: 'equals' | 'less_than_equal' | 'greater_than',
  value: string,
];

const DAY = 24 * 60 * 60 * 1000;
const REVIEW_WINDOW_DAYS = 60;

/** The desk's queues, for each role what it acts on first. */
export function queuesFor(role: Role, now: Date): Queue[] {
  const all = queues(now);
  return ORDER[role].map((key) => all[key]);
}

export const toWhere = (conditions: readonly Condition[]): Where => ({
  and: conditions.map(([field, operator, value]) => ({ [field]: { [operator]: value } })),
});

/** The query string of Payload's list view that shows the same rows. */
export function toListQuery({ conditions, sort }: Pick<Queue, 'conditions' | 'sort'>): string {
  const query = new URLSearchParams({ sort });
  conditions.forEach(([field, operator, value], i) =>
    query.set(`where[or][0][and][${i}][${field}][${operator}]`, value),
  );
  return query.toString();
}

const ORDER: Record<Role, readonly QueueKey[]> = {
  editor: ['changes-requested', 'drafts', 'approved', 'in-review', 'scheduled', 'review-due'],
  reviewer: ['in-review', 'review-due', 'approved', 'scheduled', 'changes-requested', 'drafts'],
  mailer: ['review-due', 'scheduled', 'approved', 'in-review', 'changes-requested', 'drafts'],
  admin: ['in-review', 'changes-requested', 'approved', 'scheduled', 'review-due', 'drafts'],
};

const queues = (now: Date): Record<QueueKey, Queue> => ({
  'in-review': {
    key: 'in-review',
    title: 'Waiting for review',
    says: 'A clinician must look.',
    conditions: [['state', 'equals', 'in-review']],
    sort: 'updatedAt',
  },
  'changes-requested': {
    key: 'changes-requested',
    title: 'Changes requested',
    says: 'A reviewer sent these back.',
    conditions: [['state', 'equals', 'changes-requested']],
    sort: 'updatedAt',
  },
  drafts: {
    key: 'drafts',
    title: 'Drafts',
    says: 'Saved, not submitted.',
    conditions: [['state', 'equals', 'draft']],
    sort: '-updatedAt',
  },
  approved: {
    key: 'approved',
    title: 'Approved, not released',
    says: 'Ready for readers.',
    conditions: [['state', 'equals', 'approved']],
    sort: 'updatedAt',
  },
  scheduled: {
    key: 'scheduled',
    title: 'Scheduled',
    says: 'Happens automatically at its time.',
    conditions: [['scheduledAt', 'greater_than', '1970-01-01T00:00:00.000Z']],
    sort: 'scheduledAt',
  },
  'review-due': {
    key: 'review-due',
    title: 'Review due',
    says: `Overdue or due within ${REVIEW_WINDOW_DAYS} days.`,
    conditions: [['reviewDue', 'less_than_equal', new Date(now.getTime() + REVIEW_WINDOW_DAYS * DAY).toISOString()]],
    sort: 'reviewDue',
  },
});

/** True when this account changed the entry since its last release, and so cannot approve it. `editors`: of its status row. */
export const wasEditedBy = (editors: unknown, account: string | null): boolean =>
  Array.isArray(editors) &&
  editors.some(
    (editor: unknown) =>
      typeof editor === 'object' &&
      editor !== null &&
      'actor' in editor &&
      editor.actor === account &&
      account !== null,
  );
