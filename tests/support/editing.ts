import type { Payload, PayloadRequest } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError, type ErrorCode } from '../../model/errors.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import type { Release } from '../../model/release-row.ts';
import { toRow } from '../../release-log/columns.ts';
import { lexical, NEXT_REVIEW, aSource } from './entries.ts';
import type { Staff } from './people.ts';

type User = NonNullable<PayloadRequest['user']>;

/** Saves a draft the way a logged-in person does. */
export const edit = (
  payload: Payload,
  user: User,
  collection: EntryCollection,
  id: DocumentId,
  data: Record<string, unknown>,
) => payload.update({ collection, id, draft: true, overrideAccess: false, user, data: data });

/** The code with which something was refused. Anything else than a coded refusal fails the test. */
export async function refusal(promise: Promise<unknown>): Promise<ErrorCode> {
  return (await refused(promise)).code;
}

export async function refused(promise: Promise<unknown>): Promise<CodedError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

/** The log of one entry, or the whole one, oldest first. */
export async function logOf(payload: Payload, uid?: string): Promise<Release[]> {
  const { docs } = await payload.find({
    collection: 'releases',
    ...(uid ? { where: { uid: { equals: uid } } } : {}),
    sort: 'seq',
    pagination: false,
    limit: 0,
    depth: 0,
  });
  return docs.map(toRow);
}

/** A red flag that meets every requirement; it needs two clinicians. */
export async function aRedFlagDraft(
  payload: Payload,
  { editor }: Staff,
  input: { slug: string } & Record<string, unknown>,
) {
  const source = await aSource(payload);
  return payload.create({
    collection: 'red-flags',
    draft: true,
    overrideAccess: false,
    user: editor,
    data: {
      sign: `Sign of ${input.slug}`,
      urgency: 'same-day',
      call: { whom: 'doctor-today' },
      action: 'Call your doctor today.',
      explanation: lexical('It may be serious.'),
      sources: [source.id],
      reviewDue: NEXT_REVIEW,
      ...input,
    } as never,
  });
}

/** A treatment that meets every requirement and needs one approval. */
export async function aTreatmentDraft(
  payload: Payload,
  { editor }: Staff,
  input: { slug: string } & Record<string, unknown>,
) {
  const source = await aSource(payload);
  return payload.create({
    collection: 'treatments',
    draft: true,
    overrideAccess: false,
    user: editor,
    data: {
      title: `Treatment ${input.slug}`,
      kind: 'lifestyle',
      summary: 'It can help.',
      sections: [{ kind: 'what-it-is', body: lexical('A way to move.') }],
      evidence: { level: 'limited', forWhat: 'pain', statement: 'Few trials.' },
      sources: [source.id],
      reviewDue: NEXT_REVIEW,
      ...input,
    } as never,
  });
}
