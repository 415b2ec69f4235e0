import type { PayloadRequest } from 'payload';
import { absenceOf } from '../records/accounts.ts';
import { standInOf, type Colleague } from '../rules/absence.ts';

/** A team is dozens of people; a list of more would be no list to choose from. */
const MOST_COLLEAGUES = 500;

/** A colleague with the profile that rules about persons compare by. */
export interface KnownColleague extends Colleague {
  /** uid of the clinician profile */
  clinician: string | null;
}

/** Everybody on the staff as they are now, by name: whom one can ask, name, or have stand in. Two queries. */
export async function readColleagues(req: PayloadRequest): Promise<KnownColleague[]> {
  const { docs } = await req.payload.find({
    collection: 'users',
    sort: 'name',
    limit: MOST_COLLEAGUES,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { name: true, role: true, clinician: true, absentFrom: true, absentUntil: true, substitute: true },
    req,
  });
  const linked = docs.flatMap(({ clinician }) => idOf(clinician) ?? []);
  const profiles =
    linked.length === 0
      ? []
      : (
          await req.payload.find({
            collection: 'clinicians',
            where: { id: { in: linked } },
            limit: MOST_COLLEAGUES,
            pagination: false,
            depth: 0,
            overrideAccess: true,
            select: { uid: true, standing: true },
            req,
          })
        ).docs;
  return docs.map((user) => {
    const profile = profiles.find(({ id }) => id === idOf(user.clinician));
    return {
      account: String(user.id),
      name: user.name,
      role: user.role,
      clinician: profile?.uid ?? null,
      canApprove: profile?.standing === 'in-good-standing' && (user.role === 'reviewer' || user.role === 'admin'),
      absence: absenceOf(user),
    };
  });
}

/** Those whose work this person does on that day, because they are away. */
export const standsInFor = (account: string, colleagues: readonly Colleague[], day: string): Colleague[] =>
  colleagues.filter((one) => standInOf(one, colleagues, day)?.account === account);

const idOf = (related: number | string | { id: number | string } | null | undefined) =>
  typeof related === 'object' ? (related?.id ?? null) : (related ?? null);
