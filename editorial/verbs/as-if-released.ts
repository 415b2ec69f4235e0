import type { PayloadRequest } from 'payload';
import type { EntryContent } from '../../model/entries/entries.ts';
import { COLLECTION_OF, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import type { Issue } from '../../model/issue.ts';
import type { State } from '../../model/lifecycle.ts';
import type { Approval } from '../../model/release-row.ts';
import { toRevision } from '../../model/revision.ts';
import { CLOCK } from '../records/actor.ts';
import { derive, readDossier, type Dossier } from '../records/dossier.ts';
import { readTitles } from '../records/review-sheet.ts';
import { servicesOf } from '../records/services.ts';
import { floorOf, situationOf } from '../records/situation.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { readSurroundings } from '../records/surroundings.ts';
import { changesBetween, type Change } from '../rules/changes.ts';
import { judge } from '../rules/permissions.ts';
import type { Surroundings } from '../rules/requirements.ts';
import { approversOf, currentRound } from '../rules/state.ts';
import { imaginedRow, releasedRow, type NewReleased } from './log-row.ts';

/** An entry's draft as it would stand in the log if it were released now, and what readers have instead. */
export interface AsIfReleased {
  /** the database's own */
  id: DocumentId;
  uid: string;
  type: EntryType;
  state: State;
  /** the row that its release would be: the gate's where it clears the draft, else an imagined one */
  row: NewReleased;
  /** what readers have, by its log position; null where they have nothing of it */
  live: { seq: number; revision: string; version: string } | null;
  /** what the draft lacks */
  issues: Issue[];
  /** what it would change for readers: the list of GET …/review, in its order */
  changes: Change[];
}

/** Reads an entry's draft so, for whoever may look at it: asks nobody's leave. Throws `not-found`. */
export async function readAsIfReleased(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<AsIfReleased> {
  const { policy, now } = servicesOf(req.payload);
  const dossier = await readDossier(req, collection, id, { policy, now: now() });
  const surroundings = await readSurroundings(req, dossier, dossier.revision.content);
  const judged = judge(situationOf(dossier, surroundings, CLOCK));
  const { uid, type, state, live, revision, events, approvalsNeeded } = dossier;
  // What nobody approved yet the gate does not clear: it need not be asked.
  const isApproved = approversOf(currentRound(events, revision.hash)).length >= approvalsNeeded;
  const cleared = isApproved ? judged.gate().cleared : null;
  return {
    ...{ id: dossier.id, uid, type, state },
    row: cleared ? releasedRow(dossier, cleared) : notCleared(dossier, surroundings),
    live: live && { seq: live.seq, revision: live.revision, version: live.version },
    issues: judged.requirements(),
    changes: changesBetween(live?.snapshot ?? null, revision.content, await readTitles(req, dossier), dossier.safety),
  };
}

/** A text that an entry has or had as a draft, by the entry's uid, as it would stand in the log. Throws `not-found`. */
export async function readTextAsIfReleased(
  req: PayloadRequest,
  uid: string,
  content: EntryContent,
): Promise<NewReleased> {
  const { policy, now } = servicesOf(req.payload);
  const dossier = await readDossier(req, COLLECTION_OF[content.type], uid, { policy, now: now() });
  return notCleared(
    derive({ ...dossier, revision: toRevision(content) }),
    await readSurroundings(req, dossier, content),
  );
}

/** What has been said so far; what nobody has said is as small as policy allows, of today, and by nobody. */
function notCleared(dossier: Dossier, surroundings: Surroundings): NewReleased {
  const { events, revision, live, now } = dossier;
  const round = currentRound(events, revision.hash);
  const submitted = round.find(({ event }) => event === 'submitted');
  const given = approversOf(round).flatMap(({ clinician, at, scope }): Approval[] =>
    clinician ? [{ clinician, revision: revision.hash, approvedAt: at, scope: scope ?? 'changes' }] : [],
  );
  const whole = given.filter(({ scope }) => scope === 'entry').map(({ approvedAt }) => approvedAt);
  const kept = (live?.approvals ?? []).filter(
    ({ scope, clinician }) => scope === 'entry' && surroundings.inGoodStanding.has(clinician.uid),
  );
  const approvals = whole.length > 0 ? given : [...kept, ...given];
  return imaginedRow(dossier, {
    approvals: approvals.length > 0 ? approvals : [byNobody(revision.hash, now)],
    reviewedAt: whole.sort().at(-1) ?? (kept.length > 0 && live ? live.reviewedAt : now.toISOString()),
    changeKind: submitted?.changeKind ?? floorOf(dossier, surroundings).kind,
    changeNote: submitted?.changeNote ?? '',
  });
}

/** Stands where a clinician will. */
const byNobody = (revision: string, now: Date): Approval => ({
  clinician: {
    uid: '',
    name: 'nobody yet',
    slug: 'nobody-yet',
    ...{ credentials: '', specialty: '', registrationBody: '', registrationNumber: '' },
    demonstration: false,
  },
  revision,
  approvedAt: now.toISOString(),
  scope: 'entry',
});
