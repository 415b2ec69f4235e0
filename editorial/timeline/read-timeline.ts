import type { PayloadRequest } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { State } from '../../model/lifecycle.ts';
import type { Approval, ChangeKind } from '../../model/release-row.ts';
import type { ReviewEventKind } from '../../model/review-event.ts';
import type { WithdrawalReason } from '../../model/withdrawal.ts';
import { readRowsOfEntry } from '../../release-log/rows-of-entry.ts';
import { sessionsOf } from '../rules/editing-sessions.ts';
import type { Draft } from '../records/read-draft.ts';
import { linesAbove, type Cursor } from './cursor.ts';
import { readChangedFields } from './changed-fields.ts';
import { findEvents, findSaves, type EventLine, type SaveLine } from './lines.ts';
import { releaseName, savedName } from './state-names.ts';

interface Line {
  /** RFC 3339 */
  at: string;
  /** who did it; “Clock” for what happens by itself */
  by: string;
  /** the state that can be compared from here on, as addresses name it; null where there is none */
  state: string | null;
}

/** One thing that happened to an entry. */
export type TimelineLine =
  | (Line & {
      kind: 'release';
      seq: number;
      version: string;
      changeKind: ChangeKind;
      changeNote: string;
      approvals: Approval[];
      revision: string;
    })
  | (Line & { kind: 'withdrawal'; seq: number; reason: WithdrawalReason | null })
  | (Line & {
      kind: 'review';
      event: ReviewEventKind;
      comment: string | null;
      changeNote: string | null;
      changeKind: ChangeKind | null;
      scheduledFor: string | null;
      scheduledVerb: 'release' | 'withdraw' | null;
      credentials: string | null;
      revision: string;
    })
  | (Line & {
      kind: 'edit';
      /** first save of the sitting; `at` is the last */
      since: string;
      saves: number;
      /** the entry began here */
      isFirst: boolean;
      /** labels of the fields that the sitting changed, as forms call them; null where it cannot be told */
      changed: string[] | null;
    });

/** What is shown of a timeline. */
export const TIMELINE_KINDS = ['all', 'released', 'reviews', 'edits'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** The answer of GET …/timeline (docs/http.md). */
export interface Timeline {
  uid: string;
  title: string;
  /** as the status row has it; null for an entry without one */
  state: State | null;
  /** hash of the current draft */
  revision: string;
  live: { seq: number; revision: string } | null;
  /** newest first */
  lines: TimelineLine[];
  /** where the next page begins; null at the end */
  next: string | null;
}

export interface TimelineAsk {
  kind: TimelineKind;
  /** where a page begins */
  from: Cursor | null;
  /** RFC 3339: nothing later than this */
  until: string | null;
}

const PAGE = 40;
const MOST_SAVES = 200;
/** Sittings of one page whose changes are told: each needs a whole saved text. */
const TOLD = 15;

/** A page of what happened to the entry of this draft, newest first. */
export async function readTimeline(
  req: PayloadRequest,
  collection: EntryCollection,
  draft: Draft,
  ask: TimelineAsk,
): Promise<Timeline> {
  const { doc, revision, rows } = draft;
  const [events, saves] = await Promise.all([
    ask.kind === 'edits' ? [] : findEvents(req, doc.uid, { ...ask, limit: PAGE + 1 }),
    ask.kind === 'released' || ask.kind === 'reviews'
      ? []
      : findSaves(req, `${collection}/${doc.uid}`, { ...ask, limit: MOST_SAVES + 1 }),
  ]);
  const page = linesAbove({ events, saves }, { events: PAGE, saves: MOST_SAVES });
  const lines = [
    ...(await eventLines(req, doc.uid, page.events)),
    ...(await editLines(req, collection, draft, page.saves, page.events)),
  ];
  return {
    uid: doc.uid,
    title: revision.content.title,
    state: rows.own.state,
    revision: revision.hash,
    live: rows.own.live,
    lines: lines.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)),
    next: page.next,
  };
}

async function eventLines(req: PayloadRequest, uid: string, events: readonly EventLine[]): Promise<TimelineLine[]> {
  const seqs = events.flatMap(({ seq }) => seq ?? []);
  const proved = await readRowsOfEntry(req, uid, seqs);
  const rows = new Map(proved.rows.map(({ row }) => [row.seq, row]));
  return events.map((event): TimelineLine => {
    const { at, by, seq } = event;
    const row = seq === null ? undefined : rows.get(seq);
    if (row?.kind === 'released' && event.event === 'released') {
      const { version, changeKind, changeNote, approvals, revision } = row;
      const state = releaseName(row.seq);
      return { kind: 'release', at, by, state, seq: row.seq, version, changeKind, changeNote, approvals, revision };
    }
    if (row?.kind === 'withdrawn' && event.event === 'withdrawn')
      return { kind: 'withdrawal', at, by, state: null, seq: row.seq, reason: row.reason };
    const { seq: _, position: _position, ...said } = event;
    return { kind: 'review', ...said, state: event.event === 'submitted' ? savedName(at) : null };
  });
}

async function editLines(
  req: PayloadRequest,
  collection: EntryCollection,
  draft: Draft,
  saves: readonly SaveLine[],
  events: readonly EventLine[],
): Promise<TimelineLine[]> {
  const sessions = sessionsOf(
    saves,
    // That a save ended a review is told of the save.
    events.flatMap(({ at, event }) => (event === 'edited' ? [] : [at])),
  );
  const told = sessions.slice(0, TOLD).map(({ saves: own }) => ({
    last: own[0].savedAt,
    first: own.at(-1)?.savedAt ?? own[0].savedAt,
    isFirst: own.at(-1)?.isFirst ?? false,
  }));
  const changed = await readChangedFields(req, collection, draft.doc, told);
  return sessions.map(({ saves: own }, i): TimelineLine => {
    const [last] = own;
    const first = own.at(-1) ?? last;
    return {
      kind: 'edit',
      at: last.at,
      by: last.actorName,
      state: last.savedAt === null ? null : savedName(last.savedAt),
      since: first.at,
      saves: own.length,
      isFirst: first.isFirst,
      changed: changed[i] ?? null,
    };
  });
}
