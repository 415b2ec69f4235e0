import type { EmailContext } from './email-context.ts';
import { planNotices } from './notices/plan-notices.ts';
import { planLessons } from './plan-lessons.ts';
import { recoverAbandoned } from './recover.ts';
import type { Turn } from './record-turn.ts';
import { sendDue } from './send-due.ts';

/** What one pass did, in numbers of deliveries. */
export interface PassReport {
  /** accepted by the mail server */
  sent: number;
  /** rejected for good */
  failed: number;
  deferred: number;
  uncertain: number;
  suppressed: number;
  /** lessons put into the ledger */
  planned: number;
  /** taken over from workers that stopped */
  recovered: number;
}

/** Takes over what dead workers left and plans the lessons and notices that are due. Waits for no mail server. */
export async function prepareDue(context: EmailContext): Promise<Pick<PassReport, 'recovered' | 'planned'>> {
  const recovered = await recoverAbandoned(context);
  const planned = await planLessons(context);
  await planNotices(context);
  return { recovered, planned };
}

/** One pass over everything that is due: plans, then sends. Any number of workers may run it at once. */
export async function runDue(context: EmailContext): Promise<PassReport> {
  const prepared = await prepareDue(context);
  const turns = await sendDue(context);
  const counted = (state: Turn) => turns.filter((turn) => turn === state).length;
  return {
    sent: counted('accepted'),
    failed: counted('rejected'),
    deferred: counted('deferred'),
    uncertain: counted('uncertain'),
    suppressed: counted('suppressed'),
    ...prepared,
  };
}
