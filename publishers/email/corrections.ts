import { setImmediate } from 'node:timers/promises';
import type { Correction } from '../../release-log/follow-log.ts';
import type { EmailContext } from './email-context.ts';
import type { Delivery, DeliveryState } from './store/delivery.ts';

const PAGE = 100;
/**
 * An uncertain mail may well have arrived, and so may one that the ledger no longer knows of because a backup was put
 * back: a correction too many is better than wrong advice left standing.
 */
const SENT: readonly DeliveryState[] = ['accepted', 'uncertain', 'held-after-restore', 'discarded'];
const UNDER_WAY: readonly DeliveryState[] = ['claimed', 'on-wire'];
/** States in which the old text went out or may be going out; a waiting mail is made anew before it is sent. */
const MAY_HAVE_GONE: readonly DeliveryState[] = [...SENT, ...UNDER_WAY];

/**
 * Plans a correction mail for everyone who was sent what a log row of `since` < seq ≤ `upTo` corrects for
 * safety or withdraws: by what was signed, so that a row that somebody changed since still corrects what went out
 * before it. The ledger takes one per person and row, so it may be repeated.
 */
export async function followCorrections(context: EmailContext, since: number, upTo: number): Promise<void> {
  const library = await context.library();
  // The rows between are not known: passing them would leave their corrections out for ever.
  if (library.head < upTo) throw new Error(`the library stands at ${library.head}, before ${upTo}`);
  for (const correction of library.corrections(since, upTo)) {
    await planCorrections(context, correction);
    // Readers have their turn between two of them.
    await setImmediate();
  }
}

async function planCorrections(context: EmailContext, row: Correction): Promise<void> {
  let planned = 0;
  for (let after: string | null = ''; after !== null;) {
    const page: { deliveries: Delivery[]; next: string | null } = await context.store.deliveries.containing(
      row.uid,
      row.seq,
      after,
      PAGE,
    );
    const plans = page.deliveries.filter((delivery) => mayHaveToldOf(delivery, row));
    const isNew = await context.store.deliveries.planAll(
      plans.map((lesson) => correctionOf(context.random(), lesson, row)),
      context.now(),
    );
    planned += isNew.size;
    after = page.next;
  }
  if (planned > 0) context.log({ event: 'corrections-planned', seq: row.seq, count: planned });
}

const mayHaveToldOf = ({ kind, state, contents }: Delivery, row: Correction) =>
  kind === 'lesson' &&
  MAY_HAVE_GONE.includes(state) &&
  contents.some(({ uid, seq }) => uid === row.uid && seq < row.seq);

const correctionOf = (uid: string, lesson: Delivery, { seq }: Correction) => ({
  delivery: {
    uid,
    kind: 'correction' as const,
    recipient: lesson.recipient,
    enrolmentUid: lesson.enrolmentUid,
    subscriberUid: lesson.subscriberUid,
    courseUid: lesson.courseUid,
    lessonKey: lesson.lessonKey,
    round: lesson.round,
    correctionSeq: seq,
  },
  ledgerKey: `${lesson.subscriberUid}|${seq}|correction`,
});

export type Original = { status: 'sent'; original: Delivery } | { status: 'under-way' } | { status: 'none' };

/** The lesson to which a correction is threaded: the last one that this person was sent with the old text in it. */
export async function findOriginal({ store, releaseLog }: EmailContext, correction: Delivery): Promise<Original> {
  const row = await releaseLog.bySeq(correction.correctionSeq ?? 0);
  if (!row) return { status: 'none' };
  const lessons = (await store.deliveries.ofSubscriber(correction.subscriberUid, 'lesson')).filter((delivery) =>
    delivery.contents.some(({ uid, seq }) => uid === row.uid && seq < row.seq),
  );
  const enrolments = await store.enrolments.ofSubscriber(correction.subscriberUid);
  const left = new Set(enrolments.filter(({ nothingMore }) => nothingMore).map(({ uid }) => uid));
  const relevant = lessons.filter(({ enrolmentUid }) => !left.has(enrolmentUid));
  const original = relevant.filter(({ state }) => SENT.includes(state)).at(-1);
  if (original) return { status: 'sent', original };
  return { status: relevant.some(({ state }) => UNDER_WAY.includes(state)) ? 'under-way' : 'none' };
}
