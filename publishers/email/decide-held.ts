import type { EmailContext } from './email-context.ts';
import { idsOf } from './record-turn.ts';
import { inStates } from './hold-after-restore.ts';
import type { Delivery, DeliveryKind } from './store/delivery.ts';

/** Which of the held mails; all of them when nothing is named. */
export interface WhichHeld {
  kind?: DeliveryKind | undefined;
  courseUid?: string | undefined;
  lessonKey?: string | undefined;
  /** of one delivery */
  uid?: string | undefined;
}

const DAY = 24 * 3_600_000;
const WORDS = {
  release: 'Released by hand after a restore.',
  discard: 'Discarded by hand after a restore: it is taken for sent before.',
} as const;

/** Mails that a restore holds, by uid: the order in which they were planned. */
export async function heldMails(context: EmailContext, which: WhichHeld = {}): Promise<Delivery[]> {
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
export async function waitingCorrections(context: EmailContext): Promise<Delivery[]> {
  const waiting: Delivery[] = [];
  for await (const delivery of inStates(context, ['pending', 'deferred']))
    if (delivery.kind === 'correction') waiting.push(delivery);
  return waiting;
}

/**
 * A person's word on mails that a restore holds: they are sent, several of one reader a day apart, or they are not, and
 * count as sent for the corrections to come. Answers how many.
 */
export async function decideHeld(
  context: EmailContext,
  which: WhichHeld,
  decision: 'release' | 'discard',
): Promise<number> {
  const { store, now, log } = context;
  const released = new Map<string, number>();
  let decided = 0;
  const held = (await heldMails(context, which)).sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
  for (const delivery of held) {
    const before = released.get(delivery.enrolmentUid) ?? 0;
    const note = WORDS[decision];
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
