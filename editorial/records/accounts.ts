import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import type { Role } from '../../model/lifecycle.ts';
import type { ClinicianSnapshot } from '../../model/release-row.ts';
import type { DocumentId } from './stored-entry.ts';

/** A member of the staff as the database knows them now, whatever a session or an older line says. */
export interface Account {
  name: string;
  role: Role;
  clinician: ClinicianSnapshot | null;
  /** false without a clinician profile */
  isInGoodStanding: boolean;
}

/** The accounts of these ids, read in the caller's transaction. Whose id is missing from the answer has no account. */
export async function readAccounts(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Account>> {
  const wanted = [...new Set(ids)].flatMap((id) => storedId(req, id));
  const users = await byId(req, 'users', wanted);
  const profiles = await byId(
    req,
    'clinicians',
    users.flatMap(({ clinician }) => profileId(clinician)),
  );
  return new Map(
    users.map(({ id, name, role, clinician }) => {
      const profile = profiles.find((one) => profileId(clinician).includes(one.id));
      const isInGoodStanding = profile?.standing === 'in-good-standing';
      return [String(id), { name, role, clinician: profile ? snapshotOf(profile) : null, isInGoodStanding }];
    }),
  );
}

/** Of these clinicians, by uid, those who are in good standing now. */
export async function readGoodStanding(req: PayloadRequest, uids: readonly string[]): Promise<Set<string>> {
  if (uids.length === 0) return new Set();
  const { docs } = await req.payload.find({
    collection: 'clinicians',
    where: { and: [{ uid: { in: [...new Set(uids)] } }, { standing: { equals: 'in-good-standing' } }] },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { uid: true },
    req,
  });
  return new Set(docs.flatMap(({ uid }) => uid ?? []));
}

const snapshotOf = (profile: DataFromCollectionSlug<'clinicians'>): ClinicianSnapshot => ({
  uid: profile.uid ?? '',
  name: profile.name,
  slug: profile.slug,
  credentials: profile.credentials,
  specialty: profile.specialty,
  registrationBody: profile.registrationBody,
  registrationNumber: profile.registrationNumber,
  demonstration: Boolean(profile.demonstration),
});

async function byId<C extends 'users' | 'clinicians'>(
  req: PayloadRequest,
  collection: C,
  ids: DocumentId[],
): Promise<DataFromCollectionSlug<C>[]> {
  if (ids.length === 0) return [];
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return docs;
}

const profileId = (clinician: DataFromCollectionSlug<'users'>['clinician']): DocumentId[] => {
  if (clinician === null || clinician === undefined) return [];
  return [typeof clinician === 'object' ? clinician.id : clinician];
};

/** An id as this database writes its own; none for what is no id here. */
function storedId({ payload }: PayloadRequest, id: string): DocumentId[] {
  if (payload.db.defaultIDType === 'number') return /^[1-9]\d{0,14}$/.test(id) ? [Number(id)] : [];
  return /^[0-9a-f]{24}$/i.test(id) ? [id] : [];
}
