import type { PayloadRequest } from 'payload';
import { referencesOf } from '../../model/entries/references.ts';
import type { Issue } from '../../model/issue.ts';
import type { State } from '../../model/lifecycle.ts';
import type { ChangeKind } from '../../model/release-row.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import type { WithdrawalReason } from '../../model/withdrawal.ts';
import { changesBetween, type Change } from '../rules/changes.ts';
import { openRequests } from '../rules/open-requests.ts';
import { judge, standingOf } from '../rules/permissions.ts';
import { checklistOf, type PolicyReason } from '../rules/policy.ts';
import { whoIsAsked } from '../assignments/assignment-sheet.ts';
import type { ExpertWord } from '../rules/expert-links.ts';
import type { Surroundings } from '../rules/requirements.ts';
import { approversOf, currentRound } from '../rules/state.ts';
import { readExpertWords } from '../experts/read-links.ts';
import type { Actor } from './actor.ts';
import type { Dossier } from './dossier.ts';
import { floorOf, situationOf } from './situation.ts';

/** The answer of GET …/review and of every verb (docs/http.md). */
export interface ReviewSheet extends ReturnType<typeof standingOf>, ReturnType<typeof whoIsAsked> {
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
  /** requests for changes that nobody has answered, oldest first */
  openRequests: ReviewEvent[];
  /** newest first */
  events: ReviewEvent[];
  /** what people outside said of it, newest first; they approve nothing */
  expertWords: ExpertWord[];
  approvals: { given: number; needed: number };
  /** threads of comments that nobody has ended (GET …/comments) */
  openThreads: number;
  /** of these, those that block approval and release */
  openMusts: number;
  /** distinct clinicians who must approve the draft */
  approvalsNeeded: number;
  /** the lowest kind of change that submitting accepts */
  minimumChangeKind: ChangeKind;
  /** why so many, and why not lower */
  reasons: PolicyReason[];
  scheduled: {
    at: string;
    verb: 'release' | 'withdraw';
    revision: string;
    reason: WithdrawalReason | null;
    by: string | null;
  } | null;
  /** what whoever approves is asked to have checked, by the policy */
  checklist: readonly string[];
  /** when the last plan came to nothing, and why; null once there is another one, or a release */
  lapsed: { at: string; because: string } | null;
  /** what the current draft would change for readers */
  changes: Change[];
}

export async function reviewSheet(
  req: PayloadRequest,
  dossier: Dossier,
  surroundings: Surroundings,
  actor: Actor,
): Promise<ReviewSheet> {
  const { uid, state, revision, live, status, events } = dossier;
  const situation = situationOf(dossier, surroundings, actor);
  const judged = judge(situation);
  const floor = floorOf(dossier, surroundings);
  const standing = standingOf(situation, judged);
  const underReview = state === 'in-review' || state === 'approved' || state === 'scheduled';
  return {
    uid,
    state,
    revision: revision.hash,
    live: live && pick(live, ['seq', 'version', 'revision', 'slug', 'releasedAt', 'reviewedAt', 'reviewDue']),
    issues: underReview ? judged.gate().issues : judged.requirements(),
    ...standing,
    ...whoIsAsked(dossier, actor, (verb) => standing.refusals[verb]?.message ?? null),
    openRequests: openRequests(events),
    events: [...events].reverse(),
    expertWords: events.some(isFromOutside) ? await readExpertWords(req, uid) : [],
    approvals: {
      given: approversOf(currentRound(events, revision.hash)).length,
      needed: dossier.approvalsNeeded,
    },
    openThreads: status.openThreads,
    openMusts: status.openMusts,
    approvalsNeeded: dossier.approvalsNeeded,
    minimumChangeKind: floor.kind,
    reasons: floor.reasons,
    scheduled:
      status.scheduledAt && situation.scheduled
        ? { at: status.scheduledAt, ...situation.scheduled, reason: status.scheduledReason, by: status.scheduledByName }
        : null,
    checklist: checklistOf(dossier.policy, dossier.type),
    lapsed: status.lapsedAt === null ? null : { at: status.lapsedAt, because: status.lapsedBecause ?? '' },
    changes: changesBetween(live?.snapshot ?? null, revision.content, await readTitles(req, dossier), dossier.safety),
  };
}

/** A comment by nobody of the staff: only an outside expert's answer leaves one. */
const isFromOutside = ({ event, actor, person }: ReviewEvent): boolean =>
  event === 'commented' && actor === null && person === null;

const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;

/** Titles of the entries that the draft or the live release names, by uid. */
export async function readTitles(req: PayloadRequest, { live, around }: Dossier): Promise<Map<string, string>> {
  const named = [...around.named.values()].flatMap((entries) => [...entries.values()]);
  const known = new Map(named.map(({ uid, title }) => [uid, title ?? uid]));
  const others = live?.snapshot ? referencesOf(live.snapshot).flatMap(({ uid }) => (known.has(uid) ? [] : [uid])) : [];
  if (others.length === 0) return known;
  const { docs } = await req.payload.find({
    collection: 'entry-status',
    where: { uid: { in: [...new Set(others)] } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { uid: true, title: true },
    req,
  });
  return new Map([...known, ...docs.map(({ uid, title }) => [uid, title ?? uid] as const)]);
}
