import { pbkdf2Sync } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { Verb } from '../../model/lifecycle.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { takeVerb } from '../../editorial/verbs/take-verb.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';

type User = NonNullable<PayloadRequest['user']>;

export interface Staff {
  admin: User;
  editor: User;
  mailer: User;
  reviewer: User;
  secondReviewer: User;
}

export const PASSWORD = 'imprimatur-demo';

/** The five demonstration accounts, the two reviewers with clinician profiles. */
export async function createStaff(payload: Payload): Promise<Staff> {
  const admin = await createUser(payload, 'Demo admin', 'admin@example.com', 'admin');
  const editor = await createUser(payload, 'Demo editor', 'editor@example.com', 'editor');
  const mailer = await createUser(payload, 'Demo mailer', 'mailer@example.com', 'mailer');
  const reviewer = await createUser(
    payload,
    'Demo clinician',
    'reviewer@example.com',
    'reviewer',
    await createClinician(payload, 'Demo clinician', 'DEMO-1'),
  );
  const secondReviewer = await createUser(
    payload,
    'Second demo clinician',
    'second-reviewer@example.com',
    'reviewer',
    await createClinician(payload, 'Second demo clinician', 'DEMO-2'),
  );
  return { admin, editor, mailer, reviewer, secondReviewer };
}

interface ColleagueInput {
  name: string;
  role: User['role'];
  /** a profile that there is, or `own` for a new one */
  clinician?: { profile: DocumentId } | 'own';
}

/** One more account, for a test that must not change those of the others. */
export async function aColleague(payload: Payload, { name, role, clinician }: ColleagueInput): Promise<User> {
  const profile = clinician === 'own' ? await createClinician(payload, name, `DEMO-${name}`) : clinician?.profile;
  return createUser(payload, name, `${slugOf(name)}@example.com`, role, profile);
}

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

async function createClinician(payload: Payload, name: string, registrationNumber: string): Promise<DocumentId> {
  const { id } = await payload.create({
    collection: 'clinicians',
    data: {
      name,
      slug: slugOf(name),
      credentials: 'MBBS (demonstration)',
      specialty: 'Musculoskeletal medicine',
      registrationBody: 'Demonstration register',
      registrationNumber,
      standing: 'in-good-standing',
      demonstration: true,
    },
  });
  return id;
}

async function createUser(
  payload: Payload,
  name: string,
  email: string,
  role: User['role'],
  clinician?: DocumentId,
): Promise<User> {
  // Without Payload's operation: hashing a password anew for every account is most of what it costs.
  const { id } = (await payload.db.create({
    collection: 'users',
    data: {
      name,
      email,
      role,
      profileKey: `test:${email}`,
      ...(clinician === undefined ? {} : { clinician }),
      salt: SALT,
      hash: hashOfPassword(),
    },
  })) as { id: DocumentId };
  const created = await payload.findByID({ collection: 'users', id, depth: 2 });
  return { ...created, collection: 'users' } as unknown as User;
}

const SALT = 'ab'.repeat(32);
let hashed: string | undefined;
/** As Payload stores a password. */
const hashOfPassword = () => (hashed ??= pbkdf2Sync(PASSWORD, SALT, 25_000, 512, 'sha256').toString('hex'));

export const verb = (
  payload: Payload,
  user: User,
  collection: EntryCollection,
  id: DocumentId,
  name: Verb,
  body: Record<string, unknown>,
): Promise<ReviewSheet> => takeVerb({ payload, collection, id, verb: name, body, by: { user } });
