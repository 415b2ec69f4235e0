import type { PayloadRequest } from 'payload';
import { readColleagues, type KnownColleague } from '../assignments/colleagues.ts';
import { personOf, type Acting } from '../../model/person.ts';

/** A member of the staff, as rules about persons and about absence look at them. */
export type Known = KnownColleague & Acting & { actor: string; isInGoodStanding: boolean };

/** Everybody on the staff, in the caller's transaction: two queries. */
export async function readStaff(req: PayloadRequest): Promise<Known[]> {
  return (await readColleagues(req)).map((one) => ({
    ...one,
    actor: one.account,
    person: personOf(one.account, one.clinician),
    isInGoodStanding: one.canApprove,
  }));
}
