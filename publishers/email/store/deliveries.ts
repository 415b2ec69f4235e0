import { createHash } from 'node:crypto';
import type { Where } from 'payload';
import { inGroups } from '../in-groups.ts';
import type { FrozenMail } from '../mail-transport.ts';
import { contentRows, createDeliveryContents } from './delivery-contents.ts';
import { toDelivery, type Content, type Delivery, type DeliveryKind, type DeliveryState } from './delivery.ts';
import { text, toStored, type Documents } from './documents.ts';
import { changeOf, claimOf, rowOf, type Move, type Plan, type PlannedDelivery } from './ledger-rows.ts';

interface Lease {
  token: string;
  until: Date;
}

export interface Deliveries {
  byUid(uid: string): Promise<Delivery | null>;
  /** Adds it to the ledger; false when the ledger has it already. `ledgerKey` is what makes it one mail. */
  plan(delivery: PlannedDelivery, ledgerKey: string, now: Date): Promise<boolean>;
  /** The same of many that nobody was sent yet; answers the keys of those that are new. */
  planAll(plans: Plan[], now: Date): Promise<Set<string>>;
  /**
   * Waiting or put off until now or earlier: corrections, then confirmations, then notices, then lessons, each the longest
   * waiting first. Of a kind of which many are due, those of this share alone: workers that take different ones are not
   * in each other's way.
   */
  due(now: Date, limit: number, share: number): Promise<Delivery[]>;
  /** Takes due deliveries for one worker; those that another has taken since they were found are left out. */
  claim(due: Delivery[], lease: Lease): Promise<Delivery[]>;
  frozen(uid: string): Promise<Buffer | null>;
  /**
   * Goes from one state to another under the lease, with whatever else asks for that meanwhile. False when the lease is
   * lost.
   */
  advance(
    delivery: Delivery,
    from: DeliveryState | readonly DeliveryState[],
    to: DeliveryState,
    change?: DeliveryChange,
  ): Promise<boolean>;
  /** The same on the way to the wire. What the mail is made of can be found before it stands there. */
  board(claimed: Delivery, boarding: Boarding): Promise<boolean>;
  /** Keeps a waiting mail for a person, with what it may have been made of. Null when it has moved on. */
  hold(delivery: Delivery, note: string, contents: Content[]): Promise<Delivery | null>;
  /** In one of these states; a page of them, by uid, behind `after`. */
  inStates(states: readonly DeliveryState[], after: string, limit: number): Promise<Delivery[]>;
  /** In `state` with a lease that has run out. */
  abandoned(state: 'claimed' | 'on-wire', now: Date, limit: number): Promise<Delivery[]>;
  ofEnrolment(enrolmentUid: string, kind: DeliveryKind): Promise<Delivery[]>;
  /** Lessons that are in the ledger, by enrolment, and no more of each than this. */
  lessonsOf(enrolmentUids: string[]): Promise<Map<string, Pick<Delivery, 'lessonKey' | 'state' | 'round'>[]>>;
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
  raw?: Buffer | null;
}

interface Boarding {
  frozen: FrozenMail;
  /** null of bytes that were kept before, with what they are made of */
  anew: { subject: string; contents: Content[] } | null;
  /** the bytes are kept with it, to be sent again whatever becomes of this worker */
  keepsBytes: boolean;
  tries: number;
  leaseUntil: Date;
}

/** More mails than one person gets from us. */
const MANY = 5000;
const BYTES = ['raw'];
/** As the index has them; Payload would sort by the newest behind it. */
const DUE_ORDER = ['dueAt', 'createdAt'];
/**
 * What goes first. Notices to the staff go before lessons: there is at most one a minute for each of them, and what they
 * tell of, a safety correction that waits for its second clinician, is what readers wait for too.
 */
const URGENCY: Record<DeliveryKind, number> = { correction: 1, confirmation: 2, notice: 3, lesson: 4 };
const BY_URGENCY = (Object.keys(URGENCY) as DeliveryKind[]).sort((a, b) => URGENCY[a] - URGENCY[b]);
const NOTE_LENGTH = 500;

export function createDeliveries(documents: Documents): Deliveries {
  const madeOf = createDeliveryContents(documents);
  const list = async (where: Where, limit: number, sort: string | string[]) =>
    (await documents.find('deliveries', where, { limit, sort, without: BYTES })).map(toDelivery);

  /** Kinds of which more were due than were asked for. */
  const crowded = new Set<DeliveryKind>();
  // State by state: one question for both makes the database sort all that is due for the few that are asked for.
  const bothOf = async (kind: DeliveryKind, now: Date, limit: number, share?: number): Promise<Delivery[]> => {
    const of = async (state: DeliveryState): Promise<Delivery[]> => {
      const where = { kind, state, ...(share === undefined ? {} : { share }) };
      const until = { field: 'dueAt', time: now };
      const question = { where, until, sort: DUE_ORDER, limit, without: BYTES };
      return (await documents.findRows({ collection: 'deliveries', ...question })).map(toDelivery);
    };
    // One that goes from one state to the other between the two questions is in both answers.
    const found = (await Promise.all([of('pending'), of('deferred')])).flat();
    const both = [...new Map(found.map((delivery) => [delivery.uid, delivery])).values()];
    return both.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(0, limit);
  };
  const dueOf = async (kind: DeliveryKind, now: Date, limit: number, share: number): Promise<Delivery[]> => {
    if (crowded.has(kind)) {
      const some = await bothOf(kind, now, limit, share);
      if (some.length === limit) return some;
    }
    const any = await bothOf(kind, now, limit);
    if (any.length === limit) crowded.add(kind);
    else crowded.delete(kind);
    return any;
  };

  /** All that the lanes of a worker want written at one time is one transaction: one move of a mail, no more. */
  const write = inGroups(async (moves: Move[]): Promise<boolean[]> => {
    const rows = moves.flatMap(({ delivery, contents }) => contentRows(delivery, contents ?? []));
    const first = { collection: 'delivery-contents' as const, unique: 'contentKey', owner: 'deliveryUid', rows };
    const changed = await documents.changeEach('deliveries', moves.map(changeOf), first);
    return moves.map(({ delivery }) => changed.has(delivery.uid));
  }, ofDelivery);

  const held = (delivery: Delivery): Where => ({
    and: [
      { uid: { equals: delivery.uid } },
      { state: { equals: delivery.state } },
      { leaseToken: { equals: delivery.leaseToken } },
    ],
  });

  return {
    byUid: async (uid) => (await list({ uid: { equals: uid } }, 1, 'uid'))[0] ?? null,
    async plan(delivery, ledgerKey, now) {
      if (delivery.contents) await madeOf.note(delivery, delivery.contents);
      return documents.insertOnce('deliveries', 'ledgerKey', rowOf({ delivery, ledgerKey }, now));
    },
    planAll: (plans, now) =>
      documents.insertMissing(
        'deliveries',
        'ledgerKey',
        plans.map((plan) => rowOf(plan, now)),
      ),
    async due(now, limit, share) {
      const due: Delivery[] = [];
      for (const kind of BY_URGENCY) {
        const left = limit - due.length;
        if (left > 0) due.push(...(await dueOf(kind, now, left, share)));
      }
      return due;
    },
    async claim(due, { token, until }) {
      const data = { state: 'claimed', leaseToken: token, leaseUntil: until };
      const claimed = await documents.changeEach('deliveries', due.map(claimOf(data)));
      return due
        .filter(({ uid }) => claimed.has(uid))
        .map((delivery) => ({ ...delivery, state: 'claimed', leaseToken: token }));
    },
    async frozen(uid) {
      const stored = await documents.findOne('deliveries', { uid: { equals: uid } });
      const raw = stored ? text(stored, 'raw') : '';
      return raw === '' ? null : Buffer.from(raw, 'base64');
    },
    advance: (delivery, from, to, { note, raw, ...rest } = {}) =>
      write({
        delivery,
        from: [from].flat(),
        set: {
          ...rest,
          state: to,
          ...(raw === undefined ? {} : { raw: raw?.toString('base64') ?? null }),
          ...(note === undefined ? {} : { note: note.slice(0, NOTE_LENGTH) }),
        },
      }),
    board: (delivery, { frozen: { raw, messageId }, anew, keepsBytes, tries, leaseUntil }) =>
      write({
        delivery,
        from: ['claimed'],
        contents: anew?.contents,
        set: {
          ...(anew ? { ...anew, messageId, sha256: sha256(raw), raw: keepsBytes ? raw.toString('base64') : null } : {}),
          ...{ state: 'on-wire', tries, leaseUntil },
        },
      }),
    async hold(delivery, note, contents) {
      await madeOf.note(delivery, contents);
      const data = { state: 'held-after-restore', note: note.slice(0, NOTE_LENGTH), contents };
      const changed = await documents.change('deliveries', held(delivery), data);
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
    async lessonsOf(enrolmentUids) {
      const where: Where = { and: [{ enrolmentUid: { in: enrolmentUids } }, { kind: { equals: 'lesson' } }] };
      const only = ['enrolmentUid', 'lessonKey', 'state', 'round'];
      const found = (await documents.find('deliveries', where, { limit: MANY, only })).map(toDelivery);
      const byEnrolment = new Map<string, Delivery[]>(enrolmentUids.map((uid) => [uid, []]));
      for (const lesson of found) byEnrolment.get(lesson.enrolmentUid)?.push(lesson);
      return byEnrolment;
    },
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
      // In this order: a mail that boards meanwhile finds itself gone, or its contents go with the others.
      await documents.remove('deliveries', { subscriberUid: { equals: subscriberUid } });
      await madeOf.removeOfSubscriber(subscriberUid);
    },
  };
}

/** A worker that is slow looks after its own mails as after those of the dead, and both may want one moved at once. */
const ofDelivery = ({ delivery }: Move): string => delivery.uid;

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
