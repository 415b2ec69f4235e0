import { isDeepStrictEqual } from 'node:util';
import type { Payload } from 'payload';
import { revisionHash } from '../../model/revision.ts';
import { canonicalRow, hashOfCanonical, rowHash, SIGNED_MEMBERS, type Release } from '../../model/release-row.ts';
import { toRow, type Stored } from '../columns.ts';
import { openSignature } from '../signature.ts';
import type { TrustedKey } from '../trusted-keys.ts';
import { inOrder, type Report } from './pages.ts';

/** Snapshots come along: a page of the longest texts stays below 20 MB. */
const PAGE = 100;
/** Missing rows of one gap that are named one by one. */
const NAMED = 1000;

/** What the other records are held against, once every row of the log was seen. */
export interface LogSeen {
  logId: string | null;
  head: number;
  headHash: string | null;
  headSignature: string | null;
  /** hash of the row at the position that was asked for; null when there is none */
  hashAtMark: string | null;
  /** `type/slug` → the entry that it belongs to and the position that gave it */
  addresses: Map<string, { uid: string; seq: number }>;
  /** SHA-256 of every figure file → the position that showed it first */
  figures: Map<string, number>;
  /** position → the entry whose history tells of it */
  entries: Map<number, string>;
}

interface Standing {
  seq: number;
  kind: Release['kind'];
  /** beginnings of the hashes of every revision that readers ever had */
  revisions: string[];
}

/** Reads the whole log once, in order: signatures, chain, gaps, snapshots, approvals, what is live. */
export async function verifyRows(
  payload: Payload,
  { keys, mark, report }: { keys: readonly TrustedKey[]; mark: number | null; report: Report },
): Promise<LogSeen> {
  const seen: LogSeen = {
    logId: null,
    head: 0,
    headHash: null,
    headSignature: null,
    hashAtMark: null,
    addresses: new Map(),
    figures: new Map(),
    entries: new Map(),
  };
  // An operator may begin the log anew, e.g. after a restore: its rows go on under another id.
  const logIds = new Set<string>();
  const latest = new Map<string, Standing>();
  const live = new Map<number, string>();
  for await (const stored of inOrder(payload, 'releases', { by: ['seq'], size: PAGE })) {
    const seq = Number(stored.seq);
    const tell = (problem: string) => report(`release ${seq}: ${problem}`);
    reportMissing(seen.head + 1, Math.ceil(seq) - 1, report);
    const row = parsed(stored, tell);
    if (row) {
      if (row.logId !== seen.logId && logIds.has(row.logId)) tell('goes back to a log that had ended');
      logIds.add(row.logId);
      if (row.previous !== seen.headHash) tell('does not name the hash of the row before it');
      verifyContent(row, latest.get(row.uid)?.revisions ?? [], tell);
      if (row.kind === 'withdrawn' && (stored.snapshot ?? stored.summary ?? null) !== null)
        tell('a withdrawal has text');
      take(row, seen, latest);
      if (row.live) live.set(seq, row.uid);
    }
    const signed = signedText(stored, keys, tell);
    if (row && signed !== null) compare(row, signed, tell);
    seen.logId = row?.logId ?? seen.logId;
    seen.head = seq;
    // What was signed, whatever stands there now: one changed row is one problem, not also the next row's.
    seen.headHash = signed === null ? row && rowHash(row) : hashOfCanonical(signed);
    seen.headSignature = String(stored.signature);
    if (seq === mark) seen.hashAtMark = seen.headHash;
  }
  verifyLive(latest, live, report);
  return seen;
}

/** One line each, for as many as rows that were deleted can be; a row far behind the end is no reason for more. */
function reportMissing(from: number, to: number, report: Report): void {
  const last = Math.min(to, from + NAMED - 1);
  for (let missing = from; missing <= last; missing += 1) report(`release ${missing}: is missing`);
  if (to > last) report(`release ${last + 1}: is missing, and so are all up to ${to}`);
}

function parsed(stored: Stored, tell: (problem: string) => void): Release | null {
  try {
    return toRow(stored);
  } catch (error) {
    tell(`is not a row of the log (${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error)})`);
    return null;
  }
}

/** The text that was signed; null when the signature does not hold, or its key does not count here. */
function signedText(stored: Stored, keys: readonly TrustedKey[], tell: (problem: string) => void): string | null {
  const opened = openSignature(String(stored.signature), keys);
  const from = opened?.key.revokedFromSeq ?? null;
  if (!opened) tell('the signature does not hold, or nobody trusts its key');
  else if (from !== null && Number(stored.seq) >= from) tell(`its key was revoked from ${from} on`);
  else return opened.payload;
  return null;
}

function compare(row: Release, signed: string, tell: (problem: string) => void): void {
  if (signed === canonicalRow(row)) return;
  const payload: unknown = JSON.parse(signed);
  const says = new Map<string, unknown>(typeof payload === 'object' && payload !== null ? Object.entries(payload) : []);
  const changed = SIGNED_MEMBERS.filter((name) => !isDeepStrictEqual(says.get(name), row[name]));
  tell(`${changed.join(', ') || 'the row'} is not what was signed`);
}

/** The text is the approved one, and somebody approved it; approvals of a renewed text may be older. */
function verifyContent(row: Release, earlier: string[], tell: (problem: string) => void): void {
  if (row.kind === 'withdrawn') return;
  if (hashOfCanonical(row.summary) !== row.summaryHash) tell('the summary is not what was signed');
  if (revisionHash(row.snapshot) !== row.revision) tell('the snapshot is not the text of its revision');
  if (!row.approvals.some(({ revision }) => revision === row.revision)) tell('no approval names its revision');
  const known = new Set([row.revision.slice(0, 16), ...earlier]);
  if (!row.approvals.every(({ revision }) => known.has(revision.slice(0, 16)))) {
    tell('an approval names a revision that readers never had');
  }
}

function take(row: Release, seen: LogSeen, latest: Map<string, Standing>): void {
  const address = `${row.type}/${row.slug}`;
  if (!seen.addresses.has(address)) seen.addresses.set(address, { uid: row.uid, seq: row.seq });
  for (const sha256 of row.figures) if (!seen.figures.has(sha256)) seen.figures.set(sha256, row.seq);
  seen.entries.set(row.seq, row.uid);
  const revisions = [...new Set([...(latest.get(row.uid)?.revisions ?? []), row.revision.slice(0, 16)])];
  latest.set(row.uid, { seq: row.seq, kind: row.kind, revisions });
}

/** Readers get the latest row of an entry when it is a release, and no other. */
function verifyLive(latest: Map<string, Standing>, live: Map<number, string>, report: Report): void {
  for (const [seq, uid] of live) {
    const standing = latest.get(uid);
    if (standing?.seq !== seq)
      report(`release ${seq}: is marked live, but ${standing?.seq ?? 0} is the entry's latest row`);
    else if (standing.kind === 'withdrawn') report(`release ${seq}: is marked live, but it is a withdrawal`);
  }
  for (const { seq, kind } of latest.values()) {
    if (kind === 'released' && !live.has(seq)) report(`release ${seq}: is what readers get, but not marked live`);
  }
}
