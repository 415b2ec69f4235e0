import type { PayloadRequest, Where } from 'payload';
import type { ChangeKind } from '../../model/release-row.ts';
import type { ReviewEventKind } from '../../model/review-event.ts';
import type { Save } from '../rules/editing-sessions.ts';
import type { Cursor } from './cursor.ts';

/** A line of an entry's review history, as the timeline tells it. */
export interface EventLine {
  /** place in its chain */
  position: number;
  at: string;
  by: string;
  event: ReviewEventKind;
  comment: string | null;
  changeNote: string | null;
  changeKind: ChangeKind | null;
  scheduledFor: string | null;
  scheduledVerb: 'release' | 'withdraw' | null;
  /** of a clinician */
  credentials: string | null;
  revision: string;
  seq: number | null;
}

/** A save, as the audit trail has it. */
export interface SaveLine extends Save {
  position: number;
  /** the time that the saved state bears, RFC 3339; null where the line does not say */
  savedAt: string | null;
}

interface Choice {
  kind?: 'all' | 'released' | 'reviews' | 'edits';
  from: Cursor | null;
  until: string | null;
  limit: number;
}

const OF_THE_LOG: readonly ReviewEventKind[] = ['released', 'withdrawn'];

/** Newest first, by the index of the chain. */
export async function findEvents(req: PayloadRequest, uid: string, choice: Choice): Promise<EventLine[]> {
  const kind: Where[] = choice.kind === 'released' ? [{ event: { in: [...OF_THE_LOG] } }] : [];
  const { docs } = await req.payload.find({
    collection: 'reviews',
    where: { and: [{ entry: { equals: uid } }, ...below(choice.from?.events, choice.until), ...kind] },
    sort: '-position',
    limit: choice.limit,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return docs.map((row) => ({
    position: row.position,
    at: row.at,
    by: row.actorName ?? '',
    event: row.event,
    comment: row.comment ?? null,
    changeNote: row.changeNote ?? null,
    changeKind: row.changeKind ?? null,
    scheduledFor: row.scheduledFor ?? null,
    scheduledVerb: row.scheduledVerb ?? null,
    credentials: textOf(row.clinician, 'credentials'),
    revision: row.revision,
    seq: row.seq ?? null,
  }));
}

/** Newest first, by the index of the chain. `subject` is the entry's in the audit trail. */
export async function findSaves(req: PayloadRequest, subject: string, choice: Choice): Promise<SaveLine[]> {
  const { docs } = await req.payload.find({
    collection: 'audit-events',
    where: { and: [{ subject: { equals: subject } }, ...below(choice.from?.saves, choice.until)] },
    sort: '-position',
    limit: choice.limit,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return docs.map((row) => ({
    position: row.position,
    at: row.at,
    actor: row.actor ?? null,
    actorName: row.actorName ?? '',
    isFirst: row.action.endsWith(' created'),
    savedAt: textOf(row.details, 'savedAt'),
  }));
}

const below = (position: number | undefined, until: string | null): Where[] => [
  ...(position === undefined ? [] : [{ position: { less_than: position } }]),
  ...(until === null ? [] : [{ at: { less_than_equal: until } }]),
];

function textOf(from: unknown, name: string): string | null {
  const value: unknown = typeof from === 'object' && from !== null ? Reflect.get(from, name) : null;
  return typeof value === 'string' ? value : null;
}
