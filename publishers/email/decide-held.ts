import type { EmailContext } from './email-context.ts';
import { idsOf } from './record-turn.ts';
import { inStates } from './hold-after-restore.ts';
import type { Delivery } from './store/delivery.ts';
import type { WhichHeld } from './which-held.ts';

/** What the rules of held mail need of the channel. */
export type HeldContext = Pick<EmailContext, 'store' | 'now' | 'log'>;

const DAY = 24 * 3_600_000;
const words = (by: string | undefined) => {
  const hand = by === undefined ? 'by hand' : `by ${by}`;
  return {
    release: `Released ${hand} after a restore.`,
    discard: `Discarded ${hand} after a restore: it is taken for sent before.`,
  };
};

/** Mails that a restore holds, by uid: the order in which they were planned. */
export async function heldMails(context: HeldContext, which: WhichHeld = {}): Promise<Delivery[]> {
  const held: Delivery[] = [];
  for await (const delivery of inStates(context, ['held-after-restore'])) {
    const { kind, courseUid, lessonKey, uid } = which;
    const isOne =
      (kind ?? delivery.kind) === delivery.kind &&
      (courseUid ?? delivery.courseUid) === delivery.courseUid &&
      (lessonKey ?? delivery.lessonKey) === delivery.lessonKey &&
      (uid ?? delivery.uid) === delivery.uid;
    if (isOne) held.push(delivery);
  }
  return held;
}

/** Corrections that a worker will send by itself. */
export async function waitingCorrections(context: HeldContext): Promise<Delivery[]> {
  const waiting: Delivery[] = [];
  for await (const delivery of inStates(context, ['pending', 'deferred']))
    if (delivery.kind === 'correction') waiting.push(delivery);
  return waiting;
}

/**
 * A person's word on mails that a restore holds: they are sent, several of one reader a day apart, or they are not, and
 * count as sent for the corrections to come. `by` is the name that the mails keep. Answers how many.
 */
export async function decideHeld(
  context: HeldContext,
  which: WhichHeld,
  decision: 'release' | 'discard',
  by?: string,
): Promise<number> {
  const { store, now, log } = context;
  const released = new Map<string, number>();
  let decided = 0;
  const held = (await heldMails(context, which)).sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
  for (const delivery of held) {
    const before = released.get(delivery.enrolmentUid) ?? 0;
    const note = words(by)[decision];
    const done = await (decision === 'release'
      ? store.deliveries.advance(delivery, 'held-after-restore', 'pending', {
          note,
          dueAt: new Date(now().getTime() + before * DAY),
        })
      : store.deliveries.advance(delivery, 'held-after-restore', 'discarded', { note, raw: null }));
    if (!done) continue;
    released.set(delivery.enrolmentUid, before + 1);
    decided += 1;
    log({ event: `mail-${decision === 'release' ? 'released' : 'discarded'}`, ...idsOf(delivery) });
  }
  return decided;
}
