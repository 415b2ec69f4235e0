import { statfs } from 'node:fs/promises';
import { readHeartbeats, type Heartbeat } from '../heartbeats.ts';
import type { CollectionSlug, Payload, Where } from 'payload';

/** Kinds and states of mail, as the ledger's collection declares them. */
interface MailStanding {
  kind: string;
  state: string;
  count: number;
}

/** What the database and the disk say of how the installation stands. */
export interface Standing {
  /** log position of each cursor, by its name */
  cursors: Map<string, number>;
  overdueSchedules: number;
  mails: MailStanding[];
  /** seconds since the oldest mail of a kind fell due that still waits; 0 when none does */
  oldestDueSeconds: Map<string, number>;
  heldEnrolments: number;
  heartbeats: Heartbeat[];
  /** bytes that may still be written to the disk of DATA_DIR */
  freeBytes: number;
}

const WAITING = ['pending', 'deferred'];

/** Asks all of it at once; every question has an index. Throws what the database throws. */
export async function readStanding(
  payload: Payload,
  { dataDir, now }: { dataDir: string; now: Date },
): Promise<Standing> {
  const count = async (collection: CollectionSlug, where: Where) =>
    (await payload.count({ collection, where, overrideAccess: true })).totalDocs;
  const [kinds, states] = [optionsOf(payload, 'kind'), optionsOf(payload, 'state')];
  const [cursors, overdueSchedules, mails, oldest, heldEnrolments, heartbeats, disk] = await Promise.all([
    payload.find({ collection: 'cursors', pagination: false, depth: 0, overrideAccess: true }),
    count('entry-status', { scheduledAt: { less_than: now.toISOString() } }),
    Promise.all(
      kinds.flatMap((kind) =>
        states.map(async (state) => ({
          ...{ kind, state },
          count: await count('deliveries', { kind: { equals: kind }, state: { equals: state } }),
        })),
      ),
    ),
    Promise.all(kinds.map(async (kind) => [kind, await oldestDue(payload, kind, now)] as const)),
    count('enrolments', { status: { equals: 'active' }, heldBack: { exists: true } }),
    readHeartbeats(payload),
    statfs(dataDir),
  ]);
  return {
    cursors: new Map(cursors.docs.map(({ name, position }) => [name, position])),
    ...{ overdueSchedules, mails, heldEnrolments, heartbeats },
    oldestDueSeconds: new Map(oldest),
    freeBytes: disk.bavail * disk.bsize,
  };
}

async function oldestDue(payload: Payload, kind: string, now: Date): Promise<number> {
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: { kind: { equals: kind }, state: { in: WAITING }, dueAt: { less_than: now.toISOString() } },
    sort: 'dueAt',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  const due = docs[0]?.dueAt;
  return due ? (now.getTime() - Date.parse(due)) / 1000 : 0;
}

/** The choices of a field of the ledger: one that is new there is counted here. */
function optionsOf(payload: Payload, name: string): string[] {
  const field = payload.collections.deliveries.config.flattenedFields.find((one) => one.name === name);
  if (field?.type !== 'select') throw new TypeError(`deliveries has no choice called ${name}`);
  return field.options.map((option) => (typeof option === 'string' ? option : option.value));
}
