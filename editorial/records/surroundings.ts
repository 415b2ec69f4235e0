import type { CollectionSlug, PayloadRequest, Where } from 'payload';
import type { EntryContent } from '../../model/entries/entries.ts';
import { asksForMore } from '../../model/entries/lesson-parts.ts';
import { referencesOf } from '../../model/entries/references.ts';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { readLastRow } from '../../release-log/read-last-row.ts';
import { readLiveUids, wasNamedByCourse } from '../../release-log/read-standing.ts';
import type { Surroundings } from '../rules/requirements.ts';
import type { Dossier } from './dossier.ts';

/** What the requirements must know about the world around a text of this entry, be it the draft or what is live. */
export async function readSurroundings(
  req: PayloadRequest,
  { revision, around, policy, now, last, live, safety, type, uid, people, liveUids }: Dossier,
  content: EntryContent,
): Promise<Surroundings> {
  const isDraft = content === revision.content;
  // Nobody can take an address from the entry that readers had under it last.
  const isOwn = last !== null && last.slug === content.slug;
  // The status rows were asked for the draft's address; what readers have stands under their own.
  const isShared = content.slug === revision.content.slug && around.isAddressShared;
  return {
    liveUids:
      isDraft && liveUids
        ? liveUids
        : await readLiveUids(
            req,
            referencesOf(content).map((reference) => reference.uid),
          ),
    slugTaken: !isOwn && (isShared || (await isSlugTaken(req, content))),
    liveEntries: await readLessonEntries(req, content),
    sentByMail: live !== null && safety.length > 0 && (type === 'course' || (await wasNamedByCourse(req, uid))),
    inGoodStanding: people.inGoodStanding,
    policy,
    now,
  };
}

/** What readers have of the entries that a course names, as far as it can be read: of the others a reference tells. */
async function readLessonEntries(req: PayloadRequest, content: EntryContent): Promise<Map<string, EntryContent>> {
  const found = new Map<string, EntryContent>();
  const asked = content.type === 'course' ? content.lessons.flatMap(({ entries }) => entries) : [];
  for (const uid of new Set(asked.filter(asksForMore).flatMap(({ entry }) => entry ?? []))) {
    const row = await readLastRow(req, uid);
    if (row?.kind === 'released' && row.snapshot) found.set(uid, row.snapshot);
  }
  return found;
}

/**
 * True when another entry of the type once gave its readers this web address, or began with it: that one Payload's own
 * table holds until the entry is released.
 */
async function isSlugTaken(req: PayloadRequest, { type, slug, uid }: EntryContent): Promise<boolean> {
  const claims: [CollectionSlug, Where][] = [
    ['slug-history', { address: { equals: `${type}/${slug}` } }],
    [COLLECTION_OF[type], { slug: { equals: slug } }],
  ];
  for (const [collection, claim] of claims) {
    const where = { and: [claim, { uid: { not_equals: uid } }] };
    if (await req.payload.db.findOne({ collection, where, select: { uid: true }, req })) return true;
  }
  return false;
}
