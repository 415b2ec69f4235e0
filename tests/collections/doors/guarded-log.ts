/** A log that has something to lose, and a check that nothing which was tried has come into it. */
import type { Payload } from 'payload';
import { beforeAll, expect } from 'vitest';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import type { Newsroom } from '../../support/newsroom.ts';
import { edit } from '../../support/editing.ts';
import { releaseEntry } from '../../support/entries.ts';
import { restOf } from '../../support/rest.ts';

/** Stands in every text that was never approved. */
export const CANARY = 'canary-through-the-door';

export const RECORDS = [
  'subscribers',
  'suppressions',
  'releases',
  'reviews',
  'comments',
  'entry-status',
  'deleted-drafts',
  'cursors',
  'slug-history',
  'signing-keys',
  'audit-events',
] as const;

interface Live {
  id: DocumentId;
  uid: string;
  /** ids of its versions, oldest first */
  versions: DocumentId[];
}

interface Guarded {
  /** released three times, with a newer draft */
  live: Live;
  /** the same once over, for tests after which Payload's own copy of it is another one */
  restorable: Live;
  draft: { id: DocumentId; uid: string };
  /** The log is byte for byte as it was, and readers see none of what was tried. */
  expectNothingReleased: () => Promise<void>;
}

/** Filled before the first test, like the newsroom that it belongs to. */
export function guardedLog(newsroom: Newsroom): Guarded {
  const live = {} as Live;
  const restorable = {} as Live;
  const draft = {} as Guarded['draft'];
  let log: string;

  const record = async () => {
    const { payload } = newsroom.system;
    return JSON.stringify([
      await payload.find({ collection: 'releases', sort: 'seq', pagination: false, limit: 0, depth: 0 }),
      await payload.find({ collection: 'cursors', sort: 'name', pagination: false, limit: 0, depth: 0 }),
      await payload.find({ collection: 'slug-history', sort: 'address', pagination: false, limit: 0, depth: 0 }),
      await payload.find({ collection: 'signing-keys', pagination: false, limit: 0, depth: 0 }),
    ]);
  };

  beforeAll(async () => {
    const { staff, system, review, take } = newsroom;
    const { payload } = system;
    const entry = await newsroom.live('live-entry');
    const rewrite = (summary: string) => edit(payload, staff.editor, 'causes', entry.id, { summary });
    await rewrite('Second text.');
    await releaseEntry(payload, staff, 'causes', entry.id);
    const other = await newsroom.live('other-entry');
    await rewrite('Third text.');
    await releaseEntry(payload, staff, 'causes', entry.id);
    await rewrite(`Fourth text. ${CANARY}`);
    const plain = await newsroom.draftOf('draft-entry', { summary: CANARY });
    Object.assign(draft, { id: plain.id, uid: plain.uid });
    const { revision } = await review(other.id);
    await take(staff.editor, other.id, 'withdraw', { revision, reason: 'out-of-date' });
    const again = await newsroom.live('restorable-entry');
    await edit(payload, staff.editor, 'causes', again.id, { summary: `Second text. ${CANARY}` });
    Object.assign(live, entry, { versions: await versionsOf(payload, entry.id) });
    Object.assign(restorable, again, { versions: await versionsOf(payload, again.id) });
    log = await record();
  }, 180_000);

  const expectNothingReleased = async () => {
    expect(await record()).toBe(log);
    const { text } = await restOf(newsroom.system.payload)('GET', '/api/releases?limit=100');
    expect(text).not.toContain(CANARY);
    expect((await newsroom.review(live.id)).live?.seq).toBe(4);
  };
  return { live, restorable, draft, expectNothingReleased };
}

async function versionsOf(payload: Payload, id: DocumentId): Promise<DocumentId[]> {
  const where = { parent: { equals: id } };
  const { docs } = await payload.findVersions({ collection: 'causes', where, sort: 'createdAt', limit: 0 });
  return docs.map((version) => version.id);
}
