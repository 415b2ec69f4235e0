import type { Payload, PayloadRequest } from 'payload';
import type { EntryCollection } from '../../model/content.ts';
import type { Verb } from '../../model/lifecycle.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { takeVerb } from '../../editorial/verbs/take-verb.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';

type User = NonNullable<PayloadRequest['user']>;

export interface Staff {
  admin: User;
  editor: User;
  reviewer: User;
  secondReviewer: User;
}

export const PASSWORD = 'imprimatur-demo';

/** The four demonstration accounts, the two reviewers with clinician profiles. */
export async function createStaff(payload: Payload): Promise<Staff> {
  const clinician = (name: string, number: string) =>
    payload.create({
      collection: 'clinicians',
      data: {
        name,
        slug: name.toLowerCase().replaceAll(' ', '-'),
        credentials: 'MBBS (demonstration)',
        specialty: 'Musculoskeletal medicine',
        registrationBody: 'Demonstration register',
        registrationNumber: number,
        demonstration: true,
      },
    });
  const user = async (name: string, email: string, role: User['role'], profile?: { id: DocumentId }): Promise<User> => {
    const created = await payload.create({
      collection: 'users',
      data: { name, email, role, password: PASSWORD, ...(profile ? { clinician: profile.id as never } : {}) },
    });
    return { ...created, collection: 'users' } as unknown as User;
  };
  const admin = await user('Demo admin', 'admin@example.com', 'admin');
  const editor = await user('Demo editor', 'editor@example.com', 'editor');
  const reviewer = await user(
    'Demo clinician',
    'reviewer@example.com',
    'reviewer',
    await clinician('Demo clinician', 'DEMO-1'),
  );
  const secondReviewer = await user(
    'Second demo clinician',
    'second-reviewer@example.com',
    'reviewer',
    await clinician('Second demo clinician', 'DEMO-2'),
  );
  return { admin, editor, reviewer, secondReviewer };
}

export const verb = (
  payload: Payload,
  user: User,
  collection: EntryCollection,
  id: DocumentId,
  name: Verb,
  body: Record<string, unknown>,
): Promise<ReviewSheet> => takeVerb({ payload, collection, id, verb: name, body, by: { user } });
