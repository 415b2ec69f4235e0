import type { Payload, PayloadRequest } from 'payload';
import { OF_THE_DEMONSTRATION } from '../../collections/shared/new-accounts.ts';

export type User = NonNullable<PayloadRequest['user']>;

export const DEMO_PASSWORD = 'imprimatur-demo';

const CLINICIANS = [
  { name: 'Demo clinician', slug: 'demo-clinician', number: 'DEMO-0001', specialty: 'Musculoskeletal medicine' },
  { name: 'Second demo clinician', slug: 'second-demo-clinician', number: 'DEMO-0002', specialty: 'General practice' },
] as const;

export const DEMO_ACCOUNTS = [
  { name: 'Demo admin', email: 'admin@example.com', role: 'admin', clinician: null },
  { name: 'Demo editor', email: 'editor@example.com', role: 'editor', clinician: null },
  { name: 'Demo mailer', email: 'mailer@example.com', role: 'mailer', clinician: null },
  { name: 'Demo clinician', email: 'reviewer@example.com', role: 'reviewer', clinician: 'demo-clinician' },
  {
    name: 'Second demo clinician',
    email: 'second-reviewer@example.com',
    role: 'reviewer',
    clinician: 'second-demo-clinician',
  },
] as const;

export type DemoEmail = (typeof DEMO_ACCOUNTS)[number]['email'];

/** The demonstration accounts, made where missing. None of them is a real person, and each says so. */
export async function ensureAccounts(payload: Payload): Promise<Map<DemoEmail, User>> {
  const profiles = new Map<string, number | string>();
  for (const { number, ...clinician } of CLINICIANS) {
    const where = { slug: { equals: clinician.slug } };
    const { docs } = await payload.find({ collection: 'clinicians', where, limit: 1, depth: 0 });
    const profile =
      docs[0] ??
      (await payload.create({
        collection: 'clinicians',
        data: {
          ...clinician,
          credentials: 'Made up for this demonstration',
          registrationBody: 'No register',
          registrationNumber: number,
          standing: 'in-good-standing',
          demonstration: true,
        },
      }));
    profiles.set(clinician.slug, profile.id);
  }
  const users = new Map<DemoEmail, User>();
  for (const { clinician, ...account } of DEMO_ACCOUNTS) {
    const where = { email: { equals: account.email } };
    const { docs } = await payload.find({ collection: 'users', where, limit: 1, depth: 0 });
    const user =
      docs[0] ??
      (await payload.create({
        collection: 'users',
        context: OF_THE_DEMONSTRATION,
        data: {
          ...account,
          password: DEMO_PASSWORD,
          ...(clinician ? { clinician: profiles.get(clinician) as never } : {}),
        },
      }));
    users.set(account.email, { ...user, collection: 'users' });
  }
  return users;
}
