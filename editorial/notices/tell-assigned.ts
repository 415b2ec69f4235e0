import type { PayloadRequest } from 'payload';
import type { Assignment } from '../../model/assignment.ts';
import type { Dossier } from '../records/dossier.ts';
import { inTheirPlace } from './in-their-place.ts';
import { notify } from './notify.ts';
import { readStaff } from './staff.ts';

/** Tells whoever is asked anew, in the transaction that asks them; who is away has somebody who stands in. */
export async function tellAssigned(
  req: PayloadRequest,
  { type, uid, revision, status: { assignment }, now }: Dossier,
  before: Pick<Assignment, 'author' | 'reviewers'>,
  by: { id: number | string },
): Promise<void> {
  const known = new Set([before.author, ...before.reviewers].map((one) => one?.account));
  const asked = [assignment.author, ...assignment.reviewers].flatMap((one) => one?.account ?? []);
  const fresh = asked.filter((account) => !known.has(account) && account !== String(by.id));
  if (fresh.length === 0) return;
  await notify(req, {
    kind: 'assigned',
    entry: { type, uid, title: revision.content.title },
    to: inTheirPlace(fresh, await readStaff(req), { day: now.toISOString().slice(0, 10), by: String(by.id) }),
    by: String(by.id),
    occasion: `turn ${assignment.turn}`,
    detail: assignment.comment,
    at: now,
  });
}
