import type { EmailContext } from './email-context.ts';
import type { Delivery } from './store/delivery.ts';
import { shareOf } from './store/ledger-rows.ts';

const MINUTE = 60_000;
/** A worker that has not got a mail onto the wire by then is taken for dead. */
const CLAIM_LEASE_MS = 3 * MINUTE;
/** What waits in this worker's hand for so long is given back to whoever is free. */
const IN_HAND_MS = MINUTE;
/** Mails looked up at once. */
const MOST = 50;
/** What has become due meanwhile is seen this soon, however long another mail takes. */
const LOOK_AGAIN_MS = 1000;
/** Kinds that a lane is kept for, and that go before what is in hand already. */
export const URGENT: readonly Delivery['kind'][] = ['correction', 'confirmation'];

export interface TakeUp {
  /**
   * Claims what is due, when nothing is in hand or the last look is a second ago. `lanes` are free. True when something
   * was due, though another worker may have taken it.
   */
  look(lanes: number): Promise<boolean>;
  /** The most urgent mail in hand; no lesson or notice when `urgentOnly`. */
  next(urgentOnly: boolean): Delivery | null;
  /** A mail of this worker has had its turn. */
  ended(): void;
  /** Lets others have what has been in hand for a minute; what that fails for stays in hand. */
  giveBackStale(): Promise<void>;
  /** Lets others have what is in hand. */
  giveBack(): Promise<void>;
}

/**
 * The mails that a worker has claimed and not begun: as many as it has sent in the last second, at least one for each free
 * lane and at most 50, so that claiming costs little and no other worker waits for what this one cannot send.
 */
export function createTakeUp({ store, now, random }: EmailContext): TakeUp {
  // What was put back to be looked at again is left to the next pass, so that a pass has an end.
  const tried = new Set<string>();
  let inHand: { delivery: Delivery; since: number }[] = [];
  let ends: number[] = [];
  let lookedAt = -Infinity;

  const giveBack = async (those: Delivery[]) => {
    // Grouped by the ledger: one call for all.
    await Promise.all(those.map((one) => store.deliveries.advance(one, 'claimed', 'pending', { leaseUntil: null })));
  };

  return {
    async look(lanes) {
      const at = performance.now();
      if (inHand.length > 0 && at - lookedAt < LOOK_AGAIN_MS) return true;
      lookedAt = at;
      ends = ends.filter((end) => at - end < LOOK_AGAIN_MS);
      const pace = Math.min(MOST, Math.max(lanes, ends.length));
      const due = (await store.deliveries.due(now(), pace + lanes, shareOf(random()))).filter(
        ({ uid }) => !tried.has(uid),
      );
      const urgent = due.filter(({ kind }) => URGENT.includes(kind)).slice(0, pace);
      const others = due
        .filter(({ kind }) => !URGENT.includes(kind))
        .slice(0, Math.max(0, pace - inHand.length - urgent.length));
      const lease = { token: random(), until: new Date(now().getTime() + CLAIM_LEASE_MS) };
      const chosen = [...urgent, ...others];
      const claimed = chosen.length > 0 ? await store.deliveries.claim(chosen, lease) : [];
      for (const { uid } of claimed) tried.add(uid);
      const taken = claimed.map((delivery) => ({ delivery, since: at }));
      const isUrgent = ({ delivery }: { delivery: Delivery }) => URGENT.includes(delivery.kind);
      const all = [...inHand, ...taken];
      inHand = [...all.filter(isUrgent), ...all.filter((one) => !isUrgent(one))];
      return chosen.length > 0;
    },
    next(urgentOnly) {
      const at = inHand.findIndex(({ delivery }) => !urgentOnly || URGENT.includes(delivery.kind));
      return at < 0 ? null : (inHand.splice(at, 1)[0]?.delivery ?? null);
    },
    ended: () => void ends.push(performance.now()),
    async giveBackStale() {
      const stale = inHand.filter(({ since }) => performance.now() - since > IN_HAND_MS);
      await giveBack(stale.map(({ delivery }) => delivery));
      inHand = inHand.filter((one) => !stale.includes(one));
    },
    async giveBack() {
      const all = inHand.map(({ delivery }) => delivery);
      inHand = [];
      await giveBack(all);
    },
  };
}
