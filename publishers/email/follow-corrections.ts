import type { Release } from '../../model/release-row.ts';
import type { EmailContext } from './email-context.ts';
import { MAY_HAVE_GONE } from './find-original.ts';
import type { Delivery } from './store/delivery.ts';

const PAGE = 100;

/**
 * Plans a correction mail for everyone who was sent what a log row of `since` < seq ≤ `upTo` corrects for
 * safety or withdraws. The ledger takes one per person and row, so it may be repeated.
 */
export async function followCorrections(context: EmailContext, since: number, upTo: number): Promise<void> {
  for (let seq = since; seq < upTo;) {
    const rows = await context.releaseLog.after(seq, PAGE);
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows) if (row.seq <= upTo && isCorrection(row)) await planCorrections(context, row);
    seq = last.seq;
  }
}

const isCorrection = ({ kind, changeKind }: Release) => kind === 'withdrawn' || changeKind === 'safety';

async function planCorrections(context: EmailContext, row: Release): Promise<void> {
  let planned = 0;
  for (let after: string | null = ''; after !== null;) {
    const page: { deliveries: Delivery[]; next: string | null } = await context.store.deliveries.containing(
      row.uid,
      row.seq,
      after,
      PAGE,
    );
    for (const lesson of page.deliveries.filter((delivery) => mayHaveToldOf(delivery, row))) {
      if (await planOne(context, lesson, row)) planned += 1;
    }
    after = page.next;
  }
  if (planned > 0) context.log({ event: 'corrections-planned', seq: row.seq, count: planned });
}

const mayHaveToldOf = ({ kind, state, contents }: Delivery, row: Release) =>
  kind === 'lesson' &&
  MAY_HAVE_GONE.includes(state) &&
  contents.some(({ uid, seq }) => uid === row.uid && seq < row.seq);

const planOne = ({ store, random, now }: EmailContext, lesson: Delivery, { seq }: Release): Promise<boolean> =>
  store.deliveries.plan(
    {
      uid: random(),
      kind: 'correction',
      recipient: lesson.recipient,
      enrolmentUid: lesson.enrolmentUid,
      subscriberUid: lesson.subscriberUid,
      courseUid: lesson.courseUid,
      lessonKey: lesson.lessonKey,
      round: lesson.round,
      correctionSeq: seq,
    },
    `${lesson.subscriberUid}|${seq}|correction`,
    now(),
  );
