import type { PayloadRequest } from 'payload';
import type { Role } from '../../model/lifecycle.ts';
import { personOf, type Acting } from '../../model/person.ts';
import type { ClinicianSnapshot } from '../../model/release-row.ts';
import type { DocumentId } from './stored-entry.ts';

/** Who takes a verb: a member of the staff, or the clock. */
export interface Actor extends Acting {
  name: string;
  role: Role;
  clinician: ClinicianSnapshot | null;
}

export const CLOCK: Actor = { actor: null, person: null, name: 'Clock', role: 'admin', clinician: null };

type User = NonNullable<PayloadRequest['user']>;

/** The actor behind a logged-in user, with the clinician profile as it is now. */
export async function actorOf(req: PayloadRequest, user: User): Promise<Actor> {
  const profile = await readProfile(req, profileId(user));
  const account = String(user.id);
  return {
    actor: account,
    person: personOf(account, profile?.uid ?? null),
    name: user.name,
    role: user.role,
    clinician: profile
      ? {
          uid: profile.uid ?? '',
          name: profile.name,
          slug: profile.slug,
          credentials: profile.credentials,
          specialty: profile.specialty,
          registrationBody: profile.registrationBody,
          registrationNumber: profile.registrationNumber,
          demonstration: Boolean(profile.demonstration),
        }
      : null,
  };
}

/** Whoever saves a document: the account and the person behind it. */
export async function editorOf(req: PayloadRequest, user: User): Promise<Acting & { name: string }> {
  const { clinician } = user;
  const profile = typeof clinician === 'object' ? clinician : await readProfile(req, profileId(user));
  const account = String(user.id);
  return { actor: account, person: personOf(account, profile?.uid ?? null), name: user.name };
}

function profileId({ clinician }: User): DocumentId | null {
  if (clinician === null || clinician === undefined) return null;
  return typeof clinician === 'object' ? clinician.id : clinician;
}

const readProfile = async (req: PayloadRequest, id: DocumentId | null) =>
  id === null
    ? null
    : req.payload.findByID({
        collection: 'clinicians',
        id,
        depth: 0,
        overrideAccess: true,
        disableErrors: true,
        req,
      });
