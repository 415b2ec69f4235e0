import type { PayloadRequest } from 'payload';
import type { Actor } from './actor.ts';
import { askGate } from './ask-gate.ts';
import { changesBetween, type Change } from '../rules/changes.ts';
import { referencesOf } from '../../model/entries/references.ts';
import type { Dossier } from './dossier.ts';
import { errorsOf, type Issue } from '../../model/issue.ts';
import { VERBS, type State, type Verb } from '../../model/lifecycle.ts';
import { mayTake } from '../rules/lifecycle.ts';
import { requirements } from '../rules/requirements.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import { approversOf, currentRound } from '../rules/state.ts';

/** The answer of GET …/review and of every verb (DESIGN §6). */
export interface ReviewSheet {
  uid: string;
  state: State;
  /** hash of the current draft */
  revision: string;
  live: {
    seq: number;
    version: string;
    revision: string;
    slug: string;
    releasedAt: string;
    reviewedAt: string;
    reviewDue: string;
  } | null;
  issues: Issue[];
  allowedVerbs: Verb[];
  /** newest first */
  events: ReviewEvent[];
  approvals: { given: number; needed: number };
  scheduled: { at: string; verb: 'release' | 'withdraw'; revision: string; by: string | null } | null;
  /** what the current draft would change for readers */
  changes: Change[];
  /** you edited the entry since its last release, so you cannot approve it */
  editedByYou: boolean;
}

export async function reviewSheet(req: PayloadRequest, dossier: Dossier, actor: Actor): Promise<ReviewSheet> {
  const { uid, state, revision, live, status, events } = dossier;
  const underReview = state === 'in-review' || state === 'approved' || state === 'scheduled';
  const answer = askGate(dossier);
  const issues = underReview ? answer.issues : requirements(revision, dossier.surroundings);
  const given = approversOf(currentRound(events, revision.hash));
  const editedByYou = actor.id !== null && (status?.editors.includes(actor.id) ?? false);
  const approvedByYou = given.some((event) => event.actor === actor.id);
  const unmet = errorsOf(requirements(revision, dossier.surroundings)).length > 0;
  const isOpen = (verb: Verb): boolean => {
    if (verb === 'submit-for-review') return !unmet;
    if (verb === 'approve') return !unmet && !editedByYou && !approvedByYou;
    if (verb === 'release') return answer.cleared !== null;
    if (verb === 'schedule') return live !== null || answer.cleared !== null;
    return true;
  };
  const who = { state, role: actor.role, hasClinician: actor.clinician !== null, hasLive: live !== null };
  return {
    uid,
    state,
    revision: revision.hash,
    live: live
      ? {
          seq: live.seq,
          version: live.version,
          revision: live.revision,
          slug: live.slug,
          releasedAt: live.releasedAt,
          reviewedAt: live.reviewedAt,
          reviewDue: live.reviewDue,
        }
      : null,
    issues,
    allowedVerbs: VERBS.filter(
      (verb) => (mayTake(verb, who) || (verb === 'schedule' && live !== null)) && isOpen(verb),
    ),
    events: [...events].reverse(),
    approvals: { given: given.length, needed: dossier.approvalsNeeded },
    scheduled:
      status?.scheduledAt && status.scheduledVerb
        ? {
            at: status.scheduledAt,
            verb: status.scheduledVerb,
            revision: status.scheduledRevision ?? '',
            by: status.scheduledByName,
          }
        : null,
    changes: changesBetween(live?.snapshot ?? null, revision.content, await readTitles(req, dossier)),
    editedByYou,
  };
}

/** Titles of the entries that the draft or the live release names, by uid. */
async function readTitles(req: PayloadRequest, { revision, live }: Dossier): Promise<Map<string, string>> {
  const contents = live ? [revision.content, live.snapshot] : [revision.content];
  const uids = [...new Set(contents.flatMap(referencesOf).map(({ uid }) => uid))];
  if (uids.length === 0) return new Map();
  const { docs } = await req.payload.find({
    collection: 'entry-status',
    where: { uid: { in: uids } },
    limit: uids.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { uid: true, title: true },
    req,
  });
  return new Map(docs.map(({ uid, title }) => [uid, title ?? uid]));
}
