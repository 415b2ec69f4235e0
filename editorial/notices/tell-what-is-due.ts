import type { Payload, PayloadRequest } from 'payload';
import { transact } from '../../database/transact.ts';
import { dueRows } from '../records/due-rows.ts';
import { servicesOf } from '../records/services.ts';
import { tellDue } from './tell-due.ts';
import { tellReviewDue } from './tell-review-due.ts';

const WORK = [
  { column: 'noticeDueAt', tell: tellReviewDue },
  { column: 'askNoticeAt', tell: tellDue },
] as const;

/**
 * Tells of days that come near, each of them once: of reviews, and of what somebody was asked for. At most `page` entries
 * of each in one turn, so that a library that is due on one day keeps no planned release waiting. Throws an
 * AggregateError of what failed.
 */
export async function tellWhatIsDue(payload: Payload, { page }: { page: number }): Promise<void> {
  const failures: Error[] = [];
  for (const { column, tell } of WORK) failures.push(...(await tellAll(payload, { column, tell, page })));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '));
}

async function tellAll(
  payload: Payload,
  {
    column,
    tell,
    page,
  }: {
    column: 'noticeDueAt' | 'askNoticeAt';
    tell: (req: PayloadRequest, uid: string) => Promise<void>;
    page: number;
  },
): Promise<Error[]> {
  const failures: Error[] = [];
  let taken = 0;
  for await (const { uid, type } of dueRows(payload, { column, until: servicesOf(payload).now(), page })) {
    try {
      await transact(payload, (req) => tell(req, uid));
      taken += 1;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(new Error(`the notice of ${type} ${uid}: ${reason}`, { cause: error }));
    }
    if (taken >= page) break;
  }
  return failures;
}
