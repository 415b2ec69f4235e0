import type { PayloadRequest } from 'payload';
import { createBreath } from '../../database/breath.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { CodedError } from '../../model/errors.ts';
import { manyRowsOf, type Row, type WriteTogether } from '../../model/many-rows.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import {
  appendSigned,
  hasAddress,
  signRows,
  type RowAmongMany,
  type SignedRows,
} from '../../release-log/append-row.ts';
import { readHead } from '../../release-log/log-head.ts';
import type { SigningKey } from '../../release-log/signature.ts';
import { indexOf } from '../../release-log/signed-form.ts';
import { tellOfEvent } from '../notices/tell-of-event.ts';
import { actorOf, type Actor } from '../records/actor.ts';
import { addLine } from '../records/append-event.ts';
import { changedSince, type Look, type LookedAt } from '../records/basis.ts';
import { derive, readDossier, type Dossier } from '../records/dossier.ts';
import { statusRow } from '../records/entry-status.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { readSurroundings } from '../records/surroundings.ts';
import type { Cleared } from '../rules/gate.ts';
import { releasedRow } from './log-row.ts';
import { assertProved, eventOf, noteReleased } from './release.ts';
import { assertMay } from './verb-call.ts';

/** An entry that may be released, as it stood when it was read. */
export interface Ready extends LookedAt {
  actor: Actor;
  cleared: Cleared;
  /** what its row in the log needs that hangs on its place in it as little as on the time */
  known: Pick<RowAmongMany, 'index' | 'hasAddress'>;
}

interface Asked {
  collection: EntryCollection;
  id: DocumentId;
  revision: string;
  user: NonNullable<PayloadRequest['user']>;
  look: Look;
  /** texts that enter the log before it, by uid */
  before: ReadonlyMap<string, EntryContent>;
}

/** The row of an entry does not stand at its text yet, and is to be brought in line first. */
export class OutOfLine extends Error {}

/**
 * Reads an entry and asks everything that the verb `release` asks of it, the gate included, outside a transaction and
 * without writing. Throws the refusal, and `OutOfLine`.
 */
export async function readyToRelease(req: PayloadRequest, asked: Asked): Promise<Ready> {
  const { collection, id, revision, user, look, before } = asked;
  const { policy, now: clock } = servicesOf(req.payload);
  const now = clock();
  const dossier = await readDossier(req, collection, id, { policy, now, asker: String(user.id) });
  const actor = actorOf(dossier.people, user);
  const surroundings = await readSurroundings(req, dossier, dossier.revision.content, before);
  const judged = assertMay({ verb: 'release', revision, publicNote: false }, { dossier, surroundings, actor });
  if (dossier.status.id === null || dossier.status.revision !== dossier.revision.hash) throw new OutOfLine();
  assertProved(dossier);
  const { cleared } = judged.gate();
  if (!cleared) throw new CodedError('wrong-state', 'The gate does not clear this revision.');
  const row = releasedRow(dossier, cleared);
  return {
    dossier,
    look,
    actor,
    cleared,
    known: { index: indexOf(row), hasAddress: await hasAddress(req, row, dossier) },
  };
}

/** A release of many entries as it will be written, if nothing comes between. */
interface Plan {
  ready: readonly Ready[];
  signed: SignedRows;
  /** histories and statuses */
  write: WriteTogether;
  events: { dossier: Dossier; event: ReviewEvent; occasion: string }[];
}

/** Gives entries their places after the end of the log and signs for them. Writes nothing. */
export async function planRelease(req: PayloadRequest, ready: readonly Ready[], signingKey: SigningKey): Promise<Plan> {
  const { now: clock } = servicesOf(req.payload);
  const now = clock();
  const breathe = createBreath(() => performance.now());
  // Each is kept in step as the verb does it, and looked at again should the plan come to nothing.
  const entries = ready.map((one) => ({ ...one, dossier: { ...copyOf(one.dossier), now } }));
  const rows = entries.map(({ dossier, cleared, known }) => ({
    row: releasedRow(dossier, cleared),
    live: dossier.live,
    ...known,
  }));
  const signed = await signRows(req.payload, await readHead(req, signingKey), rows, { signingKey, breathe });
  const lines: Row[] = [];
  const statuses: { expect: Row; set: Row }[] = [];
  const events: Plan['events'] = [];
  for (const [i, { dossier, cleared, actor }] of entries.entries()) {
    await breathe();
    const [place, given] = [signed.rows[i], rows[i]];
    if (!place || !given) throw new Error('a row was not signed');
    const { uid, turn } = { uid: dossier.uid, turn: dossier.status.turn };
    const { seq } = place.signed;
    const { row, appended } = addLine(dossier, eventOf(cleared, { actor, at: now, seq }));
    noteReleased(dossier, given.row, seq);
    const released = derive(dossier);
    lines.push(row);
    statuses.push({ expect: { uid, turn }, set: statusRow(released, now) });
    events.push({ dossier: released, event: appended, occasion: row.hash });
  }
  const write = await manyRowsOf(req.payload.db).readyTogether([
    { collection: 'reviews', create: lines },
    { collection: 'entry-status', change: statuses },
  ]);
  return { ready, signed, write, events };
}

const copyOf = (dossier: Dossier): Dossier => ({
  ...dossier,
  events: [...dossier.events],
  status: { ...dossier.status },
});

/** Some entries are no longer as they were read. */
export class ChangedMeanwhile extends Error {
  readonly changed: readonly LookedAt[];

  constructor(changed: readonly LookedAt[]) {
    super('entries were changed while their release was prepared');
    this.changed = changed;
  }
}

/**
 * Writes a planned release in the caller's transaction, if all that it hangs on is as it was read: else it throws
 * `ChangedMeanwhile`, `EndHasMoved` or `RowInTheWay`, and nothing of the transaction may stay. Payload's own documents
 * follow later: they grant nothing.
 */
export async function releaseTogether(req: PayloadRequest, plan: Plan, signingKey: SigningKey): Promise<void> {
  const { ready, signed, write, events } = plan;
  const changed = await changedSince(req, ready);
  if (changed.length > 0) throw new ChangedMeanwhile(changed);
  await appendSigned(req, signed, signingKey);
  await write(req);
  for (const { dossier, event, occasion } of events) await tellOfEvent(req, dossier, event, occasion);
}
