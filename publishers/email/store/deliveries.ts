import { createHash } from 'node:crypto';
import type { Where } from 'payload';
import type { FrozenMail } from '../mail-transport.ts';
import { createDeliveryContents } from './delivery-contents.ts';
import { toDelivery, type Content, type Delivery, type DeliveryKind, type DeliveryState } from './delivery.ts';
import { text, toStored, type Documents } from './documents.ts';

type PlannedDelivery = Pick<
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

interface Lease {
  token: string;
  until: Date;
}

export interface Deliveries {
  byUid(uid: string): Promise<Delivery | null>;
  /** Adds it to the ledger; false when the ledger has it already. `ledgerKey` is what makes it one mail. */
  plan(delivery: PlannedDelivery, ledgerKey: string, now: Date): Promise<boolean>;
  /** Waiting or put off until now or earlier: corrections, then confirmations, then notices, then lessons, each the longest waiting first. */
  due(now: Date, limit: number): Promise<Delivery[]>;
  /** Takes a due delivery for one worker; null when another was faster. */
  claim(delivery: Delivery, lease: Lease, now: Date): Promise<Delivery | null>;
  /** Keeps the bytes under the lease, after what they are made of can be found. False when the lease is lost. */
  freeze(delivery: Delivery, frozen: FrozenMail, about: { subject: string; contents: Content[] }): Promise<boolean>;
  frozen(uid: string): Promise<Buffer | null>;
  /** Goes from one state to another under the lease. Null when the lease is lost. */
  advance(
    delivery: Delivery,
    from: DeliveryState,
    to: DeliveryState,
    change?: DeliveryChange,
  ): Promise<Delivery | null>;
  /** Keeps a waiting mail for a person, with what it may have been made of. Null when it has moved on. */
  hold(delivery: Delivery, note: string, contents: Content[]): Promise<Delivery | null>;
  /** In one of these states; a page of them, by uid, behind `after`. */
  inStates(states: readonly DeliveryState[], after: string, limit: number): Promise<Delivery[]>;
  /** In `state` with a lease that has run out. */
  abandoned(state: 'claimed' | 'on-wire', now: Date, limit: number): Promise<Delivery[]>;
  ofEnrolment(enrolmentUid: string, kind: DeliveryKind): Promise<Delivery[]>;
  ofSubscriber(subscriberUid: string, kind: DeliveryKind): Promise<Delivery[]>;
  /** Deliveries that were ever made of a release of `uid` before `seq`; a page of them after `after`. */
  containing(
    uid: string,
    seq: number,
    after: string,
    limit: number,
  ): Promise<{ deliveries: Delivery[]; next: string | null }>;
  makeDueNow(delivery: Delivery, now: Date): Promise<void>;
  removeOfSubscriber(subscriberUid: string): Promise<void>;
}

interface DeliveryChange {
  note?: string;
  dueAt?: Date;
  tries?: number;
  acceptedAt?: Date;
  leaseUntil?: Date | null;
  raw?: null;
}

/** More mails than one person gets from us. */
const MANY = 5000;
const BYTES = ['raw'];
/**
 * What goes first. Notices to the staff go before lessons: there is at most one a minute for each of them, and what they
 * tell of, a safety correction that waits for its second clinician, is what readers wait for too.
 */
const URGENCY: Record<DeliveryKind, number> = { correction: 1, confirmation: 2, notice: 3, lesson: 4 };
const BY_URGENCY = (Object.keys(URGENCY) as DeliveryKind[]).sort((a, b) => URGENCY[a] - URGENCY[b]);
const NOTE_LENGTH = 500;

export function createDeliveries(documents: Documents): Deliveries {
  const madeOf = createDeliveryContents(documents);
  const list = async (where: Where, limit: number, sort: string) =>
    (await documents.find('deliveries', where, { limit, sort, without: BYTES })).map(toDelivery);

  // State by state: one question for both makes the database sort all that is due for the few that are asked for.
  const dueOf = async (kind: Delivery['kind'], now: Date, limit: number): Promise<Delivery[]> => {
    const of = (state: DeliveryState): Promise<Delivery[]> => {
      const isDue: Where[] = [{ kind: { equals: kind } }, { state: { equals: state } }];
      return list({ and: [...isDue, { dueAt: { less_than_equal: now.toISOString() } }] }, limit, 'dueAt');
    };
    const both = (await Promise.all([of('pending'), of('deferred')])).flat();
    return both.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(0, limit);
  };

  const held = (delivery: Delivery, state: DeliveryState): Where => ({
    and: [
      { uid: { equals: delivery.uid } },
      { state: { equals: state } },
      { leaseToken: { equals: delivery.leaseToken } },
    ],
  });

  return {
    byUid: async (uid) => (await list({ uid: { equals: uid } }, 1, 'uid'))[0] ?? null,
    async plan(delivery, ledgerKey, now) {
      if (delivery.contents) await madeOf.note(delivery, delivery.contents);
      return documents.insertOnce('deliveries', 'ledgerKey', {
        state: 'pending',
        ...toStored({ ...delivery, plannedAt: now, dueAt: now }),
        ledgerKey,
        tries: 0,
      });
    },
    async due(now, limit) {
      const due: Delivery[] = [];
      for (const kind of BY_URGENCY) {
        const left = limit - due.length;
        if (left > 0) due.push(...(await dueOf(kind, now, left)));
      }
      return due;
    },
    async claim(delivery, lease, now) {
      const where: Where = {
        and: [
          { uid: { equals: delivery.uid } },
          { state: { in: ['pending', 'deferred'] } },
          { dueAt: { less_than_equal: now.toISOString() } },
        ],
      };
      const data = { state: 'claimed', leaseToken: lease.token, leaseUntil: lease.until };
      const claimed = await documents.change('deliveries', where, toStored(data));
      return claimed && toDelivery(claimed);
    },
    async freeze(delivery, { raw, messageId }, { subject, contents }) {
      await madeOf.note(delivery, contents);
      const data = { raw: raw.toString('base64'), sha256: sha256(raw), messageId, subject, contents };
      return (await documents.change('deliveries', held(delivery, 'claimed'), data)) !== null;
    },
    async frozen(uid) {
      const stored = await documents.findOne('deliveries', { uid: { equals: uid } });
      const raw = stored ? text(stored, 'raw') : '';
      return raw === '' ? null : Buffer.from(raw, 'base64');
    },
    async advance(delivery, from, to, change = {}) {
      const { note, ...rest } = change;
      const data = toStored({
        ...rest,
        state: to,
        ...(note === undefined ? {} : { note: note.slice(0, NOTE_LENGTH) }),
      });
      const changed = await documents.change('deliveries', held(delivery, from), data);
      return changed && toDelivery(changed);
    },
    async hold(delivery, note, contents) {
      await madeOf.note(delivery, contents);
      const data = { state: 'held-after-restore', note: note.slice(0, NOTE_LENGTH), contents };
      const changed = await documents.change('deliveries', held(delivery, delivery.state), data);
      return changed && toDelivery(changed);
    },
    inStates: (states, after, limit) =>
      list({ and: [{ state: { in: [...states] } }, { uid: { greater_than: after } }] }, limit, 'uid'),
    abandoned: (state, now, limit) =>
      list(
        { and: [{ state: { equals: state } }, { leaseUntil: { less_than: now.toISOString() } }] },
        limit,
        'leaseUntil',
      ),
    ofEnrolment: (enrolmentUid, kind) =>
      list({ and: [{ enrolmentUid: { equals: enrolmentUid } }, { kind: { equals: kind } }] }, MANY, 'uid'),
    ofSubscriber: (subscriberUid, kind) =>
      list({ and: [{ subscriberUid: { equals: subscriberUid } }, { kind: { equals: kind } }] }, MANY, 'uid'),
    async containing(uid, seq, after, limit) {
      const { uids, next } = await madeOf.before(uid, seq, after, limit);
      const deliveries = uids.length === 0 ? [] : await list({ uid: { in: uids } }, limit, 'uid');
      return { deliveries, next };
    },
    async makeDueNow(delivery, now) {
      const where: Where = { and: [{ uid: { equals: delivery.uid } }, { state: { equals: 'pending' } }] };
      await documents.change('deliveries', where, toStored({ dueAt: now }));
    },
    async removeOfSubscriber(subscriberUid) {
      await madeOf.removeOfSubscriber(subscriberUid);
      await documents.remove('deliveries', { subscriberUid: { equals: subscriberUid } });
    },
  };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
