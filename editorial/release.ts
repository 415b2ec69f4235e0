import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { appendEvent } from './append-event.ts';
import { askGate } from './ask-gate.ts';
import { readSurroundings, type Dossier } from './dossier.ts';
import { NOT_SCHEDULED, noteOnStatus } from './entry-status.ts';
import { CodedError } from './errors.ts';
import { gate, type Cleared } from './gate.ts';
import type { Release, ReleasedRow, WithdrawnRow } from './release-row.ts';
import type { ReviewEvent, ReviewEventKind } from './review-event.ts';
import { rememberPublicKey } from './signing-key.ts';
import { signRelease } from './signature.ts';
import { TransientError } from './transact.ts';
import { assertCurrent, assertNoErrors, by, type VerbCall } from './verb-call.ts';
import { saveByVerb } from './save-by-verb.ts';
import { nextVersion } from './version.ts';

export const releaseBody = z.object({ revision: z.string() });

/** Releases the approved revision. The gate runs here, at this moment, whoever calls. */
export async function release(call: VerbCall, body: z.infer<typeof releaseBody>): Promise<void> {
  const { dossier } = call;
  if (dossier.live?.revision === body.revision && dossier.revision.hash === body.revision) {
    throw new CodedError('already-released', 'Readers have this revision already.', { seq: dossier.live.seq });
  }
  assertCurrent(body.revision, dossier.revision.hash);
  const { cleared, issues } = askGate(dossier);
  if (cleared) await append(call, cleared);
  else assertNoErrors(issues);
}

/** Releases when the gate clears; otherwise leaves the revision to wait for what is missing. */
export async function releaseIfCleared(call: VerbCall): Promise<void> {
  const { cleared } = askGate(call.dossier);
  if (cleared) await append(call, cleared);
}

/** Releases the live text once more with a new review date, on the word of the clinician who renews. */
export async function releaseRenewal(
  call: VerbCall,
  renewed: Pick<Dossier, 'revision'>,
  comment: string | null,
): Promise<void> {
  const { req, dossier, actor, now } = call;
  const line = (event: ReviewEventKind): ReviewEvent => ({
    event,
    entry: dossier.uid,
    revision: renewed.revision.hash,
    at: now.toISOString(),
    ...by(actor),
    comment,
    changeKind: 'minor',
    changeNote: 'Reviewed again; the text is unchanged.',
    sectionsChecked: [],
    scheduledFor: null,
    seq: null,
  });
  const { cleared, issues } = gate({
    ...(await readSurroundings(req, dossier.collection, renewed.revision.content, dossier.surroundings)),
    revision: renewed.revision,
    events: [line('submitted'), line('approved')],
    live: dossier.live?.snapshot ?? null,
    editors: [],
  });
  if (cleared) await append(call, cleared, { event: 'renewed', comment });
  else assertNoErrors(issues);
}

/** Ends the live release with a tombstone: every channel follows the log. */
export async function appendWithdrawal(
  call: VerbCall,
  { reason, replacedBy }: { reason: string; replacedBy: string | null },
): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const { live } = dossier;
  if (!live) throw new CodedError('wrong-state', 'Readers do not have this entry.');
  const releasedAt = now.toISOString();
  const seq = await nextSeq(req);
  const row: WithdrawnRow = {
    ...common(live, seq, releasedAt),
    kind: 'withdrawn',
    type: live.type,
    uid: live.uid,
    slug: live.slug,
    title: live.title,
    version: live.version,
    revision: live.revision,
    changeKind: 'safety',
    changeNote: reason,
    reason,
    replacedBy,
    live: false,
    signature: await signRelease(
      { uid: live.uid, hash: live.revision, version: live.version, approvals: [], releasedAt },
      signingKey,
    ),
  };
  await write(req, row, live, call);
  await appendEvent(req, dossier, {
    event: 'withdrawn',
    revision: live.revision,
    at: now,
    ...by(actor),
    comment: reason,
    seq,
  });
  await mirror(req, dossier, 'draft');
  await noteOnStatus(req, dossier, NOT_SCHEDULED);
}

async function append(
  call: VerbCall,
  { revision, approvals, changeKind, changeNote }: Cleared,
  { event, comment }: { event: 'released' | 'renewed'; comment: string | null } = { event: 'released', comment: null },
): Promise<void> {
  const { req, dossier, actor, now, signingKey } = call;
  const { content, hash } = revision;
  const releasedAt = now.toISOString();
  const seq = await nextSeq(req);
  const version = nextVersion(dossier.last?.version ?? null, changeKind);
  const signedApprovals = approvals.flatMap(({ clinician, revision: approved, at }) =>
    clinician ? [{ clinician, revision: approved, approvedAt: at }] : [],
  );
  const row: ReleasedRow = {
    ...common(dossier.last, seq, releasedAt),
    kind: 'released',
    type: dossier.type,
    uid: dossier.uid,
    slug: content.slug,
    title: content.title,
    version,
    revision: hash,
    snapshot: content,
    approvals: signedApprovals,
    changeKind,
    changeNote,
    reviewedAt:
      approvals
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? releasedAt,
    reviewDue: content.reviewDue ?? '',
    live: true,
    signature: await signRelease(
      { uid: dossier.uid, hash, version, approvals: signedApprovals, releasedAt },
      signingKey,
    ),
  };
  await write(req, row, dossier.live, call);
  await appendEvent(req, dossier, {
    event,
    revision: hash,
    at: now,
    ...by(actor),
    comment,
    changeKind,
    changeNote,
    seq,
  });
  // A renewal leaves the draft that is under way, its editors and its schedule alone.
  if (event === 'renewed') return;
  await mirror(req, dossier, 'published');
  await noteOnStatus(req, dossier, { editors: [], ...NOT_SCHEDULED });
}

const common = (last: Release | null, seq: number, releasedAt: string) => ({
  seq,
  firstReleasedAt: last?.firstReleasedAt ?? releasedAt,
  releasedAt,
  locale: 'en',
});

const COUNTER = 'release-log';

/** The next log position. Taken inside the transaction, so a rollback gives it back: no gaps. */
async function nextSeq(req: PayloadRequest): Promise<number> {
  const { db } = req.payload;
  const where = { name: { equals: COUNTER } };
  const counter = await db.findOne<{ id: string | number; position: number }>({ collection: 'cursors', where, req });
  if (!counter) return startCounting(req);
  const position = counter.position + 1;
  await db.updateOne({ collection: 'cursors', id: counter.id, data: { position }, req });
  return position;
}

async function startCounting(req: PayloadRequest): Promise<number> {
  try {
    await req.payload.db.create({ collection: 'cursors', data: { name: COUNTER, position: 1 }, req });
    return 1;
  } catch (cause) {
    // Of two first releases at once one makes the counter; the other starts over and counts on.
    throw new TransientError('another release has just begun the log', { cause });
  }
}

async function write(
  req: PayloadRequest,
  row: Release,
  live: Release | null,
  { signingKey }: { signingKey: VerbCall['signingKey'] },
): Promise<void> {
  const { db } = req.payload;
  if (live) {
    await db.updateOne({ collection: 'releases', where: { seq: { equals: live.seq } }, data: { live: false }, req });
  }
  const reviewDue = row.kind === 'released' && row.reviewDue ? `${row.reviewDue}T00:00:00.000Z` : null;
  await db.create({ collection: 'releases', data: { ...row, reviewDue }, req });
  await rememberAddress(req, row);
  await rememberPublicKey(req, signingKey);
}

async function rememberAddress(req: PayloadRequest, { type, slug, uid, seq }: Release): Promise<void> {
  const { db } = req.payload;
  const address = `${type}/${slug}`;
  const known = await db.findOne<{ id: string | number; uid: string }>({
    collection: 'slug-history',
    where: { address: { equals: address } },
    req,
  });
  if (!known) await db.create({ collection: 'slug-history', data: { address, uid, seq }, req });
  else if (known.uid !== uid) throw new CodedError('slug-taken', `The address ${address} belongs to another entry.`);
}

/** Lets Payload's own status say what the log says; it grants nothing. */
const mirror = (req: PayloadRequest, dossier: Dossier, status: 'draft' | 'published'): Promise<void> =>
  saveByVerb(req, dossier, { _status: status });
