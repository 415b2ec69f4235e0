import type { PayloadRequest } from 'payload';
import type { Role } from '../../model/lifecycle.ts';
import type { ClinicianSnapshot } from '../../model/release-row.ts';

/** Who takes a verb: a member of the staff, or the clock. */
export interface Actor {
  /** database id as text; null for the clock */
  id: string | null;
  name: string;
  role: Role;
  clinician: ClinicianSnapshot | null;
}

export const CLOCK: Actor = { id: null, name: 'Clock', role: 'admin', clinician: null };

/** The actor behind a logged-in user, with the clinician profile as it is now. */
export async function actorOf(req: PayloadRequest, user: NonNullable<PayloadRequest['user']>): Promise<Actor> {
  const linked = user.clinician;
  const id = typeof linked === 'object' && linked !== null ? linked.id : linked;
  const profile =
    id === null || id === undefined
      ? null
      : await req.payload.findByID({
          collection: 'clinicians',
          id,
          depth: 0,
          overrideAccess: true,
          disableErrors: true,
          req,
        });
  return {
    id: String(user.id),
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
