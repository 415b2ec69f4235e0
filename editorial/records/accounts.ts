import type { DataFromCollectionSlug, PayloadRequest, Where } from 'payload';
import type { Role } from '../../model/lifecycle.ts';
import { personOf } from '../../model/person.ts';
import type { ClinicianSnapshot } from '../../model/release-row.ts';
import type { Absence } from '../rules/absence.ts';
import type { Candidate } from '../rules/assignments.ts';
import { once } from './read-once.ts';
import type { DocumentId } from './stored-entry.ts';

/** A member of the staff as the database knows them now, whatever a session or an older line says. */
export interface Account {
  name: string;
  role: Role;
  clinician: ClinicianSnapshot | null;
  /** false without a clinician profile */
  isInGoodStanding: boolean;
  absence: Absence | null;
}

/** Everybody whose standing a decision hangs on, as they are now. */
export interface People {
  /** by account id; whose id is missing has no account */
  accounts: ReadonlyMap<string, Account>;
  /** of the clinicians who were asked for and those of the accounts: the uids of those in good standing */
  inGoodStanding: ReadonlySet<string>;
}

/** Accounts by id and clinicians by uid, read in the caller's transaction: two queries at most. */
export async function readPeople(
  req: PayloadRequest,
  { accounts, clinicians = [] }: { accounts: readonly string[]; clinicians?: readonly string[] },
): Promise<People> {
  const wanted = [...new Set(accounts)].flatMap((id) => storedId(req, id));
  const users = await find(req, 'users', [{ id: { in: wanted } }], wanted.length);
  const linked = users.flatMap(({ clinician }) => profileId(clinician));
  const named: Where[] = [{ id: { in: linked } }, { uid: { in: [...new Set(clinicians)] } }];
  const profiles = await find(req, 'clinicians', named, linked.length + clinicians.length);
  const standing = profiles.filter((one) => one.standing === 'in-good-standing');
  return {
    accounts: new Map(
      users.map((user) => {
        const { id, name, role, clinician } = user;
        const profile = profiles.find((one) => profileId(clinician).includes(one.id));
        const isInGoodStanding = profile !== undefined && standing.includes(profile);
        const snapshot = profile ? snapshotOf(profile) : null;
        return [String(id), { name, role, clinician: snapshot, isInGoodStanding, absence: absenceOf(user) }];
      }),
    ),
    inGoodStanding: new Set(standing.flatMap(({ uid }) => uid ?? [])),
  };
}

/** An account as rules about assignments look at it; null for one that is gone. */
export function candidateOf({ accounts }: People, account: string): Candidate | null {
  const known = accounts.get(account);
  if (!known) return null;
  const { name, role, clinician, isInGoodStanding } = known;
  const person = personOf(account, clinician?.uid ?? null);
  return { actor: account, person, name, role, hasClinician: clinician !== null, isInGoodStanding };
}

/** When the person is away, as their account says it; null while it says none. */
export const absenceOf = ({
  absentFrom,
  absentUntil,
  substitute,
}: Pick<DataFromCollectionSlug<'users'>, 'absentFrom' | 'absentUntil' | 'substitute'>): Absence | null =>
  absentFrom && absentUntil
    ? { from: absentFrom.slice(0, 10), until: absentUntil.slice(0, 10), substitute: substitute ?? null }
    : null;

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

/** Who is meant by any of these; nobody, and no question, when the number of them is 0. */
async function find<C extends 'users' | 'clinicians'>(
  req: PayloadRequest,
  collection: C,
  or: Where[],
  asked: number,
): Promise<DataFromCollectionSlug<C>[]> {
  if (asked === 0) return [];
  return once(req, [collection, or], async () => {
    const { docs } = await req.payload.find({
      collection,
      where: { or },
      limit: 0,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    });
    return docs;
  });
}

const profileId = (clinician: DataFromCollectionSlug<'users'>['clinician']): DocumentId[] => {
  if (clinician === null || clinician === undefined) return [];
  return [typeof clinician === 'object' ? clinician.id : clinician];
};

/** An id as this database writes its own; none for what is no id here. */
export function storedId({ payload }: PayloadRequest, id: string): DocumentId[] {
  if (payload.db.defaultIDType === 'number') return /^[1-9]\d{0,14}$/.test(id) ? [Number(id)] : [];
  return /^[0-9a-f]{24}$/i.test(id) ? [id] : [];
}
