import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import { personOf } from '../../model/person.ts';
import { WHO_MAY } from '../rules/lifecycle.ts';
import type { Colleague } from '../rules/who-is-told.ts';

/** Every account that may approve by its role and has a clinician profile, in the caller's transaction: two queries. */
export async function readClinicianStaff(req: PayloadRequest): Promise<Colleague[]> {
  const { docs: users } = await req.payload.find({
    collection: 'users',
    where: { and: [{ role: { in: [...WHO_MAY.approve] } }, { clinician: { exists: true } }] },
    select: { role: true, clinician: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const ids = users.flatMap(({ clinician }) => profileOf(clinician));
  if (ids.length === 0) return [];
  const { docs: profiles } = await req.payload.find({
    collection: 'clinicians',
    where: { id: { in: ids } },
    select: { uid: true, standing: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return users.flatMap(({ id, role, clinician }) => {
    const [profileId] = profileOf(clinician);
    const profile = profiles.find((one) => one.id === profileId);
    if (!profile) return [];
    const actor = String(id);
    const isInGoodStanding = profile.standing === 'in-good-standing';
    return [{ actor, person: personOf(actor, profile.uid ?? null), role, isInGoodStanding }];
  });
}

const profileOf = (clinician: DataFromCollectionSlug<'users'>['clinician']): (number | string)[] => {
  if (clinician === null || clinician === undefined) return [];
  return [typeof clinician === 'object' ? clinician.id : clinician];
};
