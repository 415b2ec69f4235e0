import type { PayloadRequest } from 'payload';
import type { EntryContent } from '../../model/entries/entries.ts';
import { partsOf } from '../../model/entries/parts.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { Stored } from '../records/stored-entry.ts';
import { contentsOf, findVersions, versionAt, type SavedVersion } from './saved-states.ts';

/** A sitting by the times that its first and its last saved state bear. */
interface Sitting {
  first: string | null;
  last: string | null;
  /** there was nothing before it */
  isFirst: boolean;
}

/**
 * The labels of the fields that each sitting (newest first) changed; null where its states are not to be found. What
 * stood before a sitting is what the sitting before it left: two queries for versions, however many sittings.
 */
export async function readChangedFields(
  req: PayloadRequest,
  collection: EntryCollection,
  { id, uid }: Stored,
  sittings: readonly Sitting[],
): Promise<(string[] | null)[]> {
  const times = sittings.flatMap(({ last }) => last ?? []);
  if (times.length === 0) return sittings.map(() => null);
  const versions = await findVersions(req, collection, id, {
    where: [{ or: times.map((at) => ({ updatedAt: { equals: at } })) }],
    sort: '-updatedAt',
    limit: times.length,
  });
  const oldest = await oldestState(req, collection, id, sittings.at(-1));
  const all: SavedVersion[] = [...versions, ...(oldest ? [oldest] : [])];
  const contents = await contentsOf(
    req,
    collection,
    uid,
    all.map(({ fields }) => fields),
  );
  const byTime = new Map(all.map(({ at }, i) => [at, contents[i] ?? null]));
  const stoodBefore = oldest ? (byTime.get(oldest.at) ?? null) : null;
  const left = (sitting: Sitting): EntryContent | null =>
    byTime.get(sitting.last ?? '') ?? (sitting.isFirst ? stoodBefore : null);
  return sittings.map((sitting, i) => {
    const next = sittings[i + 1];
    const was = next ? left(next) : stoodBefore;
    const is = left(sitting);
    if (sitting.isFirst) return [];
    return was && is ? labelsOfChanged(was, is) : null;
  });
}

/** What stood before the oldest sitting; of the one that the entry began with, its very first state. */
async function oldestState(
  req: PayloadRequest,
  collection: EntryCollection,
  id: Stored['id'],
  oldest: Sitting | undefined,
): Promise<SavedVersion | null> {
  // Making an entry stamps the document a moment before its version.
  if (oldest?.isFirst)
    return (await findVersions(req, collection, id, { where: [], sort: 'updatedAt', limit: 1 }))[0] ?? null;
  if (!oldest?.first) return null;
  return versionAt(req, collection, id, new Date(Date.parse(oldest.first) - 1).toISOString());
}

/** Fields and rows whose value differs, by their labels. */
function labelsOfChanged(before: EntryContent, after: EntryContent): string[] {
  const named = (uid: string) => uid;
  const [was, is] = [partsOf(before, named), partsOf(after, named)];
  const all = new Map([...was, ...is]);
  return [...all.values()].flatMap(({ field, label }) =>
    was.get(field)?.canonical === is.get(field)?.canonical ? [] : [label],
  );
}
