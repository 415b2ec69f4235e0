import type { CollectionBeforeDeleteHook, CollectionSlug, Where } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { personOf } from '../../model/person.ts';

/**
 * A clinician whom anything names stays: an account, or a line of the review history, as whoever approved has. Without
 * the profile an approval could no longer be held against how its clinician stands, and a second profile would make two
 * persons of one.
 */
export const refuseDeleteOfNamed: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { db } = req.payload;
  const isThere = async (collection: CollectionSlug, where: Where) =>
    (await db.findOne({ collection, where, req })) !== null;
  const clinician = await db.findOne<{ id: number | string; uid?: string | null }>({
    collection: 'clinicians',
    where: { id: { equals: id } },
    req,
  });
  // Payload says that there is none.
  if (!clinician) return;
  if (await isThere('users', { clinician: { equals: id } })) {
    throw new CodedError('wrong-state', 'An account is linked to this clinician. Unlink it first.');
  }
  if (await isThere('reviews', { person: { equals: personOf('', clinician.uid ?? String(id)) } })) {
    const message = 'This clinician has acted in reviews, and the record names them: say how they stand instead.';
    throw new CodedError('wrong-state', message);
  }
};
