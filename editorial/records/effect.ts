import type { PayloadRequest, Where } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import { TYPE_OF } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { UUID } from './dossier.ts';
import type { DocumentId } from './stored-entry.ts';

/** What the release of a draft would set off beside the change itself. Counts alone: it names no reader. */
export interface Effect {
  /** readers who were mailed what is live now, or a release before it */
  readers: number;
}

/** Counts for an entry by database id or uid; one statement for the entry, one for its readers. Throws `not-found`. */
export async function readEffect(req: PayloadRequest, collection: EntryCollection, idOrUid: string): Promise<Effect> {
  const where: Where = UUID.test(idOrUid)
    ? { uid: { equals: idOrUid.toLowerCase() } }
    : { and: [{ type: { equals: TYPE_OF[collection] } }, { entryId: { equals: idOrUid } }] };
  const status = await req.payload.db.findOne<{ id: DocumentId; uid: string; liveSeq?: number | null }>({
    collection: 'entry-status',
    where,
    select: { uid: true, liveSeq: true },
    req,
  });
  if (!status) throw new CodedError('not-found', `There is no entry ${idOrUid} in ${collection}.`);
  if (!status.liveSeq) return { readers: 0 };
  const { totalDocs } = await req.payload.db.findDistinct({
    collection: 'delivery-contents',
    field: 'subscriberUid',
    where: { and: [{ uid: { equals: status.uid } }, { seq: { less_than_equal: status.liveSeq } }] },
    limit: 1,
    req,
  });
  return { readers: totalDocs };
}
