import { createHash } from 'node:crypto';
import type { RowChange } from '../../../model/many-rows.ts';
import type { Content, Delivery, DeliveryState } from './delivery.ts';
import { toStored, type Stored } from './documents.ts';

export type PlannedDelivery = Pick<
  Delivery,
  'uid' | 'kind' | 'recipient' | 'enrolmentUid' | 'subscriberUid' | 'courseUid' | 'lessonKey' | 'round'
> & {
  correctionSeq?: number;
  subject?: string;
  resumes?: boolean;
  /** waiting unless it is held for a person */
  state?: 'pending' | 'held-after-restore';
  /** what it may have been made of, when it may have gone out already */
  contents?: Content[];
};

export interface Plan {
  delivery: PlannedDelivery;
  /** what makes it one mail */
  ledgerKey: string;
}

/** One compare and set under a lease. */
export interface Move {
  delivery: Delivery;
  from: DeliveryState[];
  set: Record<string, unknown>;
  contents?: Content[] | undefined;
}

export const changeOf = ({ delivery: { uid, leaseToken }, from, set }: Move): RowChange => ({
  uid,
  expect: { state: from, leaseToken },
  set: toStored(set),
});

/** A claim of one that nobody has had in hand since it was found. */
export const claimOf =
  (data: Record<string, unknown>) =>
  ({ uid, state, leaseToken, dueAt }: Delivery): RowChange => ({
    uid,
    expect: toStored({ state, leaseToken, dueAt }),
    set: toStored(data),
  });

export const rowOf = ({ delivery, ledgerKey }: Plan, now: Date): Stored => ({
  state: 'pending',
  ...toStored({ ...delivery, plannedAt: now, dueAt: now }),
  ledgerKey,
  share: shareOf(delivery.enrolmentUid || ledgerKey),
  tries: 0,
});

const SHARES = 32;

/** One of the 32 shares that mails which are due are taken up by: of a reader's course always the same. */
export const shareOf = (name: string): number => (createHash('sha256').update(name).digest()[0] ?? 0) % SHARES;
